import { lexicalEditor } from '@payloadcms/richtext-lexical'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildConfig } from 'payload'
import { panelSettings, panelWords } from './src/admin/panelSettings.ts'
import { listFileEndpoint } from './src/admin/lists/listFileEndpoint.ts'
import { searchEndpoint } from './src/admin/search/searchEndpoint.ts'
import { closeInternals } from './src/core/access/closeInternals.ts'
import { durablePostgres } from './src/core/database/durableAdapter.ts'
import { configEnvironment } from './src/core/env/configEnvironment.ts'
import { collectionsOf } from './src/core/house/collections.ts'
import { afterPayloadError } from './src/core/http/afterPayloadError.ts'
import { createLogger } from './src/core/http/logger.ts'
import { noPayloadMail } from './src/core/notifications/noPayloadMail.ts'
import { programmeSettings } from './src/core/settings/ProgrammeSettings.ts'
import { ANSWERS } from './src/core/workflow/events.ts'
import { helpTexts } from './src/programme/helpTexts.ts'
import { areas, MENU_WORDS } from './src/programme/house.ts'
import { mayChangeSettings } from './src/programme/people/roles.ts'

const here = path.dirname(fileURLToPath(import.meta.url))
const { databaseUrl, payloadSecret, publicUrl, connections, logLevel } = configEnvironment()

/** Payload as the house needs it: what the areas declare, and what Payload leaves open closed. */
export default closeInternals(
  buildConfig({
    secret: payloadSecret,
    serverURL: publicUrl,
    db: durablePostgres({
      connectionString: databaseUrl,
      migrationDirectory: path.join(here, 'migrations'),
      connections,
    }),
    logger: createLogger({ level: logLevel }),
    editor: lexicalEditor(),
    email: noPayloadMail,
    collections: collectionsOf({ areas, headings: MENU_WORDS, help: helpTexts }),
    globals: [
      programmeSettings({ mayChange: mayChangeSettings, settings: areas.flatMap(({ settings = [] }) => settings) }),
    ],
    endpoints: [searchEndpoint, listFileEndpoint],
    hooks: { afterError: [afterPayloadError] },
    custom: { [ANSWERS]: areas.flatMap(({ answers = [] }) => answers) },
    admin: panelSettings({ baseDir: here, importMapFile: path.join(here, 'src/app/(payload)/admin/importMap.js') }),
    i18n: panelWords,
    typescript: { outputFile: path.join(here, 'src/core/payload-types.ts'), autoGenerate: false },
    graphQL: { disable: true },
    defaultDepth: 0,
    maxDepth: 2,
    telemetry: false,
  }),
)

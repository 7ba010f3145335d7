import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import payload, { type DatabaseAdapter } from 'payload'

/**
 * What the tables would still need so that they match the collections: SQL statements that no migration holds yet,
 * empty when all is well. Compares the collections with the picture of the tables that the newest generated migration
 * left beside itself; needs no database.
 */
export const missingStatements = async ({ folder }: { folder: string }): Promise<string[]> => {
  const { default: config } = await import('../../payload.config.ts')
  await payload.init({ config, disableDBConnect: true, disableOnInit: true })
  const adapter = payload.db as DrizzleAdapter
  const { generateDrizzleJson, generateMigration } = adapter.requireDrizzleKit()
  const pictures = (await readdir(join(folder, 'migrations'))).filter((name) => name.endsWith('.json')).sort()
  const newest = pictures.at(-1)
  const before =
    newest === undefined
      ? adapter.defaultDrizzleSnapshot
      : (JSON.parse(await readFile(join(folder, 'migrations', newest), 'utf8')) as unknown)
  return await generateMigration(before, await generateDrizzleJson(adapter.schema))
}

/** The parts of Payload's adapter that its own `migrate:create` uses. */
type DrizzleAdapter = DatabaseAdapter & {
  schema: Record<string, unknown>
  defaultDrizzleSnapshot: unknown
  requireDrizzleKit: () => {
    generateDrizzleJson: (schema: Record<string, unknown>) => Promise<unknown>
    generateMigration: (before: unknown, after: unknown) => Promise<string[]>
  }
}

import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from '@jest/globals'
import { STARTING_SET } from '../../src/programme/policies/starting/index.ts'
import { databaseForFile, rowsOf } from '../support/database.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))

test('[POL-1] npm run policies:starting puts a draft of each document there, written by nobody of the committee, and a second time changes nothing', async () => {
  const { applicationUrl } = await databaseForFile()
  const run = async (): Promise<string> => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--conditions=production', 'src/run.mjs', 'policiesStarting'],
      {
        cwd: project,
        env: {
          NODE_ENV: 'production',
          PATH: process.env.PATH,
          HOME: process.env.HOME,
          TMPDIR: process.env.TMPDIR,
          DATABASE_URL: applicationUrl,
        },
      },
    )
    return stdout
  }
  const versions = () =>
    rowsOf({
      url: applicationUrl,
      statement:
        "select p.title, v.status::text as status, v.author_id as author from policy_versions v join policies p on p.id = v.policy_id where p.kind <> 'consent-wording' order by p.title",
    })
  expect(await run()).toContain(`Put there as drafts: ${STARTING_SET.map(({ title }) => title).join(', ')}.`)
  const drafts = await versions()
  expect(drafts).toEqual(
    STARTING_SET.map(({ title }) => ({ title, status: 'draft', author: null })).sort((one, other) =>
      one.title < other.title ? -1 : 1,
    ),
  )
  expect(
    await rowsOf({
      url: applicationUrl,
      statement: "select actor_kind as by, came_from as from from audit_events where action = 'load-starting-set'",
    }),
  ).toEqual([{ by: 'system', from: 'a command' }])
  expect(await run()).toBe('Every document is there already; nothing was changed.\n')
  expect(await versions()).toEqual(drafts)
}, 120_000)

import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from '@jest/globals'
import { databaseForFile, rowsOf } from '../support/database.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))

test('[ORG-1] npm run administrator:first prints a link for the first administrator, and refuses in a sentence once they have entered', async () => {
  const { applicationUrl } = await databaseForFile()
  const run = (...said: string[]) =>
    promisify(execFile)(process.execPath, ['--conditions=production', 'src/run.mjs', 'administratorFirst', ...said], {
      cwd: project,
      env: {
        NODE_ENV: 'production',
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        TMPDIR: process.env.TMPDIR,
        APP_MODE: 'local',
        PUBLIC_URL: 'http://localhost:3999',
        DATABASE_URL: applicationUrl,
        PAYLOAD_SECRET: 'p'.repeat(40),
        LINK_SECRET: 'l'.repeat(40),
        SMTP_URL: 'smtp://127.0.0.1:2525',
        MAIL_FROM: 'mentoring@example.org',
      },
    }).then(
      ({ stdout }) => ({ said: stdout, failed: false }),
      (problem: { stderr: string }) => ({ said: problem.stderr, failed: true }),
    )
  expect(await run()).toEqual({
    said: 'Say for whom: npm run administrator:first -- ada@example.org "Ada Keeper"\n',
    failed: true,
  })
  const made = await run('ada@example.org', 'Ada Keeper')
  expect(made).toEqual({
    said: expect.stringMatching(
      /^Ada Keeper \(ada@example\.org\) opens this within seven days[^\n]+\nhttp:\/\/localhost:3999\/choose-password\/[\w-]{43}\n$/,
    ),
    failed: false,
  })
  await rowsOf({
    url: applicationUrl,
    statement:
      "insert into credentials (user_id, password_digest, changed_at, created_at, updated_at) select id, 'x', now(), now(), now() from users",
  })
  const again = await run('ada@example.org', 'Ada Keeper')
  expect([again.failed, again.said]).toEqual([true, expect.stringContaining('so nothing was done')])
}, 180_000)

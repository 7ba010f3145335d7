import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from '@jest/globals'

// A small house in which every wall has a hole; the rules must find each hole and nothing else.
const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url))

const allowed = [
  // The way back of the circle below, which is reported once.
  ['src/circle/two.ts', 'src/circle/one.ts'],
  ['src/server.ts', 'emails/Reminder.tsx'],
  ['src/start.ts', 'src/local/mailbox.ts'],
  ['src/web/portal/home.ts', 'src/programme/meetings/queries.ts'],
  ['src/admin/Today.tsx', 'src/web/design/Button.tsx'],
  ['src/programme/merging/rules.ts', 'src/programme/people/rules.ts'],
  ['src/programme/meetings/rules.ts', 'src/programme/matching/matches/rules.ts'],
  ['src/programme/matching/matches/rules.ts', 'src/programme/recruitment/rules.ts'],
  ['src/programme/consent/rules.ts', 'src/programme/policies/rules.ts'],
  ['src/programme/consent/answers/Consents.ts', 'src/core/access.ts'],
  ['src/core/access.ts', 'src/core/payload-types.ts'],
  ['payload.config.ts', 'src/programme/consent/answers/Consents.ts'],
  ['emails/Reminder.tsx', 'emails/frame.tsx'],
  ['src/core/migrate.ts', 'migrations/index.ts'],
  ['migrations/index.ts', 'migrations/guards/audit.ts'],
  ['migrations/index.ts', 'migrations/2026_borrowed.ts'],
  ['src/local/mailbox.ts', 'src/core/clock.ts'],
]
const forbidden = [
  ['src/core/leak.ts', 'src/programme/people/rules.ts', 'core-knows-nothing-of-mentoring'],
  ['src/core/leak2.ts', 'src/web/design/Button.tsx', 'core-knows-nothing-of-mentoring'],
  ['src/core/leak3.ts', 'payload.config.ts', 'core-knows-nothing-of-mentoring'],
  ['src/programme/people/up.ts', 'src/programme/policies/rules.ts', 'area-people-imports-only-downwards'],
  ['src/programme/matching/up.ts', 'src/programme/meetings/queries.ts', 'area-matching-imports-only-downwards'],
  ['src/programme/meetings/side.ts', 'src/programme/workingList/rules.ts', 'area-meetings-imports-only-downwards'],
  ['src/programme/plans/side.ts', 'src/programme/directory/rules.ts', 'area-plans-imports-only-downwards'],
  ['src/programme/people/new.ts', 'src/programme/fundraising/rules.ts', 'every-area-has-its-floor'],
  ['src/programme/workingList/door.ts', 'src/web/design/Button.tsx', 'programme-knows-no-door'],
  ['src/programme/workingList/mail.ts', 'emails/frame.tsx', 'emails-are-tied-at-the-top'],
  ['src/web/portal/panel.ts', 'src/admin/Widget.tsx', 'doors-do-not-know-each-other'],
  ['src/admin/Portal.tsx', 'src/web/portal/home.ts', 'panel-knows-only-the-look-of-the-portal'],
  ['src/web/app.ts', 'src/local/mailbox.ts', 'the-local-start-belongs-to-the-local-start'],
  ['src/local/peek.ts', 'src/programme/people/rules.ts', 'the-local-start-knows-no-programme'],
  ['emails/Peek.tsx', 'src/programme/people/rules.ts', 'emails-know-no-programme'],
  ['migrations/2026_borrowed.ts', 'src/core/clock.ts', 'migrations-stand-alone'],
  ['src/circle/one.ts', 'src/circle/two.ts', 'no-circles'],
  ['src/web/lost.ts', 'src/web/nowhere.ts', 'every-import-is-found'],
]

let house: string
let found: { from: string; to: string; rule: string }[]

beforeAll(async () => {
  house = await mkdtemp(join(tmpdir(), 'mentoring-house-'))
  const imports = new Map<string, string[]>()
  for (const [from = '', to = ''] of [...allowed, ...forbidden]) {
    imports.set(from, [...(imports.get(from) ?? []), to])
    if (!to.includes('nowhere')) imports.set(to, imports.get(to) ?? [])
  }
  for (const [file, targets] of imports) {
    const path = join(house, file)
    await mkdir(dirname(path), { recursive: true })
    const up = '../'.repeat(file.split('/').length - 1) || './'
    // Types count too, so every import is one of types.
    await writeFile(
      path,
      `${targets.map((target, number) => `import type { Thing as Thing${number} } from '${up}${target}'\nexport type Use${number} = Thing${number}\n`).join('')}export type Thing = 1\n`,
    )
  }
  await writeFile(join(house, 'package.json'), '{ "type": "module" }')
  await writeFile(
    join(house, 'tsconfig.json'),
    '{ "compilerOptions": { "module": "ESNext", "moduleResolution": "Bundler", "jsx": "react-jsx", "allowImportingTsExtensions": true, "noEmit": true } }',
  )
  const program = join(repositoryRoot, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs')
  const printed = await new Promise<string>((resolve) => {
    execFile(
      process.execPath,
      [
        program,
        '--config',
        join(repositoryRoot, '.dependency-cruiser.cjs'),
        '--output-type',
        'json',
        'src',
        'emails',
        'payload.config.ts',
      ],
      { cwd: house, env: { ...process.env, NODE_OPTIONS: '' }, maxBuffer: 50_000_000 },
      (_error, stdout) => resolve(stdout),
    )
  })
  const { summary } = JSON.parse(printed) as {
    summary: { violations: { from: string; to: string; rule: { name: string } }[] }
  }
  found = summary.violations.map(({ from, to, rule }) => ({ from, to, rule: rule.name }))
})
afterAll(async () => {
  await rm(house, { recursive: true, force: true })
})

test.each(forbidden)('%s may not import %s', (from, to, rule) => {
  expect(found).toContainEqual({ from, to: to?.includes('nowhere') ? expect.stringContaining('nowhere') : to, rule })
})

test('finds nothing wrong with arrows that run downwards', () => {
  const wrong = new Set(forbidden.map(([from]) => from))
  expect(found.filter(({ from }) => !wrong.has(from))).toEqual([])
})

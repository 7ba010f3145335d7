import { mkdir, mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { panelBuild, type PanelBuild, type PanelState } from '../../src/local/panel/panelBuild.ts'
import { identifyProcess } from '../../src/local/processIdentity.ts'
import { waitUntil } from '../support/waitUntil.ts'

const clock = { now: () => new Date('2026-03-03T16:00:00Z') }

let projectDirectory: string
let dataDirectory: string
let lines: string[]
let open: PanelBuild[]

beforeEach(async () => {
  projectDirectory = await mkdtemp(join(tmpdir(), 'panel-'))
  dataDirectory = join(projectDirectory, '.data')
  lines = []
  open = []
  await write('src/app/page.tsx', 'page')
  await write('src/programme/rules.ts', 'rules')
  await write('emails/Invitation.tsx', 'email')
  await write('payload.config.ts', 'config')
  await write('package-lock.json', '{}')
})

afterEach(async () => {
  for (const panel of open) await panel.stop()
  await rm(projectDirectory, { recursive: true, force: true, maxRetries: 5 })
})

const write = async (path: string, content: string): Promise<void> => {
  await mkdir(join(projectDirectory, path, '..'), { recursive: true })
  await writeFile(join(projectDirectory, path), content)
}

/** As Next's build does: clears the folder, says something, leaves a server and a number. */
const wholeBuild = `
  const { mkdirSync, rmSync, writeFileSync, appendFileSync } = require('node:fs')
  appendFileSync('builds', 'x')
  rmSync('.next', { recursive: true, force: true })
  mkdirSync('.next/server', { recursive: true })
  console.log('\\u001b[32mCompiled\\u001b[39m in no time')
  writeFileSync('.next/BUILD_ID', 'one')
  mkdirSync('.next/node_modules')
  mkdirSync('.next/cache')
  writeFileSync('priority', String(require('node:os').getPriority()))
`
const halfBuild = `
  const { mkdirSync, rmSync, writeFileSync } = require('node:fs')
  rmSync('.next', { recursive: true, force: true })
  mkdirSync('.next/server', { recursive: true })
  writeFileSync('.next/BUILD_ID', 'half')
  console.log('Half-way')
  const worker = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  writeFileSync('worker', String(worker.pid))
  setInterval(() => {}, 1000)
`

const panelWith = (script: string): PanelBuild => {
  const panel = panelBuild({
    projectDirectory,
    dataDirectory,
    clock,
    onProgress: (line) => lines.push(line),
    command: [process.execPath, '-e', script],
  })
  open.push(panel)
  return panel
}

const built = (): Promise<PanelState> => panelWith(wholeBuild).build()
const builds = async (): Promise<number> => (await readFile(join(projectDirectory, 'builds'), 'utf8')).length
const halfWay = (panel: PanelBuild): Promise<void> =>
  waitUntil({
    what: 'the build to get half-way',
    holds: async () => panel.state().stage === 'building' && (await stat(join(projectDirectory, 'worker'))).size > 0,
  })

test('builds once, tells its progress in plain text, and takes the lowest priority', async () => {
  const panel = panelWith(wholeBuild)
  expect(panel.state()).toEqual({ stage: 'not-started' })
  expect(await Promise.all([panel.build(), panel.build()])).toEqual([{ stage: 'ready' }, { stage: 'ready' }])
  expect(panel.state()).toEqual({ stage: 'ready' })
  expect(lines).toEqual(['Compiled in no time'])
  expect(await built()).toEqual({ stage: 'ready' })
  expect(await builds()).toBe(1)
  expect(Number(await readFile(join(projectDirectory, 'priority'), 'utf8'))).toBe(constants.priority.PRIORITY_LOW)
})

test.each([
  ['a page changed', () => write('src/app/page.tsx', 'PAGE')],
  ['a file was added', () => write('src/admin/fields/New.tsx', '')],
  [
    'a file was renamed',
    async () => {
      await rm(join(projectDirectory, 'emails/Invitation.tsx'))
      await write('emails/Welcome.tsx', 'email')
    },
  ],
  ['a package was updated', () => write('package-lock.json', '{ }')],
  ['the assembly changed', () => write('payload.config.ts', 'other')],
  ['a part of the build was deleted', () => rm(join(projectDirectory, '.next/node_modules'), { recursive: true })],
  ['the whole build was deleted', () => rm(join(projectDirectory, '.next'), { recursive: true })],
])('builds again when %s', async (_what, change) => {
  await built()
  await change()
  await built()
  expect(await builds()).toBe(2)
})

test.each([
  ['only dates changed', () => utimes(join(projectDirectory, 'src/app/page.tsx'), 1, 1)],
  ['a migration was added', () => write('migrations/20260303.ts', 'up')],
  ['the local start changed', () => write('src/local/problem.ts', 'words')],
  ["the builder's cache was cleared", () => rm(join(projectDirectory, '.next/cache'), { recursive: true })],
])('does not build again when %s', async (_what, change) => {
  await built()
  await change()
  await built()
  expect(await builds()).toBe(1)
})

test('a source that changed while it was built makes the build out of date', async () => {
  await panelWith(`${wholeBuild}; writeFileSync('src/app/page.tsx', 'changed meanwhile')`).build()
  await built()
  expect(await builds()).toBe(2)
})

test('a build that fails says its last lines, and can be tried again', async () => {
  const panel = panelWith(`for (let n = 1; n <= 30; n += 1) console.error('line ' + n); process.exit(1)`)
  const failed = await panel.build()
  expect(failed).toEqual({
    stage: 'failed',
    at: clock.now(),
    sentence: 'The panel could not be built: its last lines say why.',
    lastLines: Array.from({ length: 20 }, (_, index) => `line ${index + 11}`),
  })
  expect(panel.state()).toEqual(failed)
  expect(await built()).toEqual({ stage: 'ready' })
})

test('a failed build of changed sources does not leave the earlier one counting as current', async () => {
  await built()
  await write('src/app/page.tsx', 'broken')
  await panelWith('process.exit(1)').build()
  await write('src/app/page.tsx', 'page')
  await built()
  expect(await builds()).toBe(2)
})

test('a full disk and a lack of memory are told in one sentence', async () => {
  expect(
    await panelWith(`console.error('Error: ENOSPC: no space left on device, write'); process.exit(1)`).build(),
  ).toMatchObject({ sentence: expect.stringMatching(/^The disk is full/) })
  expect(await panelWith(`process.kill(process.pid, 'SIGKILL')`).build()).toMatchObject({
    sentence: expect.stringContaining('want of memory'),
  })
})

test('a program that is not there is a failure, not a crash', async () => {
  const panel = panelBuild({
    projectDirectory,
    dataDirectory,
    clock,
    onProgress: () => undefined,
    command: [join(projectDirectory, 'none')],
  })
  expect(await panel.build()).toMatchObject({ stage: 'failed', lastLines: [expect.stringContaining('ENOENT')] })
})

test('stopping ends the build with all its processes, and half a build does not count', async () => {
  const panel = panelWith(halfBuild)
  const outcome = panel.build()
  await halfWay(panel)
  const worker = Number(await readFile(join(projectDirectory, 'worker'), 'utf8'))
  expect(panel.state()).toEqual({ stage: 'building', since: clock.now(), lastLine: 'Half-way' })
  await panel.stop()
  expect(await outcome).toMatchObject({
    stage: 'failed',
    sentence: 'The building of the panel was stopped with the program.',
  })
  await waitUntil({ what: 'the worker to end', holds: async () => (await identifyProcess(worker)) === undefined })
  expect(await built()).toEqual({ stage: 'ready' })
  expect(await builds()).toBe(1)
})

test('a builder that outlived a kill of the program is ended before the next one begins', async () => {
  // What remains after a kill -9: the builder at work, and the note of it.
  const killed = panelWith(halfBuild)
  const outcome = killed.build()
  await halfWay(killed)
  const note = join(dataDirectory, 'panel-builder.json')
  await waitUntil({ what: 'the note of the builder', holds: async () => (await stat(note)).size > 0 })
  const { pid } = JSON.parse(await readFile(note, 'utf8')) as { pid: number }
  expect(await built()).toEqual({ stage: 'ready' })
  expect(await identifyProcess(pid)).toBeUndefined()
  expect(await outcome).toMatchObject({ stage: 'failed' })
})

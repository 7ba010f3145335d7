import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { compiledPath } from './compiledTests.ts'
import { compileTestFiles } from './compileTests.ts'

const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url))
let folder: string
beforeAll(async () => {
  const within = join(repositoryRoot, 'test-results')
  await mkdir(within, { recursive: true })
  folder = await mkdtemp(join(within, 'made-up-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const written = async ({ name, text }: { name: string; text: string }): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, text)
  return relative(repositoryRoot, path)
}
const loaded = (file: string): Promise<unknown> => import(pathToFileURL(compiledPath({ folder, file })).href)

test('a file that does not compile says so to whoever loads it, and takes no other file with it', async () => {
  const sound = await written({ name: 'sound.test.ts', text: 'export const answer: number = 42' })
  const broken = await written({ name: 'broken.test.ts', text: 'export const = 42' })
  await compileTestFiles({ folder, files: [sound, broken] })
  expect(await loaded(sound)).toMatchObject({ answer: 42 })
  await expect(loaded(broken)).rejects.toThrow(/broken\.test\.ts does not compile\. .*Expected identifier/s)
})

test('a file that asks where it is hears of its source', async () => {
  // Spelt so that it is not taken for a question of this file.
  const asked = `import.${'meta'}`
  const file = await written({ name: 'where.test.ts', text: `export const here = [${asked}.dirname, ${asked}.url]` })
  await compileTestFiles({ folder, files: [file] })
  expect(await loaded(file)).toMatchObject({ here: [folder, pathToFileURL(join(repositoryRoot, file)).href] })
})

test('what needs a database, a browser or another process is told from what needs Node alone, however far away it is asked for', async () => {
  const files = await Promise.all([
    written({
      name: 'rules.test.ts',
      text: "import { testClock } from '../../test/support/clock.ts'\nexport const now = testClock('2026-03-03T12:00:00Z').now()",
    }),
    written({
      name: 'stored.test.ts',
      text: "import { testProgramme } from '../../test/support/programme.ts'\nexport const start = testProgramme",
    }),
    written({
      name: 'shown.test.ts',
      text: "import { launchBrowser } from '../../test/support/browser.ts'\nexport const start = launchBrowser",
    }),
    written({
      name: 'started.test.ts',
      text: "import { spawn } from 'node:child_process'\nexport const start = spawn",
    }),
  ])
  expect((await compileTestFiles({ folder, files })).alone).toEqual(files.slice(0, 1))
})

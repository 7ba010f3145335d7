import { createHash } from 'node:crypto'
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { compileTests, type OtherTexts } from '../../test/support/compileTests.ts'
import type { RunDatabase } from '../../test/support/runDatabase.ts'
import { runJest } from './jestProcess.ts'
import type { Mutant } from './mutant.ts'
import { parsed, placesOf, telling } from './places.ts'

/** Which functions the tests of one file run, and how long it takes until each test is done, in milliseconds. */
type ReachedByFile = {
  /** Relative to the repository. */
  testFile: string
  /** Before, between and after the tests: “file:function”. */
  outside: string[]
  tests: Array<{ name: string; reached: string[]; doneAfter: number }>
}

/** What stands in the place of a function where nobody found out which run: every mutant is met. */
const EVERYTHING = 'everything'

/** Which functions run in which tests. */
export type Reached = { files: Array<{ file: string; digest: string }>; testFiles: ReachedByFile[] }

/** What the environment wrote: which tests failed as well. */
type Heard = Omit<ReachedByFile, 'tests'> & { tests: Array<ReachedByFile['tests'][number] & { failed: boolean }> }

type Finding = {
  folder: string
  database: RunDatabase
  scratch: string
  files: readonly string[]
  testFiles: readonly string[]
  workers: number
  report: (line: string) => void
}

/**
 * Runs tests once, with each function of the files telling that it runs. Tests that fail as the code stands are left
 * out.
 */
export const findReached = async ({
  folder,
  database,
  scratch,
  files,
  testFiles,
  workers,
  report,
}: Finding): Promise<Reached> => {
  const noted = join(scratch, 'reached')
  await mkdir(noted, { recursive: true })
  const { texts, known } = await tellingTexts({ folder, files })
  const compiled = await compileTests({ files: testFiles, part: '-reached', texts })
  const plan = { order: testFiles.map((file) => join(folder, file)), reached: noted, worker: 'reached' }
  const { said } = await runJest({
    folder,
    database,
    compiled: compiled.folder,
    planFile: join(scratch, 'plan-reached.json'),
    plan,
    options: [`--maxWorkers=${workers}`, '--bail=0'],
    timeLimit: undefined,
  })
  await rm(compiled.folder, { recursive: true, force: true })
  const heard = await Promise.all(
    (await readdir(noted)).map(async (name) => JSON.parse(await readFile(join(noted, name), 'utf8')) as Heard),
  )
  if (heard.length === 0) throw new Error(`The tests could not be run: ${said}`)
  const sound = heard.filter(({ testFile, tests }) => {
    const broken = tests.find(({ failed }) => failed)
    if (broken)
      report(`${relativeTo({ folder, path: testFile })} fails as it stands, so it is left out: ${broken.name}`)
    return !broken
  })
  for (const testFile of testFiles.filter((file) => !heard.some((one) => one.testFile === join(folder, file))))
    report(`Nothing was heard of ${testFile}, so it is left out.`)
  return {
    files: known,
    testFiles: sound
      .map(({ testFile, outside, tests }) => ({ testFile: relativeTo({ folder, path: testFile }), outside, tests }))
      .sort((left, right) => (left.testFile < right.testFile ? -1 : 1)),
  }
}

const tellingTexts = async ({
  folder,
  files,
}: Pick<Finding, 'folder' | 'files'>): Promise<{ texts: OtherTexts; known: Reached['files'] }> => {
  const texts = new Map<string, string>()
  const known: Reached['files'] = []
  for (const [number, file] of files.entries()) {
    const text = await readFile(join(folder, file), 'utf8')
    texts.set(file, telling({ text, places: placesOf(parsed({ file, text })), file: number }))
    known.push({ file, digest: digestOf(text) })
  }
  return { texts, known }
}

/** As if each of these test files ran whatever there is. */
export const metByAll = (testFiles: readonly string[]): Reached => ({
  files: [],
  testFiles: testFiles.map((testFile) => ({ testFile, outside: [EVERYTHING], tests: [] })),
})

/** Reads what an earlier run found out; undefined when there is nothing. */
export const readReached = async (path: string): Promise<Reached | undefined> => {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Reached
  } catch {
    return undefined
  }
}

/** Keeps it for a later run. */
export const writeReached = async ({ path, reached }: { path: string; reached: Reached }): Promise<void> => {
  await mkdir(dirname(resolve(path)), { recursive: true })
  await writeFile(path, JSON.stringify(reached))
}

/**
 * A test file that meets a mutant, the number of its last test that does, and what it costs until then, in
 * milliseconds.
 */
export type Meeting = { testFile: string; lastTest: number; cost: number }

/**
 * The test files that can notice a mutant: those that run the function in which it stands; where none does, or it
 * stands in no function, or the file has changed since, those that run any function of the file; and where a file has
 * none, those that run any of the files that import it (`importers`). Those that belong to its folder come first, quick
 * ones before slow ones.
 */
export const meetingsOf = ({
  reached,
  mutant,
  text,
  importers,
}: {
  reached: Reached
  mutant: Mutant
  text: string
  importers: readonly string[]
}): Meeting[] => {
  const number = reached.files.findIndex(({ file }) => file === mutant.file)
  const asFound = reached.files[number]?.digest === digestOf(text)
  const ofFunction =
    asFound && mutant.place !== undefined
      ? meetingsAt({ reached, wholeFiles: false, isMet: (place) => place === `${number}:${mutant.place}` })
      : []
  const ofFile =
    ofFunction.length > 0
      ? ofFunction
      : meetingsAt({ reached, wholeFiles: true, isMet: (place) => place.startsWith(`${number}:`) })
  const numbers = new Set(importers.map((importer) => String(reached.files.findIndex(({ file }) => file === importer))))
  const found =
    ofFile.length > 0
      ? ofFile
      : meetingsAt({ reached, wholeFiles: true, isMet: (place) => numbers.has(place.slice(0, place.indexOf(':'))) })
  return found.sort((left, right) => costWithin({ meeting: left, mutant }) - costWithin({ meeting: right, mutant }))
}

/** What runs while a file is loaded or prepared may be noticed by any of its tests. */
const meetingsAt = ({
  reached,
  wholeFiles,
  isMet,
}: {
  reached: Reached
  wholeFiles: boolean
  isMet: (place: string) => boolean
}): Meeting[] =>
  reached.testFiles.flatMap(({ testFile, outside, tests }) => {
    const inTests = tests.findLastIndex((test) => test.reached.some(isMet)) + 1
    const isOutside = outside.some((place) => place === EVERYTHING || isMet(place))
    if (inTests === 0 && !isOutside) return []
    const lastTest = inTests === 0 || isOutside || wholeFiles ? tests.length : inTests
    return [{ testFile, lastTest: lastTest || Number.MAX_SAFE_INTEGER, cost: tests[lastTest - 1]?.doneAfter ?? 0 }]
  })

/** What belongs to the mutant's own folder is worth three times its cost. */
const costWithin = ({ meeting, mutant }: { meeting: Meeting; mutant: Mutant }): number => {
  const area = mutant.file.split('/')[2] ?? ''
  return meeting.testFile.split('/').includes(area) ? meeting.cost / 3 : meeting.cost
}

const digestOf = (text: string): string => createHash('sha1').update(text).digest('hex')

const relativeTo = ({ folder, path }: { folder: string; path: string }): string => path.slice(folder.length + 1)

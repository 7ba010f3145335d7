// npm run test:mutation: changes the code a little, many times over, and counts how often no test notices. Needs
// nothing but what
// `npm test` needs. Ends with 0 unless it could not run: what survives is a list to read, not a gate.
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileTests } from '../../test/support/compileTests.ts'
import { startRunDatabase, type RunDatabase } from '../../test/support/runDatabase.ts'
import { readArguments, type Asked } from './arguments.ts'
import { figuresOf, survivorLines, tableOf } from './figures.ts'
import { mutantsOf } from './mutants.ts'
import type { Mutant, Trial } from './mutant.ts'
import { findReached, metByAll, readReached, writeReached, type Reached } from './reached.ts'
import { sampled } from './sample.ts'
import { decides, decidingFiles, filesChangedSince } from './sources.ts'
import { testFilesOf } from './testFiles.ts'
import { tryMutant } from './trial.ts'
import { typeCheck } from './types.ts'

const folder = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')
const startedAt = performance.now()
const secondsSoFar = (): number => (performance.now() - startedAt) / 1000
const report = (line: string): void => console.error(`[${secondsSoFar().toFixed(0)} s] ${line}`)

const chosenMutants = ({ sample, seed, only, changedSince, ids }: Asked): Mutant[] => {
  const changed =
    changedSince === undefined ? undefined : new Set(filesChangedSince({ folder, base: changedSince }).filter(decides))
  const files = decidingFiles({ folder }).filter(
    (file) =>
      (changed?.has(file) ?? true) &&
      (only.length === 0 || only.some((path) => file.startsWith(path.replace(/^\.\//, '')))),
  )
  const mutants = mutantsOf({ folder, files }).filter(({ id }) => ids.length === 0 || ids.includes(id))
  return sampled({ mutants, size: sample ?? mutants.length, seed })
}

const reachedFor = async ({
  asked,
  database,
  scratch,
  mutants,
}: {
  asked: Asked
  database: RunDatabase
  scratch: string
  mutants: readonly Mutant[]
}): Promise<Reached> => {
  const kept = asked.reachedFile === undefined ? undefined : await readReached(asked.reachedFile)
  if (kept) return kept
  const testFiles = testFilesOf({ folder })
  if (asked.tests.length > 0)
    return metByAll(testFiles.filter((file) => asked.tests.some((path) => file.startsWith(path))))
  report(`Finding out which of ${testFiles.length} test files run which functions`)
  const files =
    asked.reachedFile === undefined ? [...new Set(mutants.map(({ file }) => file))].sort() : decidingFiles({ folder })
  const reached = await findReached({ folder, database, scratch, files, testFiles, workers: asked.workers, report })
  if (asked.reachedFile !== undefined) await writeReached({ path: asked.reachedFile, reached })
  return reached
}

const tryAll = async ({
  asked,
  mutants,
  scratch,
  database,
  reached,
}: {
  asked: Asked
  mutants: readonly Mutant[]
  scratch: string
  database: RunDatabase
  reached: Reached
}): Promise<Trial[]> => {
  const types = typeCheck({ folder })
  const waiting = [...mutants]
  const trials: Trial[] = []
  const isOver = (): boolean => asked.minutes !== undefined && secondsSoFar() > asked.minutes * 60
  const work = async (worker: string): Promise<void> => {
    const { folder: compiled } = await compileTests({
      files: reached.testFiles.map(({ testFile }) => testFile),
      part: `-${worker}`,
    })
    for (let mutant = waiting.shift(); mutant !== undefined && !isOver(); mutant = waiting.shift()) {
      const trial = await tryMutant({
        folder,
        scratch,
        database,
        worker,
        compiled,
        reached,
        types,
        mutant,
        secondsOfTests: asked.secondsOfTests,
      })
      trials.push(trial)
      report(
        `${trials.length} of ${mutants.length}: ${trial.verdict}, ${trial.seconds} s, ${mutant.file}:${mutant.line} ${mutant.kind}`,
      )
    }
    await rm(compiled, { recursive: true, force: true })
  }
  await Promise.all(Array.from({ length: asked.workers }, (_, number) => work(`mutation${number + 1}`)))
  const placeOf = new Map(mutants.map(({ id }, place) => [id, place]))
  return trials.sort((left, right) => (placeOf.get(left.mutant.id) ?? 0) - (placeOf.get(right.mutant.id) ?? 0))
}

const tell = async ({
  asked,
  mutants,
  trials,
}: {
  asked: Asked
  mutants: readonly Mutant[]
  trials: readonly Trial[]
}): Promise<void> => {
  const figures = figuresOf(trials)
  const survivors = trials.filter(({ verdict }) => verdict === 'survived')
  if (asked.outputFile !== undefined) {
    await mkdir(dirname(resolve(asked.outputFile)), { recursive: true })
    await writeFile(
      asked.outputFile,
      JSON.stringify(
        { seed: asked.seed, chosen: mutants.length, seconds: Math.round(secondsSoFar()), figures, trials },
        undefined,
        1,
      ),
    )
  }
  if (survivors.length > 0) console.log(`No test noticed these:\n\n${survivors.map(survivorLines).join('\n')}\n`)
  console.log(tableOf(figures))
  console.log(
    `\n${trials.length} of ${mutants.length} mutants tried in ${Math.round(secondsSoFar() / 60)} minutes; seed ${asked.seed}.`,
  )
}

const main = async (): Promise<void> => {
  const asked = readArguments(process.argv.slice(2))
  const mutants = chosenMutants(asked)
  report(`${mutants.length} mutants of ${new Set(mutants.map(({ file }) => file)).size} files`)
  if (asked.list)
    for (const { id, file, line, kind, original, replacement } of mutants)
      console.log(`${id} ${file}:${line} ${kind}: ${original} → ${replacement || 'nothing'}`)
  if (asked.list || mutants.length === 0) return
  const { database, stop } = await startRunDatabase({ report })
  const scratch = await mkdtemp(join(tmpdir(), 'mentoring-mutation-'))
  try {
    const reached = await reachedFor({ asked, database, scratch, mutants })
    await tell({ asked, mutants, trials: await tryAll({ asked, mutants, scratch, database, reached }) })
  } finally {
    await stop()
    await rm(scratch, { recursive: true, force: true })
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

await main()
process.exit(0)

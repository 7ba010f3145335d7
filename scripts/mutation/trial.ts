import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { compileProductFiles } from '../../test/support/compileTests.ts'
import type { RunDatabase } from '../../test/support/runDatabase.ts'
import { runJest } from './jestProcess.ts'
import { mutated, type Mutant, type Trial } from './mutant.ts'
import { meetingsOf, type Meeting, type Reached } from './reached.ts'
import type { TypeCheck } from './types.ts'

type Given = {
  folder: string
  scratch: string
  database: RunDatabase
  worker: string
  compiled: string
  reached: Reached
  types: TypeCheck
  mutant: Mutant
  secondsOfTests: number
}

/** Lets the tests that meet a mutant run until one fails. Nothing is written into the work tree. */
export const tryMutant = async (given: Given): Promise<Trial> => {
  const startedAt = performance.now()
  const verdict = await judge(given)
  return { mutant: given.mutant, ...verdict, seconds: Math.round((performance.now() - startedAt) / 100) / 10 }
}

const judge = async ({
  folder,
  scratch,
  database,
  worker,
  compiled,
  reached,
  types,
  mutant,
  secondsOfTests,
}: Given): Promise<Pick<Trial, 'verdict' | 'because'>> => {
  const path = join(folder, mutant.file)
  const text = await readFile(path, 'utf8')
  const changed = mutated({ text, mutant })
  const complaint = types.complaint({ file: mutant.file, text: changed, importers: false })
  if (complaint) return { verdict: 'invalid', because: complaint }
  const meetings = meetingsOf({ reached, mutant, text, importers: types.importersOf(mutant.file) })
  const chosen = withinTime({ meetings, seconds: secondsOfTests })
  const survived = (because: string): Pick<Trial, 'verdict' | 'because'> => {
    const elsewhere = types.complaint({ file: mutant.file, text: changed, importers: true })
    return elsewhere ? { verdict: 'invalid', because: elsewhere } : { verdict: 'survived', because }
  }
  if (chosen.length === 0) return survived('No test runs it.')
  const outcome = join(scratch, `outcome-${worker}.json`)
  await rm(outcome, { force: true })
  const order = chosen.map(({ testFile }) => join(folder, testFile))
  const plan = {
    order,
    lastTests: Object.fromEntries(chosen.map(({ testFile, lastTest }) => [join(folder, testFile), lastTest])),
    outcome,
    worker,
  }
  const timeLimit = 180_000 + 5 * chosen.reduce((sum, { cost }) => sum + cost, 0)
  await compileProductFiles({ folder: compiled, files: [mutant.file], texts: new Map([[mutant.file, changed]]) })
  const ended = await runJest({
    folder,
    database,
    compiled,
    planFile: join(scratch, `plan-${worker}.json`),
    plan,
    options: ['--runInBand'],
    timeLimit,
  })
  await compileProductFiles({ folder: compiled, files: [mutant.file], texts: new Map() })
  if (ended.timedOut)
    return { verdict: 'timed out', because: `Nothing failed within ${Math.round(timeLimit / 1000)} seconds.` }
  if (ended.code === 0)
    return survived(
      `${chosen.length} of the ${meetings.length} test files that run it: ${chosen.map(({ testFile }) => testFile).join(', ')}`,
    )
  const failure = await readOutcome(outcome)
  return failure
    ? {
        verdict: 'killed',
        because: `${failure.testFile.slice(folder.length + 1)}: ${failure.test}: ${failure.message}`,
      }
    : { verdict: 'invalid', because: `It does not load: ${ended.said.slice(-600)}` }
}

/** As many of the files as the time allows, and the first in any case. */
const withinTime = ({ meetings, seconds }: { meetings: readonly Meeting[]; seconds: number }): Meeting[] => {
  let spent = 0
  return meetings.filter(({ cost }, place) => {
    spent += cost
    return place === 0 || spent <= seconds * 1000
  })
}

const readOutcome = async (path: string): Promise<{ testFile: string; test: string; message: string } | undefined> => {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as { testFile: string; test: string; message: string }
  } catch {
    return undefined
  }
}

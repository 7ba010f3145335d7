import { parseArgs } from 'node:util'

/** What the person who runs the mutation tests asked for. */
export type Asked = {
  /** How many mutants to try, drawn from all folders; undefined tries them all. */
  sample: number | undefined
  seed: number
  /** Only files under one of these paths, relative to the repository. */
  only: string[]
  /** Only files that differ from this commit or branch. */
  changedSince: string | undefined
  /** Only mutants with these ids: those that an earlier run named. */
  ids: string[]
  /** How many seconds of tests one mutant is given before the rest of the tests is left out. */
  secondsOfTests: number
  /** After how many minutes no further mutant is begun. */
  minutes: number | undefined
  workers: number
  /** Where the figures are written, as JSON. */
  outputFile: string | undefined
  /** Where it is kept which test runs which functions: read if it is there, otherwise found out and written. */
  reachedFile: string | undefined
  /** Test files or folders to try each mutant with, in place of finding out which tests run it. */
  tests: string[]
  /** Only says what would be tried. */
  list: boolean
}

/** Reads the command line. Throws with a sentence that says what is wrong. */
export const readArguments = (given: readonly string[]): Asked => {
  const { values } = parseArgs({
    args: [...given],
    options: {
      sample: { type: 'string' },
      all: { type: 'boolean' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string', multiple: true, default: [] },
      changed: { type: 'string' },
      id: { type: 'string', multiple: true, default: [] },
      'seconds-of-tests': { type: 'string', default: '60' },
      minutes: { type: 'string' },
      workers: { type: 'string', default: '2' },
      output: { type: 'string' },
      reached: { type: 'string' },
      tests: { type: 'string', multiple: true, default: [] },
      list: { type: 'boolean', default: false },
    },
  })
  const narrowed =
    values.sample !== undefined || values.only.length > 0 || values.changed !== undefined || values.id.length > 0
  if (!narrowed && !values.all)
    throw new Error('Say which mutants: --all, --sample 400, --changed main, --only src/programme/meetings, or --id.')
  return {
    sample: values.sample === undefined ? undefined : wholeNumber('sample', values.sample),
    seed: wholeNumber('seed', values.seed),
    only: values.only,
    changedSince: values.changed,
    ids: values.id.flatMap((ids) => ids.split(',')),
    secondsOfTests: wholeNumber('seconds-of-tests', values['seconds-of-tests']),
    minutes: values.minutes === undefined ? undefined : wholeNumber('minutes', values.minutes),
    workers: Math.max(1, wholeNumber('workers', values.workers)),
    outputFile: values.output,
    reachedFile: values.reached,
    tests: values.tests.flatMap((paths) => paths.split(',')),
    list: values.list,
  }
}

const wholeNumber = (name: string, text: string): number => {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} takes a whole number.`)
  return Number(text)
}

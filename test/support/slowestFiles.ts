/**
 * What one test file cost, in seconds; `processor` is that of the worker alone, without PostgreSQL, browsers and other
 * processes.
 */
export type FileCost = {
  file: string
  tests: number
  seconds: number
  processor: number
  loading: number
  database: number
  payload: number
}

/** What a worker notes of a file (test/support/testRunner.mjs), in milliseconds. */
export type FileNote = { file: string; processor: number; loading: number; parts: Partial<Record<TimedPart, number>> }

/** What most files that are slow to begin have in common: the copy of the database, and starting Payload on it. */
export type TimedPart = 'database' | 'payload'

/** What is used of one file in jest's results; times are milliseconds since 1970. */
export type FileResult = { name: string; startTime: number; endTime: number; assertionResults: readonly unknown[] }

/** What each file cost, the slowest first. */
export const costsOf = ({
  results,
  notes,
  repositoryRoot,
}: {
  results: readonly FileResult[]
  notes: readonly FileNote[]
  repositoryRoot: string
}): FileCost[] => {
  const noted = new Map(notes.map((note) => [note.file, note]))
  return results
    .map(({ name, startTime, endTime, assertionResults }) => {
      const file = name.startsWith(repositoryRoot) ? name.slice(repositoryRoot.length) : name
      const note = noted.get(file)
      const seconds = (milliseconds = 0): number => milliseconds / 1000
      return {
        file,
        tests: assertionResults.length,
        seconds: seconds(endTime - startTime),
        processor: seconds(note?.processor),
        loading: seconds(note?.loading),
        database: seconds(note?.parts.database),
        payload: seconds(note?.parts.payload),
      }
    })
    .sort((one, other) => other.seconds - one.seconds)
}

/** The slowest files and the sum of all, as lines of text under one another. */
export const slowestFiles = ({ costs, most }: { costs: readonly FileCost[]; most: number }): string => {
  const sum = (column: keyof Omit<FileCost, 'file'>): number => costs.reduce((total, cost) => total + cost[column], 0)
  const all: FileCost = {
    file: `all ${costs.length} files`,
    tests: sum('tests'),
    seconds: sum('seconds'),
    processor: sum('processor'),
    loading: sum('loading'),
    database: sum('database'),
    payload: sum('payload'),
  }
  const lines = [...costs.slice(0, most), all].map(
    ({ file, tests, ...seconds }) =>
      [seconds.seconds, seconds.processor, seconds.loading, seconds.database, seconds.payload]
        .map((value) => value.toFixed(1).padStart(9))
        .join('') + `${String(tests).padStart(7)}  ${file}`,
  )
  return ['  seconds      CPU  loading database  Payload  tests', ...lines].join('\n')
}

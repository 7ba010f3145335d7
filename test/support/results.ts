/** What is used of the file that `jest --json --outputFile` writes; everything else in it is passed on as it is. */
export type JestResults = Record<`num${string}`, number> & {
  numPassedTests: number
  numFailedTests: number
  /** Files that could not even be loaded, so that none of their tests was counted. */
  numRuntimeErrorTestSuites: number
  success: boolean
  testResults: unknown[]
}

/** Passed and failed tests over all phases; a file that could not be loaded counts as one failed test. */
export const countsOf = (phases: readonly JestResults[]): { passed: number; failed: number } => ({
  passed: sum(phases.map((phase) => phase.numPassedTests)),
  failed: sum(phases.map((phase) => phase.numFailedTests + phase.numRuntimeErrorTestSuites)),
})

/**
 * The results of several phases as jest would have written them for one run: numbers added, files one after another.
 */
export const mergedResults = (phases: readonly JestResults[]): JestResults => {
  const [first] = phases
  if (!first) throw new Error('There are no results to merge.')
  const numbers = Object.keys(first).filter((name): name is `num${string}` => name.startsWith('num'))
  return {
    ...first,
    ...Object.fromEntries(numbers.map((name) => [name, sum(phases.map((phase) => phase[name] ?? 0))])),
    success: phases.every((phase) => phase.success),
    testResults: phases.flatMap((phase) => phase.testResults),
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

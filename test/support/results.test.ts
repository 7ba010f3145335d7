import { expect, test } from '@jest/globals'
import { countsOf, mergedResults, type JestResults } from './results.ts'

const phase = ({
  passed,
  failed = 0,
  broken = 0,
}: {
  passed: number
  failed?: number
  broken?: number
}): JestResults => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numRuntimeErrorTestSuites: broken,
  numTotalTests: passed + failed,
  success: failed + broken === 0,
  testResults: [{ passed }],
})

test('adds up the phases, and counts a file that could not be loaded as a failure', () => {
  expect(countsOf([phase({ passed: 3, failed: 1 }), phase({ passed: 4, broken: 1 })])).toEqual({ passed: 7, failed: 2 })
  expect(countsOf([])).toEqual({ passed: 0, failed: 0 })
})

test('merges the results of the phases into those of one run', () => {
  expect(mergedResults([phase({ passed: 3 }), phase({ passed: 4, failed: 1 })])).toEqual({
    numPassedTests: 7,
    numFailedTests: 1,
    numRuntimeErrorTestSuites: 0,
    numTotalTests: 8,
    success: false,
    testResults: [{ passed: 3 }, { passed: 4 }],
  })
})

import { expect, test } from '@jest/globals'
import { costsOf, slowestFiles } from './slowestFiles.ts'

const costs = costsOf({
  repositoryRoot: '/house/',
  results: [
    { name: '/house/test/quick.test.ts', startTime: 1_000, endTime: 1_250, assertionResults: [{}, {}] },
    { name: '/house/test/slow.test.ts', startTime: 1_000, endTime: 13_500, assertionResults: [{}] },
  ],
  notes: [{ file: 'test/slow.test.ts', processor: 4_000, loading: 1_500, parts: { database: 300, payload: 700 } }],
})

test('the slowest file comes first, with what its worker noted; a file without a note cost nothing else', () => {
  expect(costs).toEqual([
    { file: 'test/slow.test.ts', tests: 1, seconds: 12.5, processor: 4, loading: 1.5, database: 0.3, payload: 0.7 },
    { file: 'test/quick.test.ts', tests: 2, seconds: 0.25, processor: 0, loading: 0, database: 0, payload: 0 },
  ])
})

test('the table names as many as were asked for, and adds up all', () => {
  expect(slowestFiles({ costs, most: 1 }).split('\n')).toEqual([
    '  seconds      CPU  loading database  Payload  tests',
    '     12.5      4.0      1.5      0.3      0.7      1  test/slow.test.ts',
    '     12.8      4.0      1.5      0.3      0.7      3  all 2 files',
  ])
})

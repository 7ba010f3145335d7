import { join } from 'node:path'

/**
 * The environment variable that carries the folder of what was compiled to jest's workers and to the processes that
 * tests start.
 */
export const compiledTestsVariable = 'TEST_COMPILED'

/** Where a file of the repository (its path from the root) was compiled to. */
export const compiledPath = ({ folder, file }: { folder: string; file: string }): string =>
  join(folder, file.replace(/\.tsx?$/, '.js'))

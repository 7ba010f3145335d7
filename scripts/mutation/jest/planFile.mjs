/**
 * What one process of jest is told, in a file that an environment variable names.
 *
 * @typedef {object} Plan
 * @property {string[]} order The test files, absolute, in the order in which they run.
 * @property {Record<string, number>} [lastTests] Of a test file: the number of the last test that is worth running.
 * @property {string} [outcome] Where the first failure is written.
 * @property {string} [reached] The folder in which it is written which test ran which functions; then nothing ends
 *   early.
 * @property {string} worker What tells the databases of this process from those of another.
 */

/** The environment variable that carries the path of that file. */
export const planVariable = 'MUTATION_PLAN'

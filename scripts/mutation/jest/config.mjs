// Jest for mutants: as `npm test` has it, but the files run in a given order, and the first test that fails ends the
// process.
import { fileURLToPath } from 'node:url'
import usual from '../../../jest.config.mjs'

const besideThis = (name) => fileURLToPath(new URL(name, import.meta.url))

export default {
  ...usual,
  testEnvironment: besideThis('environment.mjs'),
  testSequencer: besideThis('order.mjs'),
  testTimeout: 120_000,
  reporters: [],
  bail: 1,
}

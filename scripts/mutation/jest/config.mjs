// Jest for mutants. Each test file is loaded by jest itself, so that the text of named files can be taken from elsewhere (a mutant, or
// a copy that tells which functions ran); the files run in a given order; and the first test that fails ends the process.
import { fileURLToPath } from 'node:url'

const besideThis = (name) => fileURLToPath(new URL(name, import.meta.url))
const swc = {
  jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } }, target: 'es2023' },
  module: { type: 'es6' },
  sourceMaps: 'inline',
}

export default {
  rootDir: besideThis('../../..').replace(/\/$/, ''),
  roots: ['<rootDir>/test', '<rootDir>/src'],
  testMatch: ['<rootDir>/{test,src}/**/*.test.{ts,tsx}'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleFileExtensions: ['ts', 'tsx', 'mjs', 'js', 'cjs', 'json', 'node'],
  moduleNameMapper: { '^@payload-config$': '<rootDir>/payload.config.ts' },
  transform: { '\\.tsx?$': [besideThis('transform.mjs'), swc] },
  testEnvironment: besideThis('environment.mjs'),
  testSequencer: besideThis('order.mjs'),
  testTimeout: 120_000,
  reporters: [],
  bail: 1,
  forceExit: true,
}

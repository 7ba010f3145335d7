// `npm test` (test/run.ts) compiles our TypeScript, starts the throw-away PostgreSQL and picks the files of each phase;
// jest alone would find neither. What jest loads of a test file are the compiled files (test/support/testRunner.mjs).
export default {
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/test', '<rootDir>/src'],
  testMatch: ['<rootDir>/{test,src}/**/*.test.{ts,tsx}'],
  testEnvironment: 'node',
  testRunner: '<rootDir>/test/support/testRunner.mjs',
  injectGlobals: false,
  moduleFileExtensions: ['ts', 'tsx', 'mjs', 'js', 'cjs', 'json', 'node'],
  transform: {},
  // A file that loads Payload costs 2 to 3 seconds on its own, and a busy machine can triple that.
  testTimeout: 60_000,
  maxWorkers: 2,
  // Payload's database adapter keeps one connection open for good, so a finished run would never end by itself.
  forceExit: true,
}

// Jest runs our TypeScript as ES modules through swc. `npm test` (test/run.ts) sets NODE_OPTIONS=--experimental-vm-modules,
// starts the throw-away PostgreSQL and picks the files of each phase; jest alone would find no database.
export default {
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/test', '<rootDir>/src'],
  testMatch: ['<rootDir>/{test,src}/**/*.test.{ts,tsx}'],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleFileExtensions: ['ts', 'tsx', 'mjs', 'js', 'cjs', 'json', 'node'],
  moduleNameMapper: { '^@payload-config$': '<rootDir>/payload.config.ts' },
  transform: {
    '\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
          target: 'es2023',
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  // A file that loads Payload costs 2 to 3 seconds on its own, and a busy machine can triple that.
  testTimeout: 60_000,
  maxWorkers: 2,
  // Payload's database adapter keeps one connection open for good, so a finished run would never end by itself.
  forceExit: true,
}

// What the compiler cannot see and a reader should not have to look for. Kept few, so that a finding is always worth
// mending.
import js from '@eslint/js'
import globals from 'globals'
import tseslint from 'typescript-eslint'

const generated = ['src/core/payload-types.ts', 'src/app/(payload)/**', 'migrations/*.ts', 'next-env.d.ts']

const localApiMethods =
  'find|findByID|findDistinct|create|update|delete|count|duplicate|findVersions|findVersionByID|countVersions|restoreVersion|findGlobal|updateGlobal|findGlobalVersions|findGlobalVersionByID|restoreGlobalVersion|login|forgotPassword|resetPassword|unlock|verifyEmail'
const localApi = [
  `CallExpression[callee.object.name='payload'][callee.property.name=/^(${localApiMethods})$/]`,
  `CallExpression[callee.object.property.name='payload'][callee.property.name=/^(${localApiMethods})$/]`,
].map((selector) => ({
  selector,
  message:
    'Payload lets such a call pass every access rule. Use one of the two doors in src/core/access: as a user, or as the system with a reason.',
}))
const presentMoment = [
  "NewExpression[callee.name='Date'][arguments.length=0]",
  "CallExpression[callee.name='Date']",
  "MemberExpression[object.name='Date'][property.name='now']",
].map((selector) => ({
  selector,
  message: 'The present moment comes from the clock that is passed in. Only src/core/clock asks the machine.',
}))
const environmentVariables = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Settings come from readEnvironment (src/core/env), read once at the start.',
}

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      '.next/',
      '.compiled/',
      '.data/',
      '.data-empty/',
      'coverage/',
      'test-results/',
      ...generated,
    ],
  },
  {
    // A comment switches nothing off, and says nothing of work left undone.
    linterOptions: { noInlineConfig: true },
    rules: {
      'no-warning-comments': [
        'error',
        { terms: ['eslint-disable', 'todo', 'fixme', 'xxx', '@ts-ignore', '@ts-nocheck'], location: 'anywhere' },
      ],
    },
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  // Prettier breaks a computed call onto a line of its own, and never leaves a semicolon's work undone.
  { rules: { 'no-unexpected-multiline': 'off' } },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: {
      globals: { ...globals.node, ...globals.browser },
      parserOptions: { project: ['./tsconfig.json', './test/tsconfig.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { arguments: false, attributes: false } },
      ],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      eqeqeq: ['error', 'always'],
    },
  },
  { files: ['**/*.{js,mjs,cjs}'], languageOptions: { globals: globals.node } },
  {
    files: ['src/web/**/*.js', 'src/local/**/*.js'],
    languageOptions: { globals: { ...globals.browser, ...globals.serviceworker } },
  },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },

  // Each part of the repository, and what it may not do. A later entry replaces an earlier one for the files it names.
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': ['error', ...presentMoment, ...localApi, environmentVariables],
      'no-console': 'error',
    },
  },
  { files: ['src/core/clock/**'], rules: { 'no-restricted-syntax': ['error', ...localApi, environmentVariables] } },
  {
    files: ['src/core/access/**'],
    rules: { 'no-restricted-syntax': ['error', ...presentMoment, environmentVariables] },
  },
  {
    files: ['src/core/env/**', 'src/local/**', 'src/*.ts', 'payload.config.ts'],
    rules: { 'no-restricted-syntax': ['error', ...presentMoment, ...localApi] },
  },
  { files: ['test/**', 'scripts/**'], rules: { 'no-restricted-syntax': ['error', ...presentMoment] } },
  {
    files: ['src/start.ts', 'src/auditVerify.ts', 'src/local/**', 'scripts/**', 'test/**'],
    rules: { 'no-console': 'off' },
  },
)

import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { ESLint } from 'eslint'

const eslint = new ESLint({ cwd: fileURLToPath(new URL('../..', import.meta.url)) })

/** The rules that this text breaks if it stood in this file (one that exists, since types are looked at). */
const brokenBy = async ({ text, file }: { text: string; file: string }): Promise<string[]> => {
  const [result] = await eslint.lintText(`${text}\n`, { filePath: file })
  return [...new Set((result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message))]
}

const somewhere = 'src/core/services.ts'
const payloadOnly = 'declare const payload: { find: (query: object) => Promise<unknown> }\n'

test.each([
  {
    what: 'a call of the Local API',
    file: somewhere,
    text: `${payloadOnly}await payload.find({})`,
    rule: 'no-restricted-syntax',
  },
  {
    what: 'the same through req',
    file: somewhere,
    text: 'declare const req: { payload: { update: (query: object) => Promise<unknown> } }\nawait req.payload.update({})',
    rule: 'no-restricted-syntax',
  },
  {
    what: 'asking the machine for the time',
    file: somewhere,
    text: 'export const now = new Date()',
    rule: 'no-restricted-syntax',
  },
  {
    what: 'the same in milliseconds',
    file: 'test/support/clock.ts',
    text: 'export const now = Date.now()',
    rule: 'no-restricted-syntax',
  },
  {
    what: 'reading the environment',
    file: somewhere,
    text: 'export const port = process.env.PORT',
    rule: 'no-restricted-syntax',
  },
  { what: 'writing to the console', file: somewhere, text: "console.log('here')", rule: 'no-console' },
  {
    what: 'any',
    file: somewhere,
    text: 'export const thing = (value: any) => value',
    rule: '@typescript-eslint/no-explicit-any',
  },
  {
    what: 'a promise nobody waits for',
    file: somewhere,
    text: 'declare const send: () => Promise<void>\nsend()',
    rule: '@typescript-eslint/no-floating-promises',
  },
  { what: 'work left undone', file: somewhere, text: '// TO' + 'DO later\nexport {}', rule: 'no-warning-comments' },
  {
    what: 'switching the rules off',
    file: somewhere,
    text: '/* eslint-' + "disable */\nconsole.log('here')",
    rule: 'no-console',
  },
])('refuses $what', async ({ text, file, rule }) => {
  expect(await brokenBy({ text, file })).toContain(rule)
})

test.each([
  {
    what: 'a moment made from what is given',
    file: somewhere,
    text: 'export const birth = (text: string) => new Date(text)',
  },
  {
    what: 'the Local API behind the two doors',
    file: 'src/core/access/localApi.ts',
    text: `${payloadOnly}await payload.find({})`,
  },
  { what: 'the Local API in a test', file: 'test/support/clock.ts', text: `${payloadOnly}await payload.find({})` },
  { what: 'the time on the clock', file: 'src/core/clock/clock.ts', text: 'export const now = () => new Date()' },
  {
    what: 'the environment where it is read',
    file: 'src/core/env/environment.ts',
    text: 'export const port = process.env.PORT',
  },
])('lets pass $what', async ({ text, file }) => {
  expect(await brokenBy({ text, file })).toEqual([])
})

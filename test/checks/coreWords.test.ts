import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import ts from 'typescript'
import { forbiddenError } from '../../src/core/errors/problems.ts'
import { problemWithin } from '../../src/core/http/problemWithin.ts'
import { ownWords } from '../../src/core/errors/ownWords.ts'
import { areas } from '../../src/programme/house.ts'

// Another charity's programme stands on the same core. What people read of it must not speak of mentors and children;
// the house lends it the few words that it needs.
const core = fileURLToPath(new URL('../../src/core', import.meta.url))

const OF_THE_PROGRAMME =
  /\b(?:child(?:ren)?|volunteers?|mentor\w*|parents?|guardians?|meetings?|referrals?|referees?|applicants?|consents?|committee|co-?ordinators?)\b/i

/** The name of this software in connections and symbols, what a charity is called until it says so, an example of an address. */
const NAMES = /^kids-on-track-mentoring\b|^Mentoring$|\/\/mentoring\.example\.org|:5432\/mentoring\b/

const textsOf = (file: ts.SourceFile): string[] => {
  const found: string[] = []
  const walk = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isLiteralTypeNode(node)) return
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      found.push(node.text)
    if (ts.isJsxText(node)) found.push(node.text)
    ts.forEachChild(node, walk)
  }
  walk(file)
  return found
}

test('the core says no word of the programme that stands on it', async () => {
  const names = (await readdir(core, { recursive: true })).filter(
    (name) => /\.tsx?$/.test(name) && !/(?:payload-types|\.sql)\.ts$/.test(name),
  )
  expect(names.length).toBeGreaterThan(100)
  const said: string[] = []
  for (const name of names) {
    const text = await readFile(join(core, name), 'utf8')
    const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)
    for (const word of textsOf(file))
      // Payload calls the blocks within a text its children.
      if (OF_THE_PROGRAMME.test(word) && !NAMES.test(word) && word !== 'children') said.push(`${name}: ${word}`)
  }
  expect(said).toEqual([])
})

test('the house lends its own words, and what people read has them', () => {
  expect(areas.length).toBeGreaterThan(5)
  expect(ownWords()).toEqual({
    whoHelps: 'the co-ordinator',
    whoSets: 'an administrator or the committee',
    inDanger: 'If a child is in danger, do not wait: ring 999.',
  })
  expect(problemWithin(forbiddenError()).refusal?.nextStep).toBe('Ask the co-ordinator if you think you should be.')
  expect(problemWithin(Object.assign(new Error('no'), { status: 403 })).refusal?.nextStep).toBe(
    'Ask the co-ordinator if you think you should be.',
  )
  expect(problemWithin(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' })).refusal?.nextStep).toBe(
    'Wait a minute and try again. If a child is in danger, do not wait: ring 999.',
  )
  expect(problemWithin(Object.assign(new Error('full'), { code: '53100' })).refusal?.nextStep).toBe(
    'Keep a note of it and tell the co-ordinator. If a child is in danger, do not wait: ring 999.',
  )
})

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from '@jest/globals'
import { allowed, refused } from '../../src/core/errors/refusal.ts'
import { caseworkersOnly, committeeOnly, committeeOrTrusteesOnly } from '../../src/programme/people/rules.ts'

// What the charity permits can be read in the rules of its areas, because no refusal stands anywhere else.
const source = fileURLToPath(new URL('../../src', import.meta.url))

/** `rules.ts` of an area or a record, or those of a second workflow beside it: `answerRules.ts`. */
const RULES = /^programme\/.*\/(?:rules|[a-z]\w*Rules)\.ts$/

/** What the mechanisms refuse by themselves, whatever the record: no rule of the charity. */
const OF_THE_CORE = ['STATE', 'SAVE', 'DOOR']

let files: Map<string, string>
beforeAll(async () => {
  const names = (await readdir(source, { recursive: true })).filter((name) => /\.tsx?$/.test(name))
  files = new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(source, name), 'utf8')] as const)),
  )
})

const placesOf = (pattern: RegExp): string[] =>
  [...files].flatMap(([name, text]) => ([...text.matchAll(pattern)].length > 0 ? [name] : [])).sort()

test('every refusal of the charity stands in a rules file, and the core refuses by no rule of the charity’s', () => {
  const refusing = placesOf(/(?<!const )\brefused\(/g)
  expect(refusing.filter((name) => RULES.test(name)).length).toBeGreaterThan(35)
  expect(refusing.filter((name) => !RULES.test(name) && !name.startsWith('core/'))).toEqual([])
  const named = [...files]
    .filter(([name]) => name.startsWith('core/'))
    .flatMap(([, text]) => [...text.matchAll(/\brefused\(\{\s*rule: '([^']*)'/g)].map(([, rule]) => rule))
  expect(named.length).toBeGreaterThan(6)
  expect(named.filter((rule) => !OF_THE_CORE.includes(String(rule)))).toEqual([])
})

test('a rule’s id is given to nothing outside the rules', () => {
  const outside = [...files].flatMap(([name, text]) =>
    // The gallery shows how a refusal looks.
    RULES.test(name) || name === 'web/gallery/pages.tsx'
      ? []
      : [...text.matchAll(/\brule: '([A-Z]+-[A-Z\d]+)'/g)]
          .filter(([, rule]) => !['NOT-FOUND'].includes(String(rule)))
          .map(([, rule]) => `${name}: ${rule}`),
  )
  expect(outside).toEqual([])
})

test('a workflow names the guards of its steps and decides nothing itself', () => {
  const workflows = placesOf(/\bdefineWorkflow\s*</g).filter((name) => name.startsWith('programme/'))
  expect(workflows.length).toBeGreaterThan(20)
  const deciding = workflows.filter((name) =>
    /\bGuard\b|\ballowed\b|\bDecision\b|\b(?:by|guards): \[[^\]]*=>/.test(files.get(name) ?? ''),
  )
  expect(deciding).toEqual([])
})

test('[ORG-1] who does something is asked in one place: the co-ordinator and committee, the committee, the committee and trustees', () => {
  const person = (...roles: string[]) => ({
    actor: { kind: 'person', userId: 'somebody', name: 'Somebody', roles, designations: [], profiles: {} } as never,
  })
  const software = { actor: { kind: 'system', reason: 'a test' } as never }
  const words = { rule: 'ORG-1', reason: 'Others do this.' }
  const no = refused({ ...words, nextStep: 'Ask one of them.' })
  expect(
    [person('co-ordinator'), person('committee'), person('trustee', 'volunteer', 'administrator'), software].map(
      (asked) => [
        caseworkersOnly(words)({}, asked),
        caseworkersOnly({ ...words, orSoftware: true })({}, asked),
        committeeOnly(words)({}, asked),
        committeeOrTrusteesOnly(words)({}, asked),
      ],
    ),
  ).toEqual([
    [allowed, allowed, { ...no, nextStep: 'Ask a committee member.' }, no],
    [allowed, allowed, allowed, allowed],
    [no, no, { ...no, nextStep: 'Ask a committee member.' }, allowed],
    [no, allowed, { ...no, nextStep: 'Ask a committee member.' }, no],
  ])
  expect(committeeOnly({ ...words, nextStep: 'Wait.' })({}, person())).toEqual(refused({ ...words, nextStep: 'Wait.' }))
})

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import type { Field } from 'payload'
import { questionsOf } from '../../src/admin/actions/actionForPerson.ts'
import { tooLong, line, words } from '../../src/core/fields/written.ts'
import { areas } from '../../src/programme/house.ts'
import { applicationForm } from '../../src/web/applicant/applicationForm.tsx'
import type { PublicForm } from '../../src/web/questions/index.ts'
import { referralForm } from '../../src/web/referrer/referralForm.tsx'

// How long a text may be is said once (core/fields/written.ts); records, forms and actions derive it from there.
const source = fileURLToPath(new URL('../../src', import.meta.url))

/** A length in digits that no record has, with its reason. */
const OWN_LENGTHS = [
  ['web/parent/emailCode.tsx', 'maxLength={12}', 'a code of six digits, with blanks'],
  ['web/verify/routes.tsx', 'maxLength={200}', 'the number of a file, with blanks'],
  ['web/portal/directory/directory.tsx', 'maxLength={2}', 'an age, to search by'],
  ['programme/recruitment/applications/workflow.ts', 'maxLength: 5', 'a time of day'],
  ['programme/consent/asking/workflow.ts', 'max(40_000', 'the words of the form, which the software gives itself'],
  ['programme/recruitment/messageKinds.ts', 'max(366', 'days in a message, no text'],
]

/** What an action asks under the name of another thing that the record keeps. */
const NAMESAKES = ['working-list-entries.takeOff.reason']

const fieldsWithin = (fields: readonly Field[]): Field[] =>
  fields.flatMap((field) => ('fields' in field ? fieldsWithin(field.fields) : [field]))

const longestOf = ({ slug, name }: { slug: string; name: string }): number | undefined => {
  const record = areas.flatMap(({ records }) => records).find((one) => one.slug === slug)
  const field = fieldsWithin(record?.fields ?? []).find((one) => 'name' in one && one.name === name)
  return field && 'maxLength' in field ? (field.maxLength as number) : undefined
}

test('a length stands in digits in the declarations and in records alone, never in a form or an action', async () => {
  const files = (await readdir(source, { recursive: true })).filter(
    (name) =>
      /^(web|admin|programme)\/.*\.tsx?$/.test(name) &&
      !name.endsWith('/fields.ts') &&
      // A record may say the length of a text that it alone asks for.
      !/^programme\/.*\/[A-Z]\w*\.ts$/.test(name),
  )
  expect(files.length).toBeGreaterThan(300)
  const found: string[][] = []
  for (const file of files)
    for (const [said] of (await readFile(join(source, file), 'utf8')).matchAll(
      /maxLength(?:=\{|: ?)\d+\}?|(?<!Math)\.max\([\d_]{2,}|LONGEST_(?:NAME|WORDS|ADDRESS) = \d+|\.length (?:>|<=) \d{2,}/g,
    ))
      found.push([file, said.replace(/^\./, '')])
  expect(found.sort()).toEqual(OWN_LENGTHS.map(([file = '', said = '']) => [file, said]).sort())
})

test('what an action asks for is as long as the field of the same name may be', () => {
  const compared = areas.flatMap(({ records }) =>
    records.flatMap(({ slug, custom: { workflow } }) =>
      (workflow?.diagram ?? []).flatMap(({ action }) => {
        const input = workflow?.inputOf(action)
        return (input ? questionsOf(input) : []).flatMap(({ name, longest }) => {
          const kept = longestOf({ slug, name })
          return kept === undefined ? [] : [{ at: `${slug}.${action}.${name}`, longest, kept }]
        })
      }),
    ),
  )
  expect(compared.length).toBeGreaterThan(4)
  expect(compared.filter(({ longest, kept }) => longest !== kept).map(({ at }) => at)).toEqual(NAMESAKES)
})

test.each([
  ['applications', applicationForm],
  ['incoming-referrals', referralForm],
] satisfies [string, PublicForm][])('a public form asks for no more than %s keep', (slug, form) => {
  const questions = form.questions({
    settings: { charityName: 'Made-up Charity' } as Parameters<PublicForm['questions']>[0]['settings'],
    choices: ['One'],
    now: new Date('2026-03-03T12:00:00Z'),
  })
  const compared = questions
    .flatMap(({ fields }) => fields)
    .flatMap((field) => {
      const kept = longestOf({ slug, name: field.name })
      return 'maxLength' in field && kept !== undefined ? [{ name: field.name, asked: field.maxLength, kept }] : []
    })
  expect(compared.length).toBeGreaterThan(6)
  expect(compared.filter(({ asked, kept }) => asked !== kept)).toEqual([])
})

test('a declaration takes its longest text, trimmed, and says of a longer one how long it may be', () => {
  const name = line(5)
  expect(name.asked('Say it.').parse(' abcde ')).toBe('abcde')
  expect(
    name
      .asked('Say it.')
      .safeParse('   ')
      .error?.issues.map(({ message }) => message),
  ).toEqual(['Say it.'])
  expect(
    name
      .asked('Say it.')
      .safeParse(undefined)
      .error?.issues.map(({ message }) => message),
  ).toEqual(['Say it.'])
  expect(
    name
      .ifAny()
      .safeParse('abcdef')
      .error?.issues.map(({ message }) => message),
  ).toEqual([tooLong(name)])
  expect(name.ifAny().parse(undefined)).toBeUndefined()
  expect(tooLong(words(4000))).toBe('Keep this to 4,000 letters or fewer.')
  expect([name.field, words(5).field]).toEqual([
    { type: 'text', maxLength: 5 },
    { type: 'textarea', maxLength: 5 },
  ])
})

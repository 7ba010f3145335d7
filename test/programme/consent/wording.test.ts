import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { FIRST_CONSENT_WORDING } from '../../../migrations/20261130_093100_first_wording.ts'
import { richTextOf } from '../../../src/core/richText/plainText.ts'
import { CONSENT_ITEMS } from '../../../src/programme/consent/rules.ts'
import { knownRelationship, RELATIONSHIPS } from '../../../src/programme/consent/asking/relationships.ts'
import {
  consentWording,
  itemsInWording,
  wordingDigest,
  type WordingSource,
} from '../../../src/programme/consent/wording/wording.ts'
import { partsOfWording } from '../../../src/programme/consent/wording/wordingParts.ts'
import { readConsentWording } from '../../../src/programme/policies/consentWording.ts'
import { readingAge } from '../../support/readingAge.ts'

const formsIn = (plain: string, isEnglish = true) => {
  const read = readConsentWording({ text: richTextOf(plain), isEnglish })
  if ('problem' in read) throw new Error(read.problem)
  return read.forms
}
const problemIn = (plain: string, isEnglish = true): string | undefined => {
  const read = readConsentWording({ text: richTextOf(plain), isEnglish })
  return 'problem' in read ? read.problem : undefined
}
const forms = formsIn(FIRST_CONSENT_WORDING)
const source: WordingSource = {
  versionId: 'a version',
  number: '1.0',
  form: forms.ofParents,
  charityName: 'Kids on Track',
  renewalMonths: 12,
}
const wording = consentWording(source)

/** The first wording as if in Polish: each word told apart from the English. */
const inPolish = FIRST_CONSENT_WORDING.split('\n')
  .map((line) =>
    line.replace(/^(# )?(.+)$/, (_line, mark: string | undefined, words: string) => `${mark ?? ''}PL ${words}`),
  )
  .join('\n')

test('[CON-3] the words of the first version are these: whoever changes one writes a new version', () => {
  expect({ number: wording.number, digest: wording.digest }).toEqual({
    number: '1.0',
    digest: 'f7b13a841ce1698f29b588f1a3fb708537c2c6dbff9adc6edefaa4c1af8f9909',
  })
  expect(wording.digest).toBe(wordingDigest(wording.text))
})

test('[CON-2] every item is asked, once, with why, of parents and of the young person; acting on a worry is explained and not asked', () => {
  for (const { items, safety } of [forms.ofParents, forms.ofThemselves]) {
    expect(items.map(({ item }) => item)).toEqual(Object.keys(CONSENT_ITEMS))
    expect(items.map(({ title }) => title)).toEqual(Object.values(CONSENT_ITEMS))
    for (const { question, why } of items) {
      expect(question).toMatch(/\?$/)
      expect(why.length).toBeGreaterThan(20)
    }
    expect(safety.paragraphs.join(' ')).toContain('we do not ask you for one')
    expect(safety.paragraphs.join(' ')).not.toContain('?')
  }
})

test('[CON-3] the stored text holds all that is read, and gives the items back as they were asked', () => {
  const { whatWeDo, safety, privacy, signature, items } = wording
  for (const words of [
    ...whatWeDo.paragraphs,
    ...safety.paragraphs,
    ...privacy.paragraphs,
    signature.responsibility,
    signature.declaration,
    ...items.flatMap(({ title, question, why }) => [title, question, why]),
  ])
    expect(wording.text).toContain(words)
  expect(wording.text).not.toMatch(/[{}]/)
  expect(wording.text).toContain('Your yes lasts for one year.')
  expect(itemsInWording(wording.text)).toEqual(wording.items)
  expect(partsOfWording(wording.text).map(({ title }) => title)).toEqual([
    'Consent form of Kids on Track, version 1.0',
    'What we do',
    ...Object.values(CONSENT_ITEMS),
    'If a child is in danger',
    'Your answers',
    'What you sign',
  ])
})

test('[CON-3] in another language the text holds both, its items are the parent’s own, and it is another text (consent 21)', () => {
  const translated = { language: 'pl' as const, form: formsIn(inPolish, false).ofParents }
  const both = consentWording({ ...source, translated })
  expect(itemsInWording(both.text)).toEqual(translated.form.items)
  expect(both.items[2]?.question).toBe('PL May your child go in a car with the volunteer?')
  expect(both.english?.items[2]?.question).toBe('May your child go in a car with the volunteer?')
  expect(both.text).toContain('May your child go in a car with the volunteer?\nWe try not')
  expect(both.text).toContain('PL Your yes lasts for 12 miesięcy.')
  expect(both.digest).not.toBe(wording.digest)
  expect(partsOfWording(both.text)).toHaveLength(26)
})

test('[CON-3] whatever a charity calls itself, the items are found again, and another name is another text', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 80, unit: 'grapheme' }), (charityName) => {
      const own = consentWording({ ...source, charityName })
      expect(itemsInWording(own.text)).toEqual(wording.items)
    }),
  )
  expect(consentWording({ ...source, charityName: 'Another Charity' }).digest).not.toBe(wording.digest)
  for (const text of ['', 'Anything', '[travel] a\nb', '[unknown] a\nb\nc', '[en:travel] a\nb\nc'])
    expect(itemsInWording(text)).toEqual([])
})

test('[CON-2] no form is made from a text that lacks a point, its reason, or how long a yes lasts; it is said which', () => {
  const changed = (from: string, to: string) => problemIn(FIRST_CONSENT_WORDING.replace(from, to))
  expect(problemIn(FIRST_CONSENT_WORDING)).toBeUndefined()
  expect(problemIn('Be kind.')).toBe('“Be kind.” stands before the first heading.')
  expect(problemIn('# What we do\nWe do.')).toBe(
    'The heading “Taking part in mentoring” is missing after “What we do”.',
  )
  expect(changed('# Photographs\n', '# Pictures\n')).toBe(
    'The heading “Photographs” is missing after “First aid and emergency treatment”.',
  )
  expect(changed('We look at the risks first. You agree the plan before the day.\n', '')).toBe(
    '“Outings and activities” needs two paragraphs: the question, and why it is asked.',
  )
  expect(changed('for {time}.', 'for a year.')).toBe(
    '“What we do” must say how long a yes lasts. Write {time} where it stands.',
  )
  expect(changed('{charity} would', '{name} would')).toBe(
    'The form fills in {charity} and {time}, and does not know “{name}”.',
  )
  expect(changed('They meet to talk', '- They meet to talk')).toMatch(
    /is a list or something else that the form cannot show/,
  )
  expect(changed('# For a young person of 18 or over\n', '# For a young person of 18 or over\nThis is yours.\n')).toBe(
    'Under “For a young person of 18 or over” only headings follow.',
  )
  expect(problemIn(`${FIRST_CONSENT_WORDING}# One more\nWords.`)).toBe('The heading “One more” is one too many.')
  expect(problemIn(inPolish, false)).toBeUndefined()
  expect(problemIn(inPolish.replace('# PL Photographs\n', ''), false)).toBe(
    'It has 24 headings; the English text has 25.',
  )
})

test('[CON-3] a child of nine can read it', () => {
  for (const form of [forms.ofParents, forms.ofThemselves])
    expect(readingAge(consentWording({ ...source, form }).text.replaceAll(/^\[[\w-]+\] /gm, ''))).toBeLessThanOrEqual(9)
})

test('who the parent is, is offered as we know it, and only as the form offers it', () => {
  expect(RELATIONSHIPS.map((relationship) => knownRelationship(relationship.toUpperCase()))).toEqual(RELATIONSHIPS)
  expect([null, '', 'Captain', ' mother '].map(knownRelationship)).toEqual([undefined, undefined, undefined, 'Mother'])
})

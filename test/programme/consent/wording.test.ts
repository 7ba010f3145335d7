import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { CONSENT_ITEMS } from '../../../src/programme/consent/rules.ts'
import { knownRelationship, RELATIONSHIPS } from '../../../src/programme/consent/relationships.ts'
import { consentWording, CONSENT_WORDING_VERSION, itemsInWording, wordingDigest } from '../../../src/programme/consent/wording.ts'
import { readingAge } from '../../support/readingAge.ts'

const wording = consentWording({ charityName: 'Kids on Track' })

test('[CON-3] the words of this version are these: whoever changes one makes a new version', () => {
  expect({ version: CONSENT_WORDING_VERSION, digest: wording.digest }).toEqual({ version: '1', digest: 'ed443892d236d75518f58231d78f0f9d8be07c229ab5f7b4ff0058e95b386859' })
  expect(wording.digest).toBe(wordingDigest(wording.text))
})

test('[CON-2] every item is asked, once, with why; acting on a worry is explained and not asked', () => {
  expect(wording.items.map(({ item }) => item)).toEqual(Object.keys(CONSENT_ITEMS))
  for (const { question, why } of wording.items) {
    expect(question).toMatch(/\?$/)
    expect(why.length).toBeGreaterThan(20)
  }
  expect(wording.safety.join(' ')).toContain('we do not ask you for one')
  expect(wording.safety.join(' ')).not.toContain('?')
})

test('[CON-3] the stored text holds all that is read, and gives the items back as they were asked', () => {
  for (const words of [...wording.whatWeDo, ...wording.safety, wording.responsibility, wording.declaration, ...wording.items.flatMap(({ title, question, why }) => [title, question, why])]) expect(wording.text).toContain(words)
  expect(itemsInWording(wording.text)).toEqual(wording.items)
})

test('[CON-3] whatever a charity calls itself, the items are found again, and another name is another text', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 80, unit: 'grapheme' }), (charityName) => {
      const own = consentWording({ charityName })
      expect(itemsInWording(own.text)).toEqual(wording.items)
    }),
  )
  expect(consentWording({ charityName: 'Another Charity' }).digest).not.toBe(wording.digest)
  for (const text of ['', 'Anything', '[travel] a\nb', '[unknown] a\nb\nc']) expect(itemsInWording(text)).toEqual([])
})

test('[CON-3] a child of nine can read it', () => {
  expect(readingAge(wording.text.replaceAll(/^\[[\w-]+\] /gm, ''))).toBeLessThanOrEqual(9)
})

test('who the parent is, is offered as we know it, and only as the form offers it', () => {
  expect(RELATIONSHIPS.map((relationship) => knownRelationship(relationship.toUpperCase()))).toEqual(RELATIONSHIPS)
  expect([null, '', 'Captain', ' mother '].map(knownRelationship)).toEqual([undefined, undefined, undefined, 'Mother'])
})

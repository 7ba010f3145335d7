import { expect, test } from '@jest/globals'
import { MOBILE, ORGANISATION, PERSON_NAME, REASON } from '../../../src/core/fields/commonTexts.ts'
import { emailAsked, emailProblem } from '../../../src/core/fields/emailAddress.ts'

test.each([
  'name@example.org',
  'first.last+tag@sub.example.co.uk',
  'o’neil@example.org'.replace('’', "'"),
  'a&b!#$%*/=?^`{|}~-_@example.org',
  "'x'@example.org",
  'x@1and1.example',
  'x@ex--ample.org',
  'x@example.xn--p1ai',
  `${'a'.repeat(64)}@example.org`,
])('[INPUT] a valid email address is taken: %s', (address) => {
  expect(emailProblem(address)).toBeUndefined()
})

test.each([
  ['name', /such as name@example.org/],
  ['name@', /such as name@example.org/],
  ['@example.org', /such as name@example.org/],
  ['name@example', /such as name@example.org/],
  ['a@b@example.org', /such as name@example.org/],
  ['.name@example.org', /such as name@example.org/],
  ['na..me@example.org', /such as name@example.org/],
  ['name@-example.org', /such as name@example.org/],
  ['name@example.123', /such as name@example.org/],
  [`${'a'.repeat(65)}@example.org`, /such as name@example.org/],
  [`name@${'a.'.repeat(125)}org`, /254 letters at most/],
  ['na me@example.org', /There is a space/],
  ['zoë@example.org', /“ë” cannot stand/],
  ['name@example.org,other@example.org', /such as name@example.org/],
  ['name@exa,mple.org', /“,” cannot stand/],
])('[INPUT] what is wrong with an email address is said: %s', (address, says) => {
  expect(emailProblem(address)).toMatch(says)
})

test('[INPUT] signs that nobody sees go from an address, a number and a name', () => {
  expect(emailAsked().parse(' \u202aname@example.org\u200b\u00a0')).toBe('name@example.org')
  expect(MOBILE.asked('Missing').parse('\u202a07700\u00a0900123\u202c')).toBe('07700 900123')
  expect(PERSON_NAME.asked('Missing').parse('\u00a0 Pia \u200b  Madeup\u2003')).toBe('Pia Madeup')
})

test('[INPUT] a name of nothing is none: blanks, signs that nobody sees, no letter at all', () => {
  const says = (typed: string) => PERSON_NAME.asked('Type your name.').safeParse(typed).error?.issues[0]?.message
  for (const nothing of ['', '  ', '\u200b\u200b', '\u202a\u202c', '\u00a0', '\u2060'])
    expect(says(nothing)).toBe('Type your name.')
  for (const letterless of ['-', '..', '123', '👍', '\u200d\u200d'])
    expect(says(letterless)).toMatch(/at least one letter/)
  for (const name of ['Li', 'Ó', '李', 'نور', 'Anne-Marie O’Madeup', 'X Æ 12']) expect(says(name)).toBeUndefined()
  expect(ORGANISATION.asked('Missing').safeParse('4U').success).toBe(true)
  expect(ORGANISATION.asked('Missing').safeParse('--').success).toBe(false)
  expect(REASON.asked('Say why.').safeParse('\u200b\u200b').error?.issues[0]?.message).toBe('Say why.')
  expect(PERSON_NAME.ifAny().parse('\u200b')).toBe('')
})

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { telephoneProblem } from '../../../src/core/fields/telephone.ts'
import { asWebAddress, isWebAddress } from '../../../src/programme/directory/entries/fields.ts'
import {
  directoryAddress,
  directoryFilterIn,
  filterParts,
  isAskedFor,
  type DirectoryFilter,
} from '../../../src/programme/directory/entries/filter.ts'
import { agesInWords, costInWords } from '../../../src/programme/directory/entries/openReferral.ts'
import type { ListedPlace } from '../../../src/programme/directory/queries.ts'
import { agesInOrder, costIsSaid, reliableFirst, relianceOf } from '../../../src/programme/directory/rules.ts'
import { STARTING_PLACES } from '../../../src/programme/directory/starting/startingPlaces.ts'
import { reasonChoices, reasonWords } from '../../../src/programme/referrals/reasons.ts'
import { emailAddress, phoneAddress, relianceTag } from '../../../src/web/portal/directory/placeWords.ts'

const place: ListedPlace = {
  id: '1',
  organisation: 'Café Élan',
  category: 'Sports',
  needs: ['Confidence', 'Loss'],
  phone: null,
  email: null,
  website: null,
  howToRefer: 'Ring on Mondays',
  cost: 'price',
  costPence: 650,
  costWords: 'an hour',
  ageFrom: 8,
  ageTo: 14,
  area: 'Andover',
  checkedOn: '2025-03-03',
  doubtedOn: null,
}

test.each([
  ['2025-03-03', '2026-03-02', 12, 'checked'],
  ['2025-03-03', '2026-03-03', 12, 'checked'],
  ['2025-03-03', '2026-03-04', 12, 'old'],
  ['2024-02-29', '2025-02-28', 12, 'checked'],
  ['2024-02-29', '2025-03-01', 12, 'old'],
  ['2025-10-26', '2026-10-26', 12, 'checked'],
  ['2025-10-26', '2026-10-27', 12, 'old'],
  ['2025-08-31', '2026-02-28', 6, 'checked'],
  ['2025-08-31', '2026-03-01', 6, 'old'],
  ['2024-03-03', '2026-03-03', 24, 'checked'],
  [null, '2026-03-03', 60, 'unchecked'],
])(
  '[DIR-1] a place checked on %s is, on %s, where a check counts for %i months, %s',
  (checkedOn, today, checkMonths, wanted) => {
    expect(relianceOf({ checkedOn, doubtedOn: null, today, checkMonths })).toBe(wanted)
    expect(relianceOf({ checkedOn, doubtedOn: '2026-01-01', today, checkMonths })).toBe('doubted')
  },
)

test('[DIR-1] places that can be relied on come first, each part in its order', () => {
  const places = [
    { name: 'unchecked', checkedOn: null, doubtedOn: null },
    { name: 'first', checkedOn: '2026-01-01', doubtedOn: null },
    { name: 'doubted', checkedOn: '2026-01-01', doubtedOn: '2026-02-01' },
    { name: 'second', checkedOn: '2026-02-01', doubtedOn: null },
    { name: 'old', checkedOn: '2020-01-01', doubtedOn: null },
  ]
  expect(reliableFirst({ places, today: '2026-03-03', checkMonths: 12 }).map(({ name }) => name)).toEqual([
    'first',
    'second',
    'unchecked',
    'doubted',
    'old',
  ])
})

test('[DIR-1, ELG-10] Youth Networking is counselling; a change of school or college is a reason, and leads by its short name', () => {
  expect(STARTING_PLACES.find(({ organisation }) => organisation === 'Youth Networking')?.category).toBe('counselling')
  expect(reasonChoices(['Change of school or college'])).toEqual([
    { value: 'change-of-school', label: 'Change of school or college' },
  ])
  expect(reasonWords('change-of-school')).toBe('Change of school or college')
})

test.each([
  [1, 'a month'],
  [6, '6 months'],
  [12, 'a year'],
  [18, '18 months'],
  [24, '2 years'],
])('[DIR-1] what was not checked for %i months says “%s”', (checkMonths, words) => {
  expect(
    relianceTag({ place: { checkedOn: '2015-01-01', doubtedOn: null }, today: '2026-03-03', checkMonths })?.text,
  ).toBe(`Not checked for ${words}`)
})

describe('[DIR-1] a search', () => {
  test.each<[DirectoryFilter, boolean]>([
    [{}, true],
    [{ text: 'cafe elan' }, true],
    [{ text: 'monday LOSS' }, true],
    [{ text: 'monday tennis' }, false],
    [{ text: 'grief' }, true],
    [{ need: 'loss' }, true],
    [{ need: 'Los' }, false],
    [{ category: 'sports' }, true],
    [{ category: 'Tutoring' }, false],
    [{ age: 8 }, true],
    [{ age: 14 }, true],
    [{ age: 7 }, false],
    [{ age: 15 }, false],
    [{ isFree: true }, false],
    [{ text: 'elan', need: 'Confidence', age: 10 }, true],
  ])('for %j finds it: %s', (filter, wanted) => {
    expect(isAskedFor({ place, filter })).toBe(wanted)
  })

  test('a place that names no ages is for every age, and one that is free is found by that', () => {
    expect(
      isAskedFor({ place: { ...place, ageFrom: null, ageTo: null, cost: 'free' }, filter: { age: 3, isFree: true } }),
    ).toBe(true)
  })

  test('is whole in its address, and each part can be taken off', () => {
    const filter = { text: 'quiet & small', need: 'Loss', category: 'Sports', age: 9, isFree: true }
    const asked = (address: string) =>
      directoryFilterIn(Object.fromEntries(new URL(address, 'https://a.example').searchParams))
    expect(asked(directoryAddress(filter))).toEqual(filter)
    const parts = filterParts(filter)
    expect(parts.map(({ words }) => words)).toEqual(['“quiet & small”', 'Loss', 'Sports', 'Age 9', 'Free'])
    for (const { without } of parts) expect(Object.keys(asked(without))).toHaveLength(4)
    expect(directoryFilterIn({ age: '9e9', cost: 'cheap', text: ['a'], need: ' ' })).toEqual({})
  })
})

describe('[DIR-1] ways to reach a place lead nowhere else', () => {
  test.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,x',
    'ftp://example.org',
    'https://',
    'https://name:word@example.org',
    'https://localhost',
    'vbscript:x',
    'example.org:80/x',
    'https://exa mple.org',
    '//example.org',
  ])('%s is no web address', (typed) => {
    expect(isWebAddress(asWebAddress(typed))).toBe(false)
  })

  test('what was typed without a beginning is given one; nothing stays nothing', () => {
    expect([asWebAddress(' www.example.org/a '), asWebAddress('http://example.org'), asWebAddress(' ')]).toEqual([
      'https://www.example.org/a',
      'http://example.org',
      null,
    ])
  })

  test('whatever a text is, it is a web address only where it leads to the web', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `javascript:${text}`),
        ),
        (typed) => {
          const address = asWebAddress(typed)
          if (isWebAddress(address)) expect(new URL(String(address)).protocol).toMatch(/^https?:$/)
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('a telephone number leads to the telephone, an email address to one message to it', () => {
    expect(
      ['+44 (0)1632 960-201', '01632 960201', 'ring me', '1;ext=javascript:1'].map(
        (typed) => telephoneProblem(typed) === undefined,
      ),
    ).toEqual([true, true, false, false])
    expect(phoneAddress('+44 (0)1632 960-201')).toBe('tel:+441632960201')
    expect(emailAddress('a?bcc=b@c.example')).toBe('mailto:a%3Fbcc%3Db@c.example')
  })
})

test.each([
  [{ cost: 'free', costPence: null, costWords: null }, 'Free'],
  [{ cost: 'price', costPence: 1250, costWords: null }, '£12.50'],
  [{ cost: 'price', costPence: 1200, costWords: 'a term' }, '£12, a term'],
  [{ cost: 'words', costPence: null, costWords: 'What a family can give' }, 'What a family can give'],
  [{ cost: 'words', costPence: null, costWords: null }, 'To be checked'],
] as const)('[DIR-1] what it costs is said in words: %j', (said, words) => {
  expect(costInWords(said)).toBe(words)
})

test('[DIR-1] a price is said where one is named, and ages stand in order', () => {
  expect(costIsSaid({ cost: 'price', costPence: 12.5, costWords: '' })).toMatchObject({ rule: 'DIR-1' })
  expect(costIsSaid({ cost: 'words', costPence: null, costWords: ' ' })).toMatchObject({ rule: 'DIR-1' })
  expect(costIsSaid({ cost: 'free', costPence: null, costWords: null })).toEqual({ allowed: true })
  expect([agesInOrder({ ageFrom: 9, ageTo: 8 }), agesInOrder({ ageFrom: 8, ageTo: 8 })]).toMatchObject([
    { rule: 'DIR-1' },
    { allowed: true },
  ])
  expect([
    agesInWords({ ageFrom: null, ageTo: null }),
    agesInWords({ ageFrom: 5, ageTo: null }),
    agesInWords({ ageFrom: null, ageTo: 17 }),
    agesInWords({ ageFrom: 5, ageTo: 17 }),
  ]).toEqual(['Any age', 'From 5', 'Up to 17', 'From 5 to 17'])
})

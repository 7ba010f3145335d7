import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { daysAfter, londonDate, monthsAfter } from '../../../src/core/clock/londonDates.ts'
import { FOR_THE_COUNCIL } from '../../../src/programme/consent/asking/relationships.ts'
import { decidesForChild, signsAsOnRecord, whoDecides } from '../../../src/programme/consent/asking/rules.ts'
import {
  CONSENT_ITEMS,
  consentState,
  isConsentItem,
  missingConsent,
  REQUIRED_ITEMS,
  type ConsentAnswer,
  type ConsentItem,
} from '../../../src/programme/consent/rules.ts'
import { adultFrom, isAdult } from '../../../src/programme/people/adulthood.ts'

const answered = (answer: 'yes' | 'no', decidedOn: string, more: Partial<ConsentAnswer> = {}): ConsentAnswer => ({
  guardianId: 'one',
  item: 'travel',
  answer,
  decidedOn,
  order: 0,
  until: answer === 'yes' ? monthsAfter({ date: decidedOn, months: 12 }) : null,
  counts: true,
  themselves: false,
  bornOn: null,
  ...more,
})
const standing = (answers: ConsentAnswer[], on: string) => consentState({ answers, item: 'travel', on })

test('[CON-2] there are eight items; taking part and meetings alone are required', () => {
  expect(Object.keys(CONSENT_ITEMS)).toHaveLength(8)
  expect(REQUIRED_ITEMS).toEqual(['taking-part', 'meetings'])
  expect(['travel', 'Travel', 'constructor', ''].map(isConsentItem)).toEqual([true, false, false, false])
})

describe('whether an item is held on a date', () => {
  test('[CON-1] by nobody’s answer it is not; a yes to another item is none; a yes of a later day does not count yet', () => {
    expect(standing([], '2026-03-03')).toEqual({ held: false, why: 'never-asked', since: null })
    expect(standing([answered('yes', '2026-03-01', { item: 'outings' })], '2026-03-03')).toMatchObject({
      held: false,
      why: 'never-asked',
    })
    expect(standing([answered('yes', '2026-03-04')], '2026-03-03')).toMatchObject({ held: false, why: 'never-asked' })
    expect(standing([answered('yes', '2026-03-03')], '2026-03-03')).toEqual({ held: true, until: '2027-03-03' })
  })

  test('[CON-4] a no counts on the very day it is said, whichever came first that day; a later yes is a yes again', () => {
    const yes = answered('yes', '2026-03-03', { order: 1 })
    expect(standing([yes, answered('no', '2026-03-03', { order: 2 })], '2026-03-03')).toEqual({
      held: false,
      why: 'refused',
      since: '2026-03-03',
    })
    expect(standing([answered('no', '2026-03-03', { order: 0 }), yes], '2026-03-03')).toMatchObject({ held: true })
    expect(standing([answered('no', '2026-03-05', { order: 2 }), yes], '2026-03-04')).toMatchObject({ held: true })
    expect(standing([answered('no', '2026-03-05', { order: 2 }), yes], '2026-03-05')).toMatchObject({
      held: false,
      why: 'refused',
    })
    expect(
      standing(
        [yes, answered('no', '2026-03-05', { order: 2 }), answered('yes', '2026-03-06', { order: 3 })],
        '2026-03-06',
      ),
    ).toMatchObject({ held: true, until: '2027-03-06' })
  })

  test('[CON-4] an answer entered late, from paper, does not undo what was said since', () => {
    const withdrawn = answered('no', '2026-03-05', { order: 1 })
    const olderPaper = answered('yes', '2026-03-01', { order: 2 })
    expect(standing([withdrawn, olderPaper], '2026-03-06')).toMatchObject({ held: false, why: 'refused' })
  })

  test.each([
    ['an ordinary day', '2025-03-03', 12, '2026-03-02', '2026-03-03'],
    ['29 February', '2028-02-29', 12, '2029-02-27', '2029-02-28'],
    ['the day before a 29 February', '2027-02-28', 12, '2028-02-27', '2028-02-28'],
    ['1 March after a 29 February', '2028-03-01', 12, '2029-02-28', '2029-03-01'],
    ['the last day of a long month', '2026-08-31', 6, '2027-02-27', '2027-02-28'],
    ['the last day of the year', '2026-12-31', 12, '2027-12-30', '2027-12-31'],
  ])(
    '[CON-5] a yes of %s runs out with its renewal (consent 17)',
    (_day, decidedOn, months, lastHeld, firstExpired) => {
      const yes = answered('yes', decidedOn, { until: monthsAfter({ date: decidedOn, months }) })
      expect(standing([yes], lastHeld)).toEqual({ held: true, until: firstExpired })
      expect(standing([yes], firstExpired)).toEqual({ held: false, why: 'expired', since: firstExpired })
    },
  )

  test.each([
    ['before the clocks go forward', '2026-03-28T23:59:59Z', '2027-03-27T23:59:59Z', '2027-03-28T00:00:00Z'],
    ['the night they go forward', '2026-03-29T00:59:59Z', '2027-03-28T22:59:59Z', '2027-03-28T23:00:00Z'],
    ['late on the day they went forward', '2026-03-29T22:59:59Z', '2027-03-28T22:59:59Z', '2027-03-28T23:00:00Z'],
    [
      'past midnight in London, not in Greenwich',
      '2026-03-29T23:00:00Z',
      '2027-03-29T22:59:59Z',
      '2027-03-29T23:00:00Z',
    ],
    [
      'past midnight, before the clocks go back',
      '2026-10-24T23:00:00Z',
      '2027-10-24T22:59:59Z',
      '2027-10-24T23:00:00Z',
    ],
    [
      'the first half past one of the night they go back',
      '2026-10-25T00:30:00Z',
      '2027-10-24T22:59:59Z',
      '2027-10-24T23:00:00Z',
    ],
    ['the second half past one of that night', '2026-10-25T01:30:00Z', '2027-10-24T22:59:59Z', '2027-10-24T23:00:00Z'],
    ['late on the day they went back', '2026-10-25T23:59:59Z', '2027-10-24T22:59:59Z', '2027-10-24T23:00:00Z'],
    ['past midnight after it', '2026-10-26T00:00:00Z', '2027-10-25T22:59:59Z', '2027-10-25T23:00:00Z'],
  ])('[CON-5] a yes given %s lasts a year of London’s days', (_when, given, lastMoment, nextMoment) => {
    const yes = answered('yes', londonDate(new Date(given)))
    expect(standing([yes], londonDate(new Date(lastMoment)))).toMatchObject({ held: true })
    expect(standing([yes], londonDate(new Date(nextMoment)))).toMatchObject({ held: false, why: 'expired' })
  })

  test('[CON-6] two parents: one yes holds while none says no; the other’s no closes it, and its end opens it again', () => {
    const mother = answered('yes', '2026-01-10', { guardianId: 'mother', order: 1 })
    const father = (answer: 'yes' | 'no', decidedOn: string, order: number) =>
      answered(answer, decidedOn, { guardianId: 'father', order })
    expect(standing([mother], '2026-03-03')).toEqual({ held: true, until: '2027-01-10' })
    expect(standing([mother, father('yes', '2026-02-01', 2)], '2026-03-03')).toEqual({
      held: true,
      until: '2027-02-01',
    })
    expect(standing([mother, father('no', '2026-02-01', 2)], '2026-03-03')).toEqual({
      held: false,
      why: 'refused',
      since: '2026-02-01',
    })
    expect(standing([father('no', '2025-02-01', 0), mother], '2026-03-03')).toMatchObject({
      held: false,
      why: 'refused',
    })
    expect(standing([mother, father('no', '2026-02-01', 2), father('yes', '2026-02-20', 3)], '2026-03-03')).toEqual({
      held: true,
      until: '2027-02-20',
    })
  })

  test('[CON-5, CON-6] of several yeses the one that ends last holds, whoever said it and whichever was said first', () => {
    const [long, short] = [
      answered('yes', '2026-03-01', { guardianId: 'one', until: '2027-03-01' }),
      answered('yes', '2026-03-02', { guardianId: 'two', until: '2026-09-02' }),
    ]
    expect(standing([long, short], '2026-10-01')).toEqual({ held: true, until: '2027-03-01' })
    expect(
      standing(
        [
          { ...short, guardianId: 'one' },
          { ...long, guardianId: 'two' },
        ],
        '2026-10-01',
      ),
    ).toEqual({
      held: true,
      until: '2027-03-01',
    })
  })

  test('[CON-6] a no never runs out: only a new answer of the same parent takes it back', () => {
    expect(
      standing(
        [
          answered('no', '2020-01-01', { guardianId: 'father' }),
          answered('yes', '2026-01-01', { guardianId: 'mother' }),
        ],
        '2026-03-03',
      ),
    ).toMatchObject({ held: false, why: 'refused', since: '2020-01-01' })
  })
})

describe('for any answers of any parents', () => {
  const day = fc.integer({ min: 0, max: 900 }).map((days) => daysAfter({ date: '2025-01-01', days }))
  const anyAnswers = fc
    .array(
      fc.record({
        guardianId: fc.constantFrom('one', 'two', 'three'),
        item: fc.constantFrom<ConsentItem>('travel', 'meetings', 'taking-part'),
        answer: fc.constantFrom<'yes' | 'no'>('yes', 'no'),
        decidedOn: day,
      }),
      { maxLength: 12 },
    )
    .map((answers) => answers.map((answer, order) => answered(answer.answer, answer.decidedOn, { ...answer, order })))

  test('[CON-6] an item is held when, and only when, some parent’s latest answer is a yes that has not run out and no parent’s is a no', () => {
    fc.assert(
      fc.property(anyAnswers, day, (answers, on) => {
        const latest = ['one', 'two', 'three'].flatMap((guardianId) => {
          const own = answers.filter(
            (answer) => answer.guardianId === guardianId && answer.item === 'travel' && answer.decidedOn <= on,
          )
          const lastDay = own
            .map(({ decidedOn }) => decidedOn)
            .sort()
            .at(-1)
          return own.filter(({ decidedOn }) => decidedOn === lastDay).slice(-1)
        })
        const expected =
          latest.every(({ answer }) => answer === 'yes') &&
          latest.some(({ decidedOn }) => on < monthsAfter({ date: decidedOn, months: 12 }))
        expect(standing(answers, on).held).toBe(expected)
      }),
      { numRuns: 3_000 },
    )
  })

  test('[CON-4] whatever was said before, a no said today means no today', () => {
    fc.assert(
      fc.property(anyAnswers, day, fc.constantFrom('one', 'two', 'three'), (answers, on, guardianId) => {
        expect(standing([...answers, answered('no', on, { guardianId, order: 999 })], on)).toMatchObject({
          held: false,
          why: 'refused',
        })
      }),
      { numRuns: 1_000 },
    )
  })

  test('[CON-1] what is missing depends on nothing but the order of events: answers may come in any order', () => {
    fc.assert(
      fc.property(anyAnswers, day, (answers, on) => {
        const ask = (given: ConsentAnswer[]) => missingConsent({ answers: given, on })
        expect(ask([...answers].reverse())).toEqual(ask(answers))
      }),
      { numRuns: 500 },
    )
  })
})

test('[CON-1] each required item that is not held is refused with why, in words that name nobody', () => {
  const yes = (item: ConsentItem, decidedOn: string) =>
    answered('yes', decidedOn, { item, guardianId: 'Alex Testerton' })
  const ask = (answers: ConsentAnswer[]) => missingConsent({ answers, on: '2026-03-03' })
  expect(ask([yes('taking-part', '2026-01-01'), yes('meetings', '2026-01-01')])).toEqual([])
  expect(ask([]).map(({ rule, reason }) => [rule, reason])).toEqual([
    ['CON-1', 'No parent or carer has agreed to “Taking part in mentoring”.'],
    ['CON-1', 'No parent or carer has agreed to “Meetings in public places”.'],
  ])
  const [withdrawn] = ask([
    yes('taking-part', '2026-01-01'),
    yes('meetings', '2026-01-01'),
    answered('no', '2026-02-01', { item: 'meetings', guardianId: 'Alex Testerton', order: 1 }),
  ])
  expect(withdrawn?.reason).toBe('A parent or carer has said no to “Meetings in public places” since 1 February 2026.')
  expect(ask([yes('taking-part', '2025-03-03'), yes('meetings', '2026-01-01')])[0]?.reason).toBe(
    'The consent for “Taking part in mentoring” runs out before 3 March 2026.',
  )
})

test.each([
  ['2008-03-03', '2026-03-02', false],
  ['2008-03-03', '2026-03-03', true],
  ['2008-02-29', '2026-02-28', false],
  ['2008-02-29', '2026-03-01', true],
  ['2006-03-01', '2024-02-29', false],
  ['2006-03-01', '2024-03-01', true],
  ['2010-12-31', '2028-12-30', false],
  ['2010-12-31', '2028-12-31', true],
])('[CON-9] born on %s, on %s: of age is %s', (bornOn, on, ofAge) => {
  expect(isAdult({ bornOn, on })).toBe(ofAge)
})

test('[CON-9] somebody is 18 on their birthday, and on 1 March where there is no 29 February', () => {
  expect(['2008-03-03', '2008-02-29', '2006-12-31'].map(adultFrom)).toEqual(['2026-03-03', '2026-03-01', '2024-12-31'])
})

test('[CON-9] of somebody who is 18 it is said since when, and that they are the one to ask', () => {
  const parents = (item: ConsentItem) => answered('yes', '2026-01-01', { item, bornOn: '2008-02-10' })
  expect(missingConsent({ answers: [parents('taking-part'), parents('meetings')], on: '2026-03-03' })).toEqual([
    expect.objectContaining({
      rule: 'CON-9',
      reason:
        'The young person is 18 since 10 February 2026, decides for themselves, and has not agreed to “Taking part in mentoring”.',
      nextStep: 'The co-ordinator asks the young person, or the match ends.',
    }),
    expect.objectContaining({ rule: 'CON-9' }),
  ])
  expect(missingConsent({ answers: [], on: '2026-03-03' })[0]).toMatchObject({
    rule: 'CON-1',
    nextStep: 'The co-ordinator asks the parent or carer.',
  })
})

test.each([
  ['a parent, the day before the birthday', false, '2026-03-02', undefined],
  ['a parent, on the birthday', false, '2026-03-03', /18 now, so parents and carers no longer decide/],
  ['the young person, the day before it', true, '2026-03-02', /decides from 18 on/],
  ['the young person, on the birthday', true, '2026-03-03', undefined],
])('[CON-9] who decides: %s', (_what, themselves, on, words) => {
  const decision = whoDecides({ childBornOn: '2008-03-03', themselves, on })
  expect(decision.allowed ? undefined : decision.reason).toEqual(words && expect.stringMatching(words))
})

test('[CON-9] while nobody knows a birthday the parents decide', () => {
  const decides = (themselves: boolean) => whoDecides({ childBornOn: null, themselves, on: '2026-03-03' }).allowed
  expect([decides(false), decides(true)]).toEqual([true, false])
})

test.each<
  [mayDecide: boolean, themselves: boolean, childInCare: boolean, forCouncil: boolean, words: RegExp | undefined]
>([
  [true, false, false, false, undefined],
  [true, false, true, false, undefined],
  [false, false, true, false, /in the care of a council, so only/],
  [false, false, false, true, /not in the care of a council/],
  [false, false, true, true, /^Only a parent or carer/],
  [false, false, false, false, /^Only a parent or carer/],
  [false, true, true, false, /^Only a parent or carer/],
  [false, true, false, true, /^Only a parent or carer/],
])(
  '[CON-8] decides %s, themselves %s, in care %s, for the council %s',
  (mayDecide, themselves, childInCare, forCouncil, words) => {
    const decision = decidesForChild({ mayDecide, themselves, childInCare, forCouncil })
    expect(decision.allowed ? undefined : decision.reason).toEqual(words && expect.stringMatching(words))
  },
)

test.each([
  [false, 'Mother', undefined],
  [false, FOR_THE_COUNCIL, /We do not have you on record/],
  [true, 'Mother', /^You sign for the council/],
  [true, FOR_THE_COUNCIL, undefined],
])('[CON-8] on record for the council %s, signing as “%s”', (forCouncil, relationship, words) => {
  const decision = signsAsOnRecord({ forCouncil, relationship })
  expect(decision.allowed ? undefined : decision.reason).toEqual(words && expect.stringMatching(words))
})

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { daysAfter, londonDate } from '../../../src/core/clock/londonDates.ts'
import {
  asksForAcceptance,
  documentsNotAccepted,
  majorOf,
  acceptanceOf,
  type RequiredDocument,
  type VersionFact,
} from '../../../src/programme/policies/rules.ts'
import type { Decision } from '../../../src/core/errors/refusal.ts'
import {
  adoptedByAnother,
  adoptedOnDay,
  adoptedOnLaterDay,
  changesSaid,
  inForce,
  nextNumber,
  noneOnItsWay,
  nothingToFillIn,
  numberFollows,
  placesToFillIn,
} from '../../../src/programme/policies/versions/rules.ts'

const version = (number: string, adoptedOn: string, graceUntil: string | null = null): VersionFact => ({
  number,
  adoptedOn,
  graceUntil,
})
const document = (versions: VersionFact[], acceptances: Array<[string, string]> = []): RequiredDocument => ({
  title: 'Code of conduct',
  versions,
  acceptances: acceptances.map(([number, acceptedOn]) => ({ number, acceptedOn })),
})
const lacks = (given: RequiredDocument, on: string): boolean =>
  documentsNotAccepted({ documents: [given], on }).length > 0

describe('[POL-4] a document on a date', () => {
  const first = version('1.0', '2025-09-01', '2025-09-15')
  const minor = version('1.1', '2025-11-01', '2025-11-15')
  const second = version('2.0', '2026-02-20', '2026-03-06')
  const secondMinor = version('2.1', '2026-04-01', '2026-04-15')

  test.each<[string, RequiredDocument, string, string | undefined]>([
    ['before anything is adopted, nothing is asked', document([first]), '2025-08-31', undefined],
    ['from the day of adoption, it is asked', document([first]), '2025-09-01', 'missing'],
    ['a newcomer has no grace', document([first]), '2025-09-10', 'missing'],
    ['accepted on the day itself', document([first], [['1.0', '2025-09-01']]), '2025-09-01', 'accepted'],
    ['not yet accepted the day before', document([first], [['1.0', '2025-09-02']]), '2025-09-01', 'missing'],
    [
      'a minor version need not be accepted again',
      document([first, minor], [['1.0', '2025-09-02']]),
      '2025-12-01',
      'accepted',
    ],
    [
      'the day before a new major version',
      document([first, minor, second], [['1.0', '2025-09-02']]),
      '2026-02-19',
      'accepted',
    ],
    ['the day of a new major version', document([first, minor, second], [['1.0', '2025-09-02']]), '2026-02-20', 'due'],
    ['the last day of grace', document([first, minor, second], [['1.0', '2025-09-02']]), '2026-03-06', 'due'],
    [
      'the day after the last day of grace',
      document([first, minor, second], [['1.0', '2025-09-02']]),
      '2026-03-07',
      'missing',
    ],
    [
      'the new major version accepted within the grace',
      document(
        [first, second],
        [
          ['1.0', '2025-09-02'],
          ['2.0', '2026-03-01'],
        ],
      ),
      '2026-03-07',
      'accepted',
    ],
    [
      'a minor version on top of it lengthens no grace',
      document([first, second, secondMinor], [['1.0', '2025-09-02']]),
      '2026-04-02',
      'missing',
    ],
    [
      'a minor version on top of it needs no acceptance',
      document([first, second, secondMinor], [['2.0', '2026-03-01']]),
      '2026-04-02',
      'accepted',
    ],
    [
      'its minor version accepted counts as the major',
      document([first, second, secondMinor], [['2.1', '2026-04-03']]),
      '2026-04-03',
      'accepted',
    ],
    [
      'without a grace date there is no grace',
      document([first, version('2.0', '2026-02-20')], [['1.0', '2025-09-02']]),
      '2026-02-20',
      'missing',
    ],
    [
      'with 10.0 after 9.0, numbers are numbers',
      document([version('9.0', '2025-01-01'), version('10.0', '2026-01-01', '2026-01-15')], [['9.0', '2025-01-02']]),
      '2026-01-16',
      'missing',
    ],
    [
      '1.10 is a minor version of 1',
      document([version('1.9', '2025-01-01'), version('1.10', '2026-01-01')], [['1.9', '2025-01-02']]),
      '2026-01-16',
      'accepted',
    ],
  ])('[POL-4] %s', (_what, given, on, state) => {
    expect(acceptanceOf({ document: given, on })?.state).toBe(state)
    expect(lacks(given, on)).toBe(state === 'missing')
  })

  test.each<[string, VersionFact, string, string, string]>([
    ['31 August and 1 September', version('2.0', '2026-08-20', '2026-08-31'), '2026-08-31', '2026-09-01', '2026-08-31'],
    ['28 February and 1 March', version('2.0', '2026-02-14', '2026-02-28'), '2026-02-28', '2026-03-01', '2026-02-28'],
    [
      '29 February and 1 March of a leap year',
      version('2.0', '2028-02-15', '2028-02-29'),
      '2028-02-29',
      '2028-03-01',
      '2028-02-29',
    ],
    [
      '28 and 29 February of a leap year',
      version('2.0', '2028-02-14', '2028-02-28'),
      '2028-02-28',
      '2028-02-29',
      '2028-02-28',
    ],
    [
      'the Sunday on which the clocks go forward',
      version('2.0', '2026-03-15', '2026-03-29'),
      '2026-03-29',
      '2026-03-30',
      '2026-03-29',
    ],
    [
      'the Sunday on which the clocks go back',
      version('2.0', '2026-10-11', '2026-10-25'),
      '2026-10-25',
      '2026-10-26',
      '2026-10-25',
    ],
    ['31 December and 1 January', version('2.0', '2026-12-17', '2026-12-31'), '2026-12-31', '2027-01-01', '2026-12-31'],
  ])('[POL-4] the grace ends with its last day: %s', (_what, newer, lastDay, dayAfter, by) => {
    const given = document([version('1.0', '2025-09-01'), newer], [['1.0', '2025-09-02']])
    expect(acceptanceOf({ document: given, on: lastDay })).toMatchObject({ state: 'due', by })
    expect([lacks(given, lastDay), lacks(given, dayAfter)]).toEqual([false, true])
  })

  // A day of 23 hours, one of 25, and the minutes round midnight: the date that counts is London's.
  test.each([
    ['2026-03-28T23:59:59Z', '2026-03-28'],
    ['2026-03-29T00:00:00Z', '2026-03-29'],
    ['2026-03-29T22:59:59Z', '2026-03-29'],
    ['2026-03-29T23:00:00Z', '2026-03-30'],
    ['2026-10-24T22:59:59Z', '2026-10-24'],
    ['2026-10-24T23:00:00Z', '2026-10-25'],
    ['2026-10-25T23:59:59Z', '2026-10-25'],
    ['2026-10-26T00:00:00Z', '2026-10-26'],
    ['2026-08-31T22:59:59Z', '2026-08-31'],
    ['2026-08-31T23:00:00Z', '2026-09-01'],
  ])('[POL-4] %s is %s in London', (moment, date) => {
    expect(londonDate(new Date(moment))).toBe(date)
  })

  test('[POL-4] the sentence names the document, the version and the day, and says who can do what', () => {
    expect(documentsNotAccepted({ documents: [document([first])], on: '2026-03-03' })).toEqual([
      {
        allowed: false,
        rule: 'VOL-3',
        reason: '“Code of conduct”, version 1.0, is not accepted as of 3 March 2026.',
        nextStep: 'The volunteer reads and accepts it in the portal.',
      },
    ])
  })
})

describe('[POL-4] whatever the versions and acceptances', () => {
  const day = fc.integer({ min: 0, max: 900 }).map((days) => daysAfter({ date: '2024-01-15', days }))
  const history = fc
    .array(
      fc.record({
        gap: fc.integer({ min: 1, max: 120 }),
        isMajor: fc.boolean(),
        grace: fc.option(fc.integer({ min: 0, max: 40 }), { nil: null }),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((steps) => {
      let [date, major, minor] = ['2024-01-01', 1, -1]
      return steps.map(({ gap, isMajor, grace }) => {
        date = daysAfter({ date, days: gap })
        if (isMajor && minor >= 0) [major, minor] = [major + 1, 0]
        else minor += 1
        return version(`${major}.${minor}`, date, grace === null ? null : daysAfter({ date, days: grace }))
      })
    })
  const given = history.chain((versions) =>
    fc
      .array(fc.tuple(fc.constantFrom(...versions.map(({ number }) => number)), day), { maxLength: 4 })
      .map((acceptances) => document(versions, acceptances)),
  )

  test('[POL-4] accepting the version that is adopted today leaves nothing to accept until a new major version', () => {
    fc.assert(
      fc.property(given, day, (before, on) => {
        const current = acceptanceOf({ document: before, on })?.current
        if (!current) return
        const after = { ...before, acceptances: [...before.acceptances, { number: current.number, acceptedOn: on }] }
        expect(acceptanceOf({ document: after, on })).toMatchObject({ state: 'accepted', acceptedOn: on })
        const nextMajor = before.versions.find(
          ({ adoptedOn, number }) => adoptedOn > on && majorOf(number) > majorOf(current.number),
        )
        const dayBefore = nextMajor ? daysAfter({ date: nextMajor.adoptedOn, days: -1 }) : '2030-01-01'
        if (dayBefore >= on) expect(lacks(after, dayBefore)).toBe(false)
      }),
    )
  })

  test('[POL-4] one more acceptance never makes anything missing that was not', () => {
    fc.assert(
      fc.property(given, day, day, (before, acceptedOn, on) => {
        const number = before.versions[0]?.number ?? '1.0'
        const after = { ...before, acceptances: [...before.acceptances, { number, acceptedOn }] }
        if (!lacks(before, on)) expect(lacks(after, on)).toBe(false)
      }),
    )
  })

  test('[POL-4] what is accepted later, or of a version to come, changes nothing today', () => {
    fc.assert(
      fc.property(given, day, (before, on) => {
        const after = {
          ...before,
          acceptances: [
            ...before.acceptances,
            { number: before.versions.at(-1)?.number ?? '1.0', acceptedOn: daysAfter({ date: on, days: 1 }) },
          ],
        }
        expect(acceptanceOf({ document: after, on })).toEqual(acceptanceOf({ document: before, on }))
      }),
    )
  })

  test('[POL-4] grace is never longer than the grace date of the major version that holds', () => {
    fc.assert(
      fc.property(given, day, (any, on) => {
        const standing = acceptanceOf({ document: any, on })
        if (standing?.state !== 'due') return
        expect(on <= standing.by).toBe(true)
        expect(any.acceptances.some(({ acceptedOn }) => acceptedOn <= on)).toBe(true)
        const firstOfMajor = any.versions.find(({ number }) => majorOf(number) === majorOf(standing.current.number))
        expect(standing.by).toBe(firstOfMajor?.graceUntil)
      }),
    )
  })
})

test('[MAT-7 thin] volunteers are asked to accept what is required, and the confidentiality agreement always', () => {
  expect(asksForAcceptance({ kind: 'guidance', mustBeAccepted: false })).toBe(false)
  expect(asksForAcceptance({ kind: 'guidance', mustBeAccepted: true })).toBe(true)
  expect(asksForAcceptance({ kind: 'confidentiality-agreement', mustBeAccepted: false })).toBe(true)
})

describe('[POL-2, POL-3] from which day a version counts', () => {
  const day = (changes: Partial<Parameters<typeof adoptedOnDay>[0]> = {}) => ({
    on: '2026-03-03',
    today: '2026-03-03',
    currentAdoptedOn: '2026-01-10',
    graceUntil: '2026-03-17',
    ...changes,
  })
  const ruleOf = (decision: Decision): string => (decision.allowed ? 'allowed' : decision.rule)

  test.each<[string, Partial<Parameters<typeof adoptedOnDay>[0]>, string, string]>([
    ['today', {}, 'allowed', 'POL-3'],
    ['yesterday', { on: '2026-03-02' }, 'allowed', 'POL-3'],
    ['tomorrow', { on: '2026-03-04' }, 'POL-3', 'allowed'],
    ['the day of the version before it', { on: '2026-01-10' }, 'allowed', 'POL-3'],
    ['the day before that', { on: '2026-01-09' }, 'POL-2', 'POL-3'],
    ['the last day by which it is to be accepted', { graceUntil: '2026-03-03' }, 'allowed', 'POL-3'],
    ['the day after that', { graceUntil: '2026-03-02' }, 'POL-4', 'POL-3'],
    [
      'tomorrow, the last day by which it is to be accepted',
      { on: '2026-03-04', graceUntil: '2026-03-04' },
      'POL-3',
      'allowed',
    ],
    ['tomorrow, a day too late to be accepted', { on: '2026-03-04', graceUntil: '2026-03-03' }, 'POL-3', 'POL-4'],
    ['without a version before it or a day of grace', { currentAdoptedOn: null, graceUntil: null }, 'allowed', 'POL-3'],
  ])('[POL-3] %s', (_what, changes, now, later) => {
    expect([ruleOf(adoptedOnDay(day(changes))), ruleOf(adoptedOnLaterDay(day(changes)))]).toEqual([now, later])
  })

  test.each<[string, string | null, boolean, boolean]>([
    ['1.0', null, false, true],
    ['1.1', '1.0', false, true],
    ['1.10', '1.9', false, true],
    ['2.0', '1.99', false, true],
    ['1.0', '1.0', false, false],
    ['1.9', '1.10', false, false],
    ['1.99', '2.0', false, false],
    ['2.0', '1.0', true, false],
    ['2', null, false, false],
    ['2.0.1', null, false, false],
    ['12345.0', null, false, false],
  ])('[POL-2] %s after %s', (number, currentNumber, isTaken, follows) => {
    expect(numberFollows({ number, currentNumber, isTaken }).allowed).toBe(follows)
  })

  test.each<[string[], string]>([
    [[], '1.0'],
    [['1.0'], '1.1'],
    [['1.0', '2.3', '1.9'], '2.4'],
    [['0.1'], '0.2'],
  ])('[POL-2] beside %j the next is %s', (numbers, next) => {
    expect(nextNumber(numbers)).toBe(next)
  })

  test.each(['draft', 'proposed', 'scheduled', 'adopted', 'superseded'])('[POL-3] a version that is %s', (status) => {
    expect(noneOnItsWay({ versions: [{ number: '2.0', status }] }).allowed).toBe(
      status === 'adopted' || status === 'superseded',
    )
    expect(inForce({ status }).allowed).toBe(status === 'adopted')
  })

  test('[POL-3, ORG-1] whoever wrote any of it does not adopt it', () => {
    expect(ruleOf(adoptedByAnother({ userId: 'a writer', writerIds: ['another', 'a writer'] }))).toBe('POL-3')
    expect(ruleOf(adoptedByAnother({ userId: 'a reader', writerIds: ['another', 'a writer'] }))).toBe('allowed')
    expect(ruleOf(adoptedByAnother({ userId: undefined, writerIds: ['a writer'] }))).toBe('allowed')
  })

  test('[POL-2] it is said what changed, and nothing is left to fill in', () => {
    expect([ruleOf(changesSaid({ changes: ' ' })), ruleOf(changesSaid({ changes: 'Clearer.' }))]).toEqual([
      'POL-2',
      'allowed',
    ])
    expect([
      ruleOf(nothingToFillIn({ words: 'Ring [Fill in: the number].' })),
      ruleOf(nothingToFillIn({ words: 'Ring 01264 900123.' })),
    ]).toEqual(['POL-2', 'allowed'])
    expect(placesToFillIn('[Fill in: the number ] and [FILL IN a name]')).toEqual(['the number', 'a name'])
  })
})

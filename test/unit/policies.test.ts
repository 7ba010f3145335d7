import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { daysAfter, londonDate } from '../../src/core/clock/londonDates.ts'
import { asksForAcceptance, documentsNotAccepted, majorOf, standingOf, type RequiredDocument, type VersionFact } from '../../src/programme/policies/rules.ts'

const version = (number: string, adoptedOn: string, graceUntil: string | null = null): VersionFact => ({ number, adoptedOn, graceUntil })
const document = (versions: VersionFact[], acceptances: Array<[string, string]> = []): RequiredDocument => ({ title: 'Code of conduct', versions, acceptances: acceptances.map(([number, acceptedOn]) => ({ number, acceptedOn })) })
const lacks = (given: RequiredDocument, on: string): boolean => documentsNotAccepted({ documents: [given], on }).length > 0

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
    ['a minor version need not be accepted again', document([first, minor], [['1.0', '2025-09-02']]), '2025-12-01', 'accepted'],
    ['the day before a new major version', document([first, minor, second], [['1.0', '2025-09-02']]), '2026-02-19', 'accepted'],
    ['the day of a new major version', document([first, minor, second], [['1.0', '2025-09-02']]), '2026-02-20', 'due'],
    ['the last day of grace', document([first, minor, second], [['1.0', '2025-09-02']]), '2026-03-06', 'due'],
    ['the day after the last day of grace', document([first, minor, second], [['1.0', '2025-09-02']]), '2026-03-07', 'missing'],
    ['the new major version accepted within the grace', document([first, second], [['1.0', '2025-09-02'], ['2.0', '2026-03-01']]), '2026-03-07', 'accepted'],
    ['a minor version on top of it lengthens no grace', document([first, second, secondMinor], [['1.0', '2025-09-02']]), '2026-04-02', 'missing'],
    ['a minor version on top of it needs no acceptance', document([first, second, secondMinor], [['2.0', '2026-03-01']]), '2026-04-02', 'accepted'],
    ['its minor version accepted counts as the major', document([first, second, secondMinor], [['2.1', '2026-04-03']]), '2026-04-03', 'accepted'],
    ['without a grace date there is no grace', document([first, version('2.0', '2026-02-20')], [['1.0', '2025-09-02']]), '2026-02-20', 'missing'],
    ['with 10.0 after 9.0, numbers are numbers', document([version('9.0', '2025-01-01'), version('10.0', '2026-01-01', '2026-01-15')], [['9.0', '2025-01-02']]), '2026-01-16', 'missing'],
    ['1.10 is a minor version of 1', document([version('1.9', '2025-01-01'), version('1.10', '2026-01-01')], [['1.9', '2025-01-02']]), '2026-01-16', 'accepted'],
  ])('[POL-4] %s', (_what, given, on, state) => {
    expect(standingOf({ document: given, on })?.state).toBe(state)
    expect(lacks(given, on)).toBe(state === 'missing')
  })

  test.each<[string, VersionFact, string, string, string]>([
    ['31 August and 1 September', version('2.0', '2026-08-20', '2026-08-31'), '2026-08-31', '2026-09-01', '2026-08-31'],
    ['28 February and 1 March', version('2.0', '2026-02-14', '2026-02-28'), '2026-02-28', '2026-03-01', '2026-02-28'],
    ['29 February and 1 March of a leap year', version('2.0', '2028-02-15', '2028-02-29'), '2028-02-29', '2028-03-01', '2028-02-29'],
    ['28 and 29 February of a leap year', version('2.0', '2028-02-14', '2028-02-28'), '2028-02-28', '2028-02-29', '2028-02-28'],
    ['the Sunday on which the clocks go forward', version('2.0', '2026-03-15', '2026-03-29'), '2026-03-29', '2026-03-30', '2026-03-29'],
    ['the Sunday on which the clocks go back', version('2.0', '2026-10-11', '2026-10-25'), '2026-10-25', '2026-10-26', '2026-10-25'],
    ['31 December and 1 January', version('2.0', '2026-12-17', '2026-12-31'), '2026-12-31', '2027-01-01', '2026-12-31'],
  ])('[POL-4] the grace ends with its last day: %s', (_what, newer, lastDay, dayAfter, by) => {
    const given = document([version('1.0', '2025-09-01'), newer], [['1.0', '2025-09-02']])
    expect(standingOf({ document: given, on: lastDay })).toMatchObject({ state: 'due', by })
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
      { allowed: false, rule: 'VOL-3', reason: '“Code of conduct”, version 1.0, is not accepted as of 3 March 2026.', nextStep: 'The volunteer reads and accepts it in the portal.' },
    ])
  })
})

describe('[POL-4] whatever the versions and acceptances', () => {
  const day = fc.integer({ min: 0, max: 900 }).map((days) => daysAfter({ date: '2024-01-15', days }))
  const history = fc.array(fc.record({ gap: fc.integer({ min: 1, max: 120 }), isMajor: fc.boolean(), grace: fc.option(fc.integer({ min: 0, max: 40 }), { nil: null }) }), { minLength: 1, maxLength: 6 }).map((steps) => {
    let [date, major, minor] = ['2024-01-01', 1, -1]
    return steps.map(({ gap, isMajor, grace }) => {
      date = daysAfter({ date, days: gap })
      if (isMajor && minor >= 0) [major, minor] = [major + 1, 0]
      else minor += 1
      return version(`${major}.${minor}`, date, grace === null ? null : daysAfter({ date, days: grace }))
    })
  })
  const given = history.chain((versions) => fc.array(fc.tuple(fc.constantFrom(...versions.map(({ number }) => number)), day), { maxLength: 4 }).map((acceptances) => document(versions, acceptances)))

  test('[POL-4] accepting the version that is adopted today leaves nothing to accept until a new major version', () => {
    fc.assert(
      fc.property(given, day, (before, on) => {
        const current = standingOf({ document: before, on })?.current
        if (!current) return
        const after = { ...before, acceptances: [...before.acceptances, { number: current.number, acceptedOn: on }] }
        expect(standingOf({ document: after, on })).toMatchObject({ state: 'accepted', acceptedOn: on })
        const nextMajor = before.versions.find(({ adoptedOn, number }) => adoptedOn > on && majorOf(number) > majorOf(current.number))
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
        const after = { ...before, acceptances: [...before.acceptances, { number: before.versions.at(-1)?.number ?? '1.0', acceptedOn: daysAfter({ date: on, days: 1 }) }] }
        expect(standingOf({ document: after, on })).toEqual(standingOf({ document: before, on }))
      }),
    )
  })

  test('[POL-4] grace is never longer than the grace date of the major version that holds', () => {
    fc.assert(
      fc.property(given, day, (any, on) => {
        const standing = standingOf({ document: any, on })
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

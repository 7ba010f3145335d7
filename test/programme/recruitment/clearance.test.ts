import { isMobile, mobileProblem, telephoneProblem } from '../../../src/core/fields/telephone.ts'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { daysAfter, monthsAfter } from '../../../src/core/clock/londonDates.ts'
import { isAdult } from '../../../src/programme/people/adulthood.ts'
import {
  DBS_LEVELS,
  MEETS_CHILDREN,
  reachesLevel,
  requiredDbsLevel,
  type DbsLevel,
  type MatchRhythm,
  type MeetsChildren,
} from '../../../src/programme/recruitment/dbs/level.ts'
import { warningFor } from '../../../src/programme/recruitment/activity/endings.ts'
import {
  heldForClearance,
  missingForClearance,
  missingToBecomeActive,
  type ClearanceFacts,
  type VettingFact,
} from '../../../src/programme/recruitment/rules.ts'
import { heldTraining, missingTraining, type TrainingFact } from '../../../src/programme/recruitment/training/rules.ts'

const plain = { faceToFace: false, level: null, isWhole: false, endsBefore: null }
const approval: VettingFact = { ...plain, kind: 'committee-approval', takenOn: '2025-09-01', validUntil: null }
const dbs: VettingFact = {
  ...plain,
  kind: 'dbs-check',
  takenOn: '2025-09-01',
  validUntil: '2028-08-31',
  level: 'enhanced-barred',
}
const training: VettingFact = {
  ...plain,
  kind: 'safeguarding-training',
  takenOn: '2025-09-01',
  validUntil: '2028-08-31',
  faceToFace: true,
}
const induction: VettingFact = { ...plain, kind: 'induction', takenOn: '2025-09-01', validUntil: null, isWhole: true }
const conduct = {
  title: 'Code of conduct',
  versions: [{ number: '1.0', adoptedOn: '2025-08-01', graceUntil: null }],
  acceptances: [{ number: '1.0', acceptedOn: '2025-09-01' }],
}
const contact = { meetsChildren: 'weekly' as MeetsChildren, matches: [] as MatchRhythm[] }

const facts = (changes: Partial<ClearanceFacts> = {}): ClearanceFacts => ({
  name: 'Harper Sample',
  standing: 'active',
  bornOn: '1990-05-05',
  mobile: '07700 900123',
  ...contact,
  vetting: [approval, dbs, training, induction],
  documents: [conduct],
  references: { referencesHeldOn: ['2024-01-02', '2024-01-03'], declaredOn: '2024-01-01' },
  ...changes,
})
const withFact = (fact: VettingFact): ClearanceFacts =>
  facts({ vetting: [...[approval, dbs, training, induction].filter(({ kind }) => kind !== fact.kind), fact] })
const missing = (given: ClearanceFacts, on = '2026-03-03'): string[] =>
  missingForClearance({ facts: given, on }).map(({ reason }) => reason)

describe('[VOL-3] what a volunteer lacks on a date', () => {
  test('[VOL-3] nothing, when everything holds', () => {
    expect(missing(facts())).toEqual([])
  })

  test.each<[string, ClearanceFacts, string]>([
    ['being cleared', facts({ standing: 'joining' }), 'Harper Sample is not active yet.'],
    ['paused', facts({ standing: 'paused' }), 'Harper Sample is not an active volunteer.'],
    ['left', facts({ standing: 'left' }), 'Harper Sample is not an active volunteer.'],
    [
      'no approval',
      facts({ vetting: [dbs, training, induction] }),
      'The committee has not approved Harper Sample after an interview.',
    ],
    [
      'no DBS check',
      facts({ vetting: [approval, training, induction] }),
      'Harper Sample has no DBS check that is valid on 3 March 2026.',
    ],
    [
      'a DBS check without the day of its recheck',
      withFact({ ...dbs, validUntil: null }),
      'Harper Sample has no DBS check that is valid on 3 March 2026.',
    ],
    [
      'a DBS check that the update service ended that day',
      withFact({ ...dbs, endsBefore: '2026-03-03' }),
      'Harper Sample has no DBS check that is valid on 3 March 2026.',
    ],
    [
      'a DBS check of too low a level [VOL-6]',
      withFact({ ...dbs, level: 'enhanced' }),
      'The DBS check of Harper Sample is “Enhanced”; the role asks for “Enhanced with the children’s barred list”, because they meet a child every week.',
    ],
    [
      'a DBS check whose level nobody wrote down [VOL-6]',
      withFact({ ...dbs, level: null }),
      'The DBS check of Harper Sample has no level written down; the role asks for “Enhanced with the children’s barred list”, because they meet a child every week.',
    ],
    [
      'no training',
      facts({ vetting: [approval, dbs, induction] }),
      'Harper Sample has no safeguarding training taken face to face that is valid on 3 March 2026.',
    ],
    [
      'training online',
      withFact({ ...training, faceToFace: false }),
      'Harper Sample has no safeguarding training taken face to face that is valid on 3 March 2026.',
    ],
    ['no induction', facts({ vetting: [approval, dbs, training] }), 'Harper Sample has not had an induction.'],
    [
      'an induction that left something out',
      withFact({ ...induction, isWhole: false }),
      'Harper Sample has not had an induction.',
    ],
    ['not 18 [VOL-12]', facts({ bornOn: '2008-03-04' }), 'Harper Sample is not 18 yet on 3 March 2026.'],
    [
      'a date of birth that nobody knows [VOL-12]',
      facts({ bornOn: null }),
      'The date of birth of Harper Sample is not recorded.',
    ],
    ['no mobile number [VOL-7]', facts({ mobile: null }), 'Harper Sample has no mobile number that can be rung.'],
    [
      'a document not accepted',
      facts({ documents: [{ ...conduct, acceptances: [] }] }),
      '“Code of conduct”, version 1.0, is not accepted as of 3 March 2026.',
    ],
  ])('[VOL-3] %s', (_what, given, sentence) => {
    expect(missing(given)).toEqual([sentence])
  })

  test('[VOL-3, VOL-6, VOL-7, VOL-12] each missing thing says who can put it right, and which rule asks for it', () => {
    const all = missingForClearance({
      facts: facts({
        standing: 'left',
        bornOn: null,
        mobile: '',
        vetting: [],
        documents: [{ ...conduct, acceptances: [] }],
        references: { referencesHeldOn: [], declaredOn: null },
      }),
      on: '2026-03-03',
    })
    expect(all.map(({ rule }) => rule)).toEqual([
      'VOL-3',
      'VOL-3',
      'VOL-3',
      'VOL-3',
      'VOL-3',
      'VOL-12',
      'VOL-7',
      'VOL-6',
      'VOL-6',
      'VOL-3',
    ])
    for (const { nextStep } of all) expect(nextStep).toMatch(/co-ordinator|committee member|volunteer/)
  })

  test('[VOL-11] whoever comes back is asked for everything but being active already', () => {
    expect(missingToBecomeActive({ facts: facts({ standing: 'joining' }), on: '2026-03-03' })).toEqual([])
    expect(
      missingToBecomeActive({ facts: withFact({ ...dbs, validUntil: '2026-03-02' }), on: '2026-03-03' }),
    ).toHaveLength(1)
  })

  test.each([
    ['a summer’s day', '2026-07-14', '2026-07-15'],
    ['31 August and 1 September', '2026-08-31', '2026-09-01'],
    ['28 February and 1 March', '2027-02-28', '2027-03-01'],
    ['28 and 29 February of a leap year', '2028-02-28', '2028-02-29'],
    ['29 February and 1 March of a leap year', '2028-02-29', '2028-03-01'],
    ['the Sunday on which the clocks go forward', '2026-03-29', '2026-03-30'],
    ['the Sunday on which the clocks go back', '2026-10-25', '2026-10-26'],
    ['31 December and 1 January', '2026-12-31', '2027-01-01'],
  ])(
    '[VOL-3, VOL-9] a check and a training hold through their last day and not the day after: %s',
    (_what, lastDay, dayAfter) => {
      expect(daysAfter({ date: lastDay, days: 1 })).toBe(dayAfter)
      for (const fact of [dbs, training]) {
        expect(missing(withFact({ ...fact, validUntil: lastDay }), lastDay)).toEqual([])
        expect(missing(withFact({ ...fact, validUntil: lastDay }), dayAfter)).toHaveLength(1)
      }
      const further: TrainingFact = {
        kind: 'Star programme',
        isRequired: true,
        taken: [{ takenOn: '2025-09-01', validUntil: lastDay }],
      }
      expect([
        missingTraining({ trainings: [further], on: lastDay }).length,
        missingTraining({ trainings: [further], on: dayAfter }).length,
      ]).toEqual([0, 1])
    },
  )

  test.each([
    ['1 September', '2026-08-31', '2026-09-01'],
    ['29 February', '2028-02-28', '2028-02-29'],
    ['the Sunday on which the clocks go forward', '2026-03-28', '2026-03-29'],
    ['the Sunday on which the clocks go back', '2026-10-24', '2026-10-25'],
  ])('[VOL-3] every fact counts from its own day: %s', (_what, dayBefore, itsDay) => {
    for (const fact of [approval, dbs, training, induction]) {
      const given = withFact({ ...fact, takenOn: itsDay, validUntil: fact.validUntil && '2030-01-01' })
      expect([missing(given, dayBefore).length, missing(given, itsDay).length]).toEqual([1, 0])
    }
  })

  test('[VOL-3] what is shown as holding is the fact that holds longest; one for ever before one with an end', () => {
    const older = { ...dbs, validUntil: '2026-12-31' }
    const ended = { ...dbs, validUntil: '2026-01-01' }
    const forEver = { ...training, validUntil: null }
    expect(
      heldForClearance({ facts: { ...contact, vetting: [ended, older, dbs, training, forEver] }, on: '2026-03-03' }),
    ).toEqual([dbs, forEver])
  })
})

describe('[VOL-12] eighteen or over', () => {
  test.each([
    ['2008-03-03', '2026-03-02', false],
    ['2008-03-03', '2026-03-03', true],
    ['2008-02-29', '2026-02-28', false],
    ['2008-02-29', '2026-03-01', true],
    ['2010-02-29', '2028-02-29', true],
    ['2008-09-01', '2026-08-31', false],
    ['2008-09-01', '2026-09-01', true],
  ])('[VOL-12] born on %s, on %s: %s', (bornOn, on, adult) => {
    expect(isAdult({ bornOn, on })).toBe(adult)
  })
})

describe('[VOL-7] a mobile number that can be rung', () => {
  test.each([
    ['07700 900123', undefined],
    ['+44 7700 900123', undefined],
    ['+44 (0)7700 900123', undefined],
    ['0044 7700 900123', undefined],
    ['07700-900-123', undefined],
    ['07624 123456', undefined],
    ['+1 212 555 0123', undefined],
    ['+33 6 12 34 56 78', undefined],
    ['07700 90012', /“07700 90012” has a digit too few/],
    ['+44 7700 90012', /a digit too few/],
    ['07700 9001234', /a digit too many/],
    ['07700', /6 digits too few/],
    ['0770090012345678', /5 digits too many/],
    ['01632 960001', /“01632 960001” is a landline\. Give a mobile number/],
    ['0330 123 4567', /is a landline/],
    ['0800 1111', /is no mobile number/],
    ['07000 123456', /is no mobile number/],
    ['+33 1 23 45 67 89', /is no mobile number/],
    ['116 123', /Enter a mobile number/],
    ['7700 900123', /Enter a mobile number/],
    ['no number', /Enter a mobile number/],
    ['0no number', /the number alone, in digits/],
  ])('[VOL-7] %s: %s', (number, problem) => {
    expect(isMobile(number)).toBe(problem === undefined)
    if (problem) expect(mobileProblem(number)).toMatch(problem)
    else expect(mobileProblem(number)).toBeUndefined()
  })
  test('[VOL-7] none at all cannot be rung', () => {
    expect([isMobile(null), isMobile(undefined), isMobile('')]).toEqual([false, false, false])
  })
  test.each([
    ['01632 960001', undefined],
    ['(01632) 960 001 ext. 12', undefined],
    ['0800 1111', undefined],
    ['116 123', undefined],
    ['+353 1 234 5678', undefined],
    ['07700 90012', /a digit too few/],
    ['01632', /too few digits/],
    ['7700 900123', /Begin the number with 0/],
    ['01632 960 001 234', /too many digits/],
    ['01632 960001 (office)', /the number alone/],
  ])('[VOL-7] any number, by mobile or by line: %s', (number, problem) => {
    if (problem) expect(telephoneProblem(number)).toMatch(problem)
    else expect(telephoneProblem(number)).toBeUndefined()
  })
})

describe('[VOL-6] the level of a check follows from how often somebody meets children', () => {
  const rhythm = (...frequencies: string[]): MatchRhythm[] =>
    frequencies.map((frequency) => ({ frequency, from: '2026-01-01', until: null }))
  test.each<[MeetsChildren, string[], DbsLevel]>([
    ['never', [], 'basic'],
    ['seldom', [], 'enhanced'],
    ['often', [], 'enhanced-barred'],
    ['overnight', [], 'enhanced-barred'],
    ['weekly', [], 'enhanced-barred'],
    ['never', ['two-monthly'], 'enhanced'],
    ['never', ['weekly'], 'enhanced-barred'],
    ['seldom', ['fortnightly'], 'enhanced'],
    ['seldom', ['fortnightly', 'two-monthly'], 'enhanced-barred'],
    ['seldom', ['monthly'], 'enhanced'],
    ['seldom', ['monthly', 'two-monthly'], 'enhanced'],
    ['seldom', ['monthly', 'monthly'], 'enhanced-barred'],
    ['seldom', ['fortnightly', 'fortnightly'], 'enhanced-barred'],
    ['seldom', ['a rhythm that nobody knows'], 'enhanced-barred'],
  ])('[VOL-6] %s, matched %j: %s', (meetsChildren, frequencies, level) => {
    const required = requiredDbsLevel({ facts: { meetsChildren, matches: rhythm(...frequencies) }, on: '2026-03-03' })
    expect(required.level).toBe(level)
    expect(required.reason).toMatch(/^they /)
  })

  test('[VOL-6] a match counts from its first day through its last', () => {
    const matches = [{ frequency: 'weekly', from: '2026-03-03', until: '2026-03-29' }]
    const on = (date: string): DbsLevel =>
      requiredDbsLevel({ facts: { meetsChildren: 'never', matches }, on: date }).level
    expect(['2026-03-02', '2026-03-03', '2026-03-29', '2026-03-30'].map(on)).toEqual([
      'basic',
      'enhanced-barred',
      'enhanced-barred',
      'basic',
    ])
  })

  test('[VOL-6] a higher level covers a lower one; none covers nothing; more contact never asks for less', () => {
    expect(reachesLevel({ held: 'enhanced', required: 'basic' })).toBe(true)
    expect(reachesLevel({ held: 'basic', required: 'enhanced' })).toBe(false)
    expect(reachesLevel({ held: null, required: 'basic' })).toBe(false)
    const levels = Object.keys(DBS_LEVELS)
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(MEETS_CHILDREN) as MeetsChildren[])),
        fc.array(fc.constantFrom('weekly', 'fortnightly', 'monthly', 'two-monthly'), { maxLength: 4 }),
        fc.constantFrom('weekly', 'fortnightly', 'monthly', 'two-monthly'),
        (meetsChildren, frequencies, more) => {
          const of = (given: string[]): number =>
            levels.indexOf(
              requiredDbsLevel({ facts: { meetsChildren, matches: rhythm(...given) }, on: '2026-03-03' }).level,
            )
          expect(of([...frequencies, more])).toBeGreaterThanOrEqual(of(frequencies))
        },
      ),
    )
  })
})

describe('[VOL-14] training before a match', () => {
  const star: TrainingFact = { kind: 'Star programme', isRequired: true, taken: [] }
  test('[VOL-14] what is required and not done is said by name; what is not required stands in nobody’s way', () => {
    expect(
      missingTraining({ trainings: [star, { ...star, kind: 'First aid', isRequired: false }], on: '2026-03-03' }).map(
        ({ rule, reason }) => [rule, reason],
      ),
    ).toEqual([['VOL-14', 'The training “Star programme” is not done as of 3 March 2026.']])
  })
  test.each([
    ['2026-03-02', undefined],
    ['2026-03-03', '2027-01-01'],
    ['2027-01-01', '2027-01-01'],
    ['2027-01-02', undefined],
  ])('[VOL-9] on %s training taken on 3 March for a year holds until %s', (on, until) => {
    const training = { ...star, taken: [{ takenOn: '2026-03-03', validUntil: '2027-01-01' }] }
    expect(heldTraining({ training, on })?.validUntil).toBe(until)
  })
  test('[VOL-9] of several the one that holds longest counts', () => {
    expect(
      heldTraining({
        training: {
          ...star,
          taken: [
            { takenOn: '2025-01-01', validUntil: '2026-12-31' },
            { takenOn: '2025-01-01', validUntil: null },
          ],
        },
        on: '2026-03-03',
      })?.validUntil,
    ).toBeNull()
  })
})

describe('[VOL-6] warnings 60, 30 and 7 days before', () => {
  test.each<[number, number | undefined]>([
    [61, undefined],
    [60, 60],
    [31, 60],
    [30, 30],
    [8, 30],
    [7, 7],
    [1, 7],
    [0, 7],
    [-1, undefined],
  ])('[VOL-6] %s days before the last day: %s', (days, expected) => {
    for (const lastDay of [
      '2026-03-29',
      '2026-03-30',
      '2026-10-25',
      '2026-10-26',
      '2028-02-29',
      '2026-09-01',
      '2027-01-01',
    ])
      expect(warningFor({ validUntil: lastDay, today: daysAfter({ date: lastDay, days: -days }) })).toBe(expected)
  })

  test('[VOL-6] day by day each of the three comes once, in this order', () => {
    const days = Array.from({ length: 100 }, (_, index) => daysAfter({ date: '2026-01-01', days: index }))
    const warned = days
      .map((today) => warningFor({ validUntil: '2026-03-29', today }))
      .filter((days_) => days_ !== undefined)
    expect([...new Set(warned)]).toEqual([60, 30, 7])
  })

  test('[VOL-6] a recheck is due so many months after, on the last day of a shorter month', () => {
    expect(monthsAfter({ date: '2024-02-29', months: 36 })).toBe('2027-02-28')
    expect(monthsAfter({ date: '2025-08-31', months: 6 })).toBe('2026-02-28')
  })
})

describe('[VOL-3] whatever the facts', () => {
  const day = fc.integer({ min: 0, max: 1500 }).map((days) => daysAfter({ date: '2025-01-01', days }))
  const fact: fc.Arbitrary<VettingFact> = fc.record({
    kind: fc.constantFrom('committee-approval', 'dbs-check', 'safeguarding-training', 'induction'),
    takenOn: day,
    validUntil: fc.option(day, { nil: null }),
    faceToFace: fc.boolean(),
    level: fc.constantFrom<DbsLevel | null>(null, 'basic', 'enhanced', 'enhanced-barred'),
    isWhole: fc.boolean(),
    endsBefore: fc.option(day, { nil: null, freq: 2 }),
  })
  const anything = fc
    .record({
      vetting: fc.array(fact, { maxLength: 10 }),
      meetsChildren: fc.constantFrom(...(Object.keys(MEETS_CHILDREN) as MeetsChildren[])),
    })
    .map(facts)

  test('[VOL-3, VOL-6] a volunteer is cleared exactly when each of the four facts holds on the day', () => {
    fc.assert(
      fc.property(anything, day, (given, on) => {
        const holds = (kind: VettingFact['kind'], also: (fact: VettingFact) => boolean): boolean =>
          given.vetting.some(
            (one) =>
              one.kind === kind &&
              one.takenOn <= on &&
              !(one.validUntil !== null && one.validUntil < on) &&
              !(one.endsBefore !== null && one.endsBefore <= on) &&
              also(one),
          )
        const levels: Array<DbsLevel | null> =
          given.meetsChildren === 'never'
            ? ['basic', 'enhanced', 'enhanced-barred']
            : given.meetsChildren === 'seldom'
              ? ['enhanced', 'enhanced-barred']
              : ['enhanced-barred']
        const cleared =
          holds('committee-approval', () => true) &&
          holds('dbs-check', ({ validUntil, level }) => validUntil !== null && levels.includes(level)) &&
          holds('safeguarding-training', ({ faceToFace }) => faceToFace) &&
          holds('induction', ({ isWhole }) => isWhole)
        expect(missing({ ...given, documents: [] }, on).length === 0).toBe(cleared)
      }),
      { numRuns: 2000 },
    )
  })

  test('[VOL-3] one more fact never takes a clearance away, and the order of facts makes no difference', () => {
    fc.assert(
      fc.property(anything, fact, day, (given, another, on) => {
        expect(missing({ ...given, vetting: [...given.vetting, another] }, on).length).toBeLessThanOrEqual(
          missing(given, on).length,
        )
        expect(missing({ ...given, vetting: given.vetting.toReversed() }, on).length).toBe(missing(given, on).length)
      }),
    )
  })

  test('[VOL-3] once cleared, a volunteer stays so day by day until something that they hold ends, and not a day longer', () => {
    fc.assert(
      fc.property(anything, day, (given, on) => {
        if (missing(given, on).length > 0) return
        const after = daysAfter({ date: on, days: 1 })
        const ends = given.vetting.some(({ validUntil, endsBefore }) => validUntil === on || endsBefore === after)
        if (!ends) expect(missing(given, after)).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  test('[VOL-3] what is missing and what holds never speak of the same thing', () => {
    fc.assert(
      fc.property(anything, day, (given, on) => {
        expect(heldForClearance({ facts: given, on }).length + missing({ ...given, documents: [] }, on).length).toBe(4)
      }),
    )
  })
})

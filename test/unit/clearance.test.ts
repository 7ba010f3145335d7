import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { daysAfter } from '../../src/core/clock/londonDates.ts'
import { heldForClearance, missingForClearance, type ClearanceFacts, type VettingFact } from '../../src/programme/recruitment/rules.ts'

const approval: VettingFact = { kind: 'committee-approval', takenOn: '2025-09-01', validUntil: null, faceToFace: false }
const dbs: VettingFact = { kind: 'dbs-check', takenOn: '2025-09-01', validUntil: '2028-08-31', faceToFace: false }
const training: VettingFact = { kind: 'safeguarding-training', takenOn: '2025-09-01', validUntil: '2028-08-31', faceToFace: true }
const induction: VettingFact = { kind: 'induction', takenOn: '2025-09-01', validUntil: null, faceToFace: false }
const conduct = { title: 'Code of conduct', versions: [{ number: '1.0', adoptedOn: '2025-08-01', graceUntil: null }], acceptances: [{ number: '1.0', acceptedOn: '2025-09-01' }] }

const facts = (changes: Partial<ClearanceFacts> = {}): ClearanceFacts => ({ name: 'Harper Sample', standing: 'active', vetting: [approval, dbs, training, induction], documents: [conduct], references: { referencesHeldOn: ['2024-01-02', '2024-01-03'], declaredOn: '2024-01-01' }, ...changes })
const withFact = (fact: VettingFact): ClearanceFacts => facts({ vetting: [...[approval, dbs, training, induction].filter(({ kind }) => kind !== fact.kind), fact] })
const missing = (given: ClearanceFacts, on = '2026-03-03'): string[] => missingForClearance({ facts: given, on }).map(({ reason }) => reason)

describe('[VOL-3 thin] what a volunteer lacks on a date', () => {
  test('[VOL-3 thin] nothing, when everything holds', () => {
    expect(missing(facts())).toEqual([])
  })

  test.each<[string, ClearanceFacts, string]>([
    ['paused', facts({ standing: 'paused' }), 'Harper Sample is not an active volunteer.'],
    ['left', facts({ standing: 'left' }), 'Harper Sample is not an active volunteer.'],
    ['no approval', facts({ vetting: [dbs, training, induction] }), 'The committee has not approved Harper Sample after an interview.'],
    ['no DBS check', facts({ vetting: [approval, training, induction] }), 'Harper Sample has no DBS check that is valid on 3 March 2026.'],
    ['a DBS check without the day of its recheck', withFact({ ...dbs, validUntil: null }), 'Harper Sample has no DBS check that is valid on 3 March 2026.'],
    ['no training', facts({ vetting: [approval, dbs, induction] }), 'Harper Sample has no safeguarding training taken face to face that is valid on 3 March 2026.'],
    ['training online', withFact({ ...training, faceToFace: false }), 'Harper Sample has no safeguarding training taken face to face that is valid on 3 March 2026.'],
    ['no induction', facts({ vetting: [approval, dbs, training] }), 'Harper Sample has not had an induction.'],
    ['a document not accepted', facts({ documents: [{ ...conduct, acceptances: [] }] }), '“Code of conduct”, version 1.0, is not accepted as of 3 March 2026.'],
  ])('[VOL-3 thin] %s', (_what, given, sentence) => {
    expect(missing(given)).toEqual([sentence])
  })

  test('[VOL-3 thin] each missing thing says who can put it right, and which rule asks for it', () => {
    const all = missingForClearance({ facts: { name: 'Harper Sample', standing: 'left', vetting: [], documents: [{ ...conduct, acceptances: [] }], references: { referencesHeldOn: [], declaredOn: null } }, on: '2026-03-03' })
    expect(all).toHaveLength(8)
    for (const { rule, nextStep } of all) expect([rule, nextStep]).toEqual([expect.stringMatching(/^VOL-[36]$/), expect.stringMatching(/co-ordinator|committee member|volunteer/)])
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
  ])('[VOL-3 thin] a check and a training hold through their last day and not the day after: %s', (_what, lastDay, dayAfter) => {
    expect(daysAfter({ date: lastDay, days: 1 })).toBe(dayAfter)
    for (const fact of [dbs, training]) {
      expect(missing(withFact({ ...fact, validUntil: lastDay }), lastDay)).toEqual([])
      expect(missing(withFact({ ...fact, validUntil: lastDay }), dayAfter)).toHaveLength(1)
    }
  })

  test.each([
    ['1 September', '2026-08-31', '2026-09-01'],
    ['29 February', '2028-02-28', '2028-02-29'],
    ['the Sunday on which the clocks go forward', '2026-03-28', '2026-03-29'],
    ['the Sunday on which the clocks go back', '2026-10-24', '2026-10-25'],
  ])('[VOL-3 thin] every fact counts from its own day: %s', (_what, dayBefore, itsDay) => {
    for (const fact of [approval, dbs, training, induction]) {
      const given = withFact({ ...fact, takenOn: itsDay, validUntil: fact.validUntil && '2030-01-01' })
      expect([missing(given, dayBefore).length, missing(given, itsDay).length]).toEqual([1, 0])
    }
  })

  test('[VOL-3 thin] what is shown as holding is the fact that holds longest; one for ever before one with an end', () => {
    const older = { ...dbs, validUntil: '2026-12-31' }
    const ended = { ...dbs, validUntil: '2026-01-01' }
    const forEver = { ...training, validUntil: null }
    expect(heldForClearance({ facts: { vetting: [ended, older, dbs, training, forEver] }, on: '2026-03-03' })).toEqual([dbs, forEver])
  })
})

describe('[VOL-3 thin] whatever the facts', () => {
  const day = fc.integer({ min: 0, max: 1500 }).map((days) => daysAfter({ date: '2025-01-01', days }))
  const fact: fc.Arbitrary<VettingFact> = fc.record({ kind: fc.constantFrom('committee-approval', 'dbs-check', 'safeguarding-training', 'induction'), takenOn: day, validUntil: fc.option(day, { nil: null }), faceToFace: fc.boolean() })
  const anything = fc.array(fact, { maxLength: 10 }).map((vetting) => facts({ vetting }))

  test('[VOL-3 thin] a volunteer is cleared exactly when each of the four facts holds on the day', () => {
    fc.assert(
      fc.property(anything, day, (given, on) => {
        const holds = (kind: VettingFact['kind'], also: (fact: VettingFact) => boolean): boolean =>
          given.vetting.some((fact) => fact.kind === kind && fact.takenOn <= on && !(fact.validUntil !== null && fact.validUntil < on) && also(fact))
        const cleared = holds('committee-approval', () => true) && holds('dbs-check', ({ validUntil }) => validUntil !== null) && holds('safeguarding-training', ({ faceToFace }) => faceToFace) && holds('induction', () => true)
        expect(missing({ ...given, documents: [] }, on).length === 0).toBe(cleared)
      }),
      { numRuns: 2000 },
    )
  })

  test('[VOL-3 thin] one more fact never takes a clearance away, and the order of facts makes no difference', () => {
    fc.assert(
      fc.property(anything, fact, day, (given, another, on) => {
        expect(missing({ ...given, vetting: [...given.vetting, another] }, on).length).toBeLessThanOrEqual(missing(given, on).length)
        expect(missing({ ...given, vetting: given.vetting.toReversed() }, on)).toEqual(missing(given, on))
      }),
    )
  })

  test('[VOL-3 thin] what is missing and what holds never speak of the same thing', () => {
    fc.assert(
      fc.property(anything, day, (given, on) => {
        expect(heldForClearance({ facts: given, on }).length + missing({ ...given, documents: [] }, on).length).toBe(4)
      }),
    )
  })
})

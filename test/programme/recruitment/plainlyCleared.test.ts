// The list of volunteers to clear leaves out, at a glance of PostgreSQL's, who plainly lacks nothing. The rules decide:
// whoever they say lacks something must never be left out, whatever is on record about them.
import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { insertRows } from '../../../src/core/database/insertRows.ts'
import { londonDate } from '../../../src/core/clock/londonDates.ts'
import { notPlainlyCleared, type VolunteerInOrder } from '../../../src/programme/recruitment/vetting/plainlyCleared.ts'
import { clearanceFactsOf } from '../../../src/programme/recruitment/queries.ts'
import { volunteersToClear } from '../../../src/programme/recruitment/queues.ts'
import { missingToBecomeActive } from '../../../src/programme/recruitment/rules.ts'
import { aPerson } from '../../support/people.ts'
import { aPolicy, aVersion } from '../../support/policies.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'

const VOLUNTEERS = 400
const stamp = { created_at: '2025-09-01T09:00:00Z', updated_at: '2025-09-01T09:00:00Z', row_version: 1 }

let programme: TestProgramme
let today: string
const facts = new Map<string, Facts>()

beforeAll(async () => {
  programme = await testProgramme()
  today = londonDate(programme.clock.now())
  const versions = await versionsOf()
  const rows: Record<string, Array<Record<string, unknown>>> = {
    users: [],
    volunteers: [],
    'vetting-records': [],
    'dbs-status-checks': [],
    'volunteer-references': [],
    'reference-answers': [],
    'self-declarations': [],
    'policy-acceptances': [],
  }
  const add = (collection: string, row: Record<string, unknown>): string => {
    const id = randomUUID()
    rows[collection]?.push({ id, ...stamp, ...row })
    return id
  }
  for (const fact of fc.sample(factsOf, { numRuns: VOLUNTEERS, seed: 20260303 })) {
    const userId = add('users', { name: 'Harper Sample', email: `${randomUUID()}@example.invalid`, standing: 'open' })
    const volunteerId = add('volunteers', {
      name: fact.name,
      user_id: fact.hasAccount ? userId : null,
      standing: 'active',
      mobile: fact.mobile,
      born_on: fact.bornOn,
      meets_children: fact.meetsChildren,
    })
    facts.set(volunteerId, fact)
    for (const { kind, ...record } of fact.vetting) {
      const { endedBy, ...details } = record
      const check = add('vetting-records', { volunteer_id: volunteerId, kind, status: 'standing', ...details })
      if (endedBy)
        add('dbs-status-checks', { check_id: check, checked_on: endedBy, result: 'not-current', status: 'recorded' })
    }
    for (const answer of fact.references) {
      const reference = add('volunteer-references', {
        volunteer_id: volunteerId,
        referee_name: 'Sky Specimen',
        referee_email: `${randomUUID()}@example.invalid`,
        status: 'answered',
        link_number: 1,
      })
      add('reference-answers', {
        reference_id: reference,
        method: 'link',
        known_for: 'Five years',
        suitability: 'Kind.',
        worry: 'no',
        ...answer,
      })
    }
    if (fact.declaredOn)
      add('self-declarations', { volunteer_id: volunteerId, declares: 'nothing', declared_on: fact.declaredOn })
    for (const number of fact.accepted)
      add('policy-acceptances', {
        version_id: versions.get(number),
        user_id: userId,
        typed_name: 'Harper Sample',
        text_digest: 'as it stood',
        accepted_at: `${fact.acceptedOn}T12:00:00Z`,
        status: 'accepted',
      })
  }
  for (const [collection, some] of Object.entries(rows))
    await insertRows({ query: programme.query, collection, rows: some })
})

test('[VOL-3] nobody who lacks something is left out, and who plainly lacks nothing is', async () => {
  const kept = new Set((await everyPage()).map(({ id }) => id))
  const clearance = await clearanceFactsOf({ query: programme.query, volunteerIds: [...facts.keys()] })
  const lacking = [...clearance]
    .filter(([, known]) => missingToBecomeActive({ facts: known, on: today }).length > 0)
    .map(([id]) => id)
  const leftOut = [...facts.keys()].filter((id) => !kept.has(id))
  expect(lacking.filter((id) => !kept.has(id)).map((id) => facts.get(id))).toEqual([])
  expect([lacking.length > VOLUNTEERS / 4, leftOut.length > VOLUNTEERS / 10]).toEqual([true, true])
})

test('[VOL-3] the co-ordinator’s list goes on until it has found enough, and ends', async () => {
  const work = await programme.workOf(
    (await programme.signIn(await aPerson({ ...programme, roles: ['co-ordinator'] }))).person,
  )
  const few = await volunteersToClear({ work, limit: 6 })
  const all = await volunteersToClear({ work, limit: VOLUNTEERS * 2 })
  expect([few.length, all.slice(0, 6)]).toEqual([6, few])
  expect(all.every(({ missing }) => missing.length > 0)).toBe(true)
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
})

const everyPage = async (): Promise<VolunteerInOrder[]> => {
  const all: VolunteerInOrder[] = []
  for (let more = true; more;) {
    const page = await notPlainlyCleared({ query: programme.query, on: today, after: all.at(-1), limit: 25 })
    all.push(...page)
    more = page.length === 25
  }
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  return all
}

/** Three versions: the last is a minor one of the second major, whose grace is over. */
const versionsOf = async (): Promise<Map<string, string>> => {
  const policyId = await aPolicy({ ...programme, kind: 'mentoring-policy' })
  const versions = new Map<string, string>()
  for (const [number, adoptedOn, graceUntil] of [
    ['1.0', '2025-09-10', '2025-09-24'],
    ['2.0', '2026-02-20', '2026-03-02'],
    ['2.1', '2026-03-01', null],
  ] as const)
    versions.set(number, await aVersion({ ...programme, policyId, number, adoptedOn, graceUntil }))
  return versions
}

type Vetting = {
  kind: string
  taken_on: string
  valid_until: string | null
  face_to_face?: boolean
  level?: string | null
  scheme?: string
  workforce?: string
  covered_purpose?: boolean
  covered_objective?: boolean
  covered_conduct?: boolean
  covered_role?: boolean
  covered_boundaries?: boolean
  endedBy?: string
}
type Facts = {
  name: string
  hasAccount: boolean
  mobile: string | null
  bornOn: string
  meetsChildren: string
  vetting: Vetting[]
  references: Array<{ held_on: string; capacity: string; status: string }>
  declaredOn: string | null
  accepted: string[]
  acceptedOn: string
}

/** Mostly what is in order, now and then what is not, and the days on either side of the day itself. */
const mostly = <Value>(usual: Value, ...others: Value[]): fc.Arbitrary<Value> =>
  fc.oneof({ weight: 19, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) })
const lastDay = mostly<string | null>('2027-12-31', '2026-03-03', '2026-03-02', '2026-03-04', null)
const firstDay = mostly('2025-09-10', '2026-03-03', '2026-03-04')
const whole = {
  covered_purpose: true,
  covered_objective: true,
  covered_conduct: true,
  covered_role: true,
  covered_boundaries: true,
}

const factsOf: fc.Arbitrary<Facts> = fc.record({
  name: fc.constantFrom('Harper Sample', 'Kit Madeup', 'Wren Placeholder'),
  hasAccount: mostly(true, false),
  mobile: mostly<string | null>('07700 900123', null, '', '07700', '+44 7700 900123', 'ring the office'),
  bornOn: mostly('1990-05-05', '2008-03-03', '2008-03-04', '2008-02-29'),
  meetsChildren: mostly('weekly', 'never', 'often'),
  vetting: fc
    .record({
      approval: mostly<Vetting | null>({ kind: 'committee-approval', taken_on: '2025-09-10', valid_until: null }, null),
      check: fc.record({
        kind: fc.constant('dbs-check'),
        taken_on: firstDay,
        valid_until: lastDay,
        level: mostly<string | null>('enhanced-barred', 'enhanced', 'basic', null),
        scheme: fc.constant('dbs'),
        workforce: fc.constant('child'),
        endedBy: mostly<string | undefined>(undefined, '2026-03-03', '2026-03-04'),
      }),
      training: fc.record({
        kind: fc.constant('safeguarding-training'),
        taken_on: firstDay,
        valid_until: lastDay,
        face_to_face: mostly(true, false),
      }),
      induction: mostly<Vetting>(
        { kind: 'induction', taken_on: '2025-09-10', valid_until: null, ...whole },
        { kind: 'induction', taken_on: '2025-09-10', valid_until: null, ...whole, covered_role: false },
      ),
    })
    .map(({ approval, check, training, induction }) => [...(approval ? [approval] : []), check, training, induction]),
  references: fc.array(
    fc.record({ held_on: firstDay, capacity: mostly('work', 'family'), status: mostly('held', 'to-confirm') }),
    { minLength: 1, maxLength: 3, size: 'max' },
  ),
  declaredOn: mostly<string | null>('2025-09-05', null, '2026-03-03', '2026-03-04'),
  accepted: fc.constantFrom<string[]>(['1.0', '2.0'], ['2.1'], ['2.0'], ['1.0'], []),
  acceptedOn: mostly('2026-03-02', '2026-03-03', '2026-03-04'),
})

import { beforeAll, describe, expect, test } from '@jest/globals'
import { vettingWorkflow } from '../../../src/programme/recruitment/vetting/workflow.ts'
import { trainingFactsOf, clearanceFactsOf } from '../../../src/programme/recruitment/queries.ts'
import { missingForClearance } from '../../../src/programme/recruitment/rules.ts'
import { matchWorkflow } from '../../../src/programme/matching/matches/workflow.ts'
import { capacityOverrideWorkflow } from '../../../src/programme/recruitment/capacity/workflow.ts'
import { actingIn, refusalOf } from '../../support/acting.ts'
import { aChild, aMatch, aPerson, aVolunteer } from '../../support/people.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'
import { aReadyMatch } from '../../support/story.ts'

// The clock stands on Tuesday 3 March 2026.
let programme: TestProgramme
let coordinator: string
let committee: string
beforeAll(async () => {
  programme = await testProgramme()
  coordinator = await aPerson({ ...programme, roles: ['co-ordinator'] })
  committee = await aPerson({ ...programme, name: 'Casey Standin', roles: ['committee'] })
})
const { act, create } = actingIn(() => programme)

const ruleOf = async (attempt: Promise<unknown>): Promise<string> => (await refusalOf(attempt)).rule
const missingOf = async (volunteerId: string, on = '2026-03-03'): Promise<string[]> => {
  const facts = (await clearanceFactsOf({ query: programme.query, volunteerIds: [volunteerId] })).get(volunteerId)
  return facts ? missingForClearance({ facts, on }).map(({ rule }) => rule) : ['nobody']
}
const certificate = (volunteer: string, changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  volunteer,
  kind: 'dbs-check',
  takenOn: '2026-02-02',
  certificateNumber: '001234567890',
  workforce: 'child',
  level: 'enhanced-barred',
  ...changes,
})
const withoutCheck = async () => {
  const volunteer = await aVolunteer(programme)
  await programme.query(
    "update vetting_records set status = 'withdrawn' where volunteer_id = $1 and kind = 'dbs-check'",
    [volunteer.id],
  )
  return volunteer
}

describe('the DBS log', () => {
  test('[VOL-6] a recorded check clears; when it is due again follows from the charity’s own setting, and who saw it from who records it', async () => {
    const volunteer = await withoutCheck()
    expect(await missingOf(volunteer.id)).toEqual(['VOL-3'])
    const check = await create({ by: coordinator, collection: 'vetting-records', fields: certificate(volunteer.id) })
    expect(check).toMatchObject({ scheme: 'dbs', validUntil: '2029-02-02', seenBy: coordinator, status: 'standing' })
    expect([await missingOf(volunteer.id), await missingOf(volunteer.id, '2027-12-31')]).toEqual([[], []])
  })

  test.each<[string, Record<string, unknown>]>([
    ['without a number', { certificateNumber: '' }],
    ['with a number that is none', { certificateNumber: '12345' }],
    ['without a workforce', { workforce: undefined }],
    ['for work with adults alone', { workforce: 'adult' }],
    ['without a level', { level: undefined }],
    ['due again later than the charity’s own rule says', { validUntil: '2029-02-03' }],
    ['that ends before it begins', { validUntil: '2026-02-01' }],
    ['that is still to come', { takenOn: '2026-03-04' }],
  ])('[VOL-6] a check %s is refused', async (_what, changes) => {
    const volunteer = await withoutCheck()
    expect(
      await ruleOf(
        create({ by: coordinator, collection: 'vetting-records', fields: certificate(volunteer.id, changes) }),
      ),
    ).toBe('VOL-6')
  })

  test('[VOL-6] a check of too low a level is kept and does not clear; it does once they meet children less often, and a weekly match takes that back', async () => {
    const volunteer = await withoutCheck()
    await create({
      by: coordinator,
      collection: 'vetting-records',
      fields: certificate(volunteer.id, { level: 'enhanced' }),
    })
    expect(await missingOf(volunteer.id)).toEqual(['VOL-6'])
    await programme.query("update volunteers set meets_children = 'seldom' where id = $1", [volunteer.id])
    expect(await missingOf(volunteer.id)).toEqual([])
    const child = await aChild(programme)
    await aMatch({ ...programme, childId: child.id, volunteerId: volunteer.id, contactId: committee })
    expect(await missingOf(volunteer.id)).toEqual(['VOL-6'])
    expect(await missingOf(volunteer.id, '2025-12-07')).toContain('VOL-3')
  })

  test('[VOL-6] the update service is asked only with consent; no change counts as a recheck, anything else closes the gates that day', async () => {
    const volunteer = await withoutCheck()
    const unasked = await create({ by: coordinator, collection: 'vetting-records', fields: certificate(volunteer.id) })
    expect(
      await ruleOf(
        create({
          by: coordinator,
          collection: 'dbs-status-checks',
          fields: { check: unasked.id, checkedOn: '2026-03-03', result: 'no-change' },
        }),
      ),
    ).toBe('VOL-6')
    await act({
      by: coordinator,
      workflow: vettingWorkflow,
      id: unasked.id,
      action: 'withdraw',
      input: { reason: 'To be recorded anew' },
    })
    const check = await create({
      by: coordinator,
      collection: 'vetting-records',
      fields: certificate(volunteer.id, { updateConsentOn: '2026-02-02', validUntil: '2026-06-30' }),
    })
    expect(await missingOf(volunteer.id, '2026-07-01')).toEqual(['VOL-3'])
    const asked = await create({
      by: coordinator,
      collection: 'dbs-status-checks',
      fields: { check: check.id, checkedOn: '2026-03-03', result: 'no-change' },
    })
    expect(asked).toMatchObject({ holdsUntil: '2029-03-03', checkedBy: coordinator })
    expect(await missingOf(volunteer.id, '2027-12-31')).toEqual([])
    await create({
      by: coordinator,
      collection: 'dbs-status-checks',
      fields: { check: check.id, checkedOn: '2026-03-03', result: 'not-current' },
    })
    expect([await missingOf(volunteer.id, '2026-03-02'), await missingOf(volunteer.id, '2026-03-03')]).toEqual([
      [],
      ['VOL-3'],
    ])
  })

  test('[VOL-6] the day itself counts: a certificate of today is recorded, and shown, and the update service asked about it, with consent given today', async () => {
    const volunteer = await withoutCheck()
    const check = await create({
      by: coordinator,
      collection: 'vetting-records',
      fields: certificate(volunteer.id, { takenOn: '2026-03-03', updateConsentOn: '2026-03-03' }),
    })
    expect(
      await create({
        by: coordinator,
        collection: 'dbs-disclosures',
        fields: { check: check.id, shownTo: 'Linden Sampleton', shownOn: '2026-03-03', purpose: 'To decide' },
      }),
    ).toMatchObject({ recordedBy: coordinator })
    expect(
      await create({
        by: coordinator,
        collection: 'dbs-status-checks',
        fields: { check: check.id, checkedOn: '2026-03-03', result: 'no-change' },
      }),
    ).toMatchObject({ holdsUntil: '2029-03-03' })
  })

  test('[VOL-6] whom a check was shown to is only ever added to', async () => {
    const volunteer = await withoutCheck()
    const check = await create({ by: coordinator, collection: 'vetting-records', fields: certificate(volunteer.id) })
    const shown = await create({
      by: coordinator,
      collection: 'dbs-disclosures',
      fields: { check: check.id, shownTo: 'Linden Sampleton', shownOn: '2026-03-02', purpose: 'To decide' },
    })
    expect(shown).toMatchObject({ recordedBy: coordinator })
    await expect(
      programme.query("update dbs_disclosures set shown_to = 'Nobody' where id = $1", [shown.id]),
    ).rejects.toThrow(/permission denied|cannot be changed/)
    await expect(programme.query('delete from dbs_disclosures where id = $1', [shown.id])).rejects.toThrow(
      /permission denied|cannot be changed/,
    )
    await expect(programme.query('delete from dbs_status_checks')).rejects.toThrow(
      /permission denied|cannot be changed/,
    )
    expect(
      await ruleOf(
        create({
          by: coordinator,
          collection: 'dbs-disclosures',
          fields: { check: check.id, shownTo: 'Linden Sampleton', shownOn: '2026-02-01', purpose: 'To decide' },
        }),
      ),
    ).toBe('VOL-6')
  })

  test('[VOL-6, ORG-1] nobody records, notes or withdraws anything about themselves', async () => {
    const volunteer = await withoutCheck()
    const both = volunteer.userId
    await programme.query(
      "insert into role_grants (id, user_id, role, starts_on, row_version, created_at, updated_at) values (gen_random_uuid(), $1, 'committee', '2025-09-01', 1, now(), now())",
      [both],
    )
    expect(await ruleOf(create({ by: both, collection: 'vetting-records', fields: certificate(volunteer.id) }))).toBe(
      'ORG-1',
    )
    const check = await create({ by: coordinator, collection: 'vetting-records', fields: certificate(volunteer.id) })
    expect(
      await ruleOf(
        create({
          by: both,
          collection: 'dbs-disclosures',
          fields: { check: check.id, shownTo: 'Myself', shownOn: '2026-03-02', purpose: 'To see it' },
        }),
      ),
    ).toBe('ORG-1')
    expect(
      await ruleOf(
        act({ by: both, workflow: vettingWorkflow, id: check.id, action: 'withdraw', input: { reason: 'Mine' } }),
      ),
    ).toBe('ORG-1')
    expect(
      await ruleOf(
        create({
          by: both,
          collection: 'capacity-overrides',
          fields: { volunteer: volunteer.id, children: 3, reason: 'I have time' },
        }),
      ),
    ).toBe('ORG-1')
  })

  test('[VOL-3] an induction is held by a committee member and goes through the whole list', async () => {
    const volunteer = await aVolunteer({ ...programme, cleared: false })
    const whole = {
      coveredPurpose: true,
      coveredObjective: true,
      coveredConduct: true,
      coveredRole: true,
      coveredBoundaries: true,
    }
    const induction = (by: string, changes: Record<string, unknown> = {}) =>
      create({
        by,
        collection: 'vetting-records',
        fields: { volunteer: volunteer.id, kind: 'induction', takenOn: '2026-03-01', ...whole, ...changes },
      })
    expect(await ruleOf(induction(coordinator))).toBe('VOL-3')
    expect(await ruleOf(induction(committee, { coveredBoundaries: false }))).toBe('VOL-3')
    expect(await induction(coordinator, { seenBy: committee })).toMatchObject({ seenBy: committee })
    expect(await induction(committee)).toMatchObject({ seenBy: committee })
  })
})

describe('further training', () => {
  test('[VOL-9, VOL-14] a match starts only when the required training is done; how long it holds follows from its kind', async () => {
    const ready = await aReadyMatch(programme)
    await programme.query(
      "update trainings t set status = 'withdrawn' from training_kinds k where k.id = t.kind_id and t.volunteer_id = $1 and k.name = 'Star programme'",
      [ready.volunteer.id],
    )
    expect(
      await refusalOf(act({ by: ready.committee, workflow: matchWorkflow, id: ready.match, action: 'start' })),
    ).toMatchObject({ rule: 'VOL-14', reason: 'The training “Star programme” is not done as of 3 March 2026.' })
    const [star] = await programme.query<{ id: string }>("select id from training_kinds where name = 'Star programme'")
    await programme.query('update training_kinds set months_valid = 12 where id = $1', [star?.id])
    const old = await create({
      by: coordinator,
      collection: 'trainings',
      fields: { volunteer: ready.volunteer.id, kind: star?.id, takenOn: '2025-03-02' },
    })
    expect(old).toMatchObject({ validUntil: '2026-03-02' })
    expect(await ruleOf(act({ by: ready.committee, workflow: matchWorkflow, id: ready.match, action: 'start' }))).toBe(
      'VOL-14',
    )
    await create({
      by: coordinator,
      collection: 'trainings',
      fields: { volunteer: ready.volunteer.id, kind: star?.id, takenOn: '2025-03-03' },
    })
    expect(await act({ by: ready.committee, workflow: matchWorkflow, id: ready.match, action: 'start' })).toMatchObject(
      { status: 'active' },
    )
    expect(
      (await trainingFactsOf({ query: programme.query, volunteerIds: [ready.volunteer.id] }))
        .get(ready.volunteer.id)
        ?.map(({ kind }) => kind),
    ).toContain('Star programme')
    await programme.query('update training_kinds set months_valid = null where id = $1', [star?.id])
  })

  test('[VOL-14] a kind that is no longer required, or no longer in use, stands in nobody’s way', async () => {
    const ready = await aReadyMatch(programme)
    await programme.query("update trainings set status = 'withdrawn' where volunteer_id = $1", [ready.volunteer.id])
    await programme.query("update training_kinds set required_before_match = false where name = 'Star programme'")
    await programme.query("update training_kinds set in_use = false where name = 'What not to talk about'")
    expect(await act({ by: ready.committee, workflow: matchWorkflow, id: ready.match, action: 'start' })).toMatchObject(
      { status: 'active' },
    )
    await programme.query(
      "update training_kinds set required_before_match = true, in_use = true where name in ('Star programme', 'What not to talk about')",
    )
  })
})

describe('how many children a volunteer has', () => {
  const withChildren = async (count: number) => {
    const ready = await aReadyMatch(programme)
    for (let number = 0; number < count; number += 1)
      await aMatch({
        ...programme,
        childId: (await aChild(programme)).id,
        volunteerId: ready.volunteer.id,
        contactId: ready.committee,
      })
    return ready
  }
  const start = (ready: Awaited<ReturnType<typeof aReadyMatch>>) =>
    act({ by: ready.committee, workflow: matchWorkflow, id: ready.match, action: 'start' })

  test('[VOL-5] a second child is within the setting, a third is refused until two of the committee agreed', async () => {
    expect(await start(await withChildren(1))).toMatchObject({ status: 'active' })
    const ready = await withChildren(2)
    expect(await refusalOf(start(ready))).toMatchObject({
      rule: 'VOL-5',
      reason: 'This volunteer has 2 children already, and may have 2.',
    })
    const exception = await create({
      by: committee,
      collection: 'capacity-overrides',
      fields: { volunteer: ready.volunteer.id, children: 3, reason: 'Knows the family' },
    })
    expect(exception).toMatchObject({ status: 'proposed', proposedBy: committee })
    expect(await ruleOf(start(ready))).toBe('VOL-5')
    expect(
      await ruleOf(act({ by: committee, workflow: capacityOverrideWorkflow, id: exception.id, action: 'approve' })),
    ).toBe('ORG-1')
    await act({ by: ready.committee, workflow: capacityOverrideWorkflow, id: exception.id, action: 'approve' })
    // An exception that has ended is none.
    await act({ by: committee, workflow: capacityOverrideWorkflow, id: exception.id, action: 'end' })
    expect(await ruleOf(start(ready))).toBe('VOL-5')
    const again = await create({
      by: committee,
      collection: 'capacity-overrides',
      fields: { volunteer: ready.volunteer.id, children: 3, reason: 'Knows the family' },
    })
    await act({ by: ready.committee, workflow: capacityOverrideWorkflow, id: again.id, action: 'approve' })
    expect(await start(ready)).toMatchObject({ status: 'active' })
  })

  test('[VOL-5] the database itself keeps it, and two matches started at the same moment do not pass together', async () => {
    const ready = await withChildren(2)
    await expect(programme.query("update matches set status = 'active' where id = $1", [ready.match])).rejects.toThrow(
      /as many children/,
    )
    const one = await withChildren(1)
    const other = await aReadyMatch(programme)
    await programme.query('update matches set volunteer_id = $2 where id = $1', [other.match, one.volunteer.id])
    const outcomes = await Promise.allSettled([start(one), start({ ...other, volunteer: one.volunteer })])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('[VOL-5] the setting is the charity’s own', async () => {
    const ready = await withChildren(1)
    await programme.query(
      'insert into programme_settings (id, charity_name, programme_name, volunteer_capacity, recheck_months) values (gen_random_uuid(), $1, $2, 1, 36)',
      ['Kids on Track', 'Mentoring'],
    )
    expect(await ruleOf(start(ready))).toBe('VOL-5')
    await programme.query('update programme_settings set volunteer_capacity = 2')
    expect(await start(ready)).toMatchObject({ status: 'active' })
  })
})

describe('[VOL-6] what is noted about a DBS check', () => {
  const notes: Array<
    [
      collection: 'dbs-disclosures' | 'dbs-status-checks',
      fieldsOf: (check: string, on: string) => Record<string, unknown>,
    ]
  > = [
    ['dbs-disclosures', (check, on) => ({ check, shownTo: 'Linden Sampleton', shownOn: on, purpose: 'To decide' })],
    ['dbs-status-checks', (check, on) => ({ check, checkedOn: on, result: 'no-change' })],
  ]

  test.each(notes)(
    '[VOL-6, ORG-1] %s: about a check that stands, of a day since it was issued and not still to come, and by nobody about themselves',
    async (collection, fieldsOf) => {
      const volunteer = await withoutCheck()
      await programme.query(
        "insert into role_grants (id, user_id, role, starts_on, row_version) values (gen_random_uuid(), $1, 'co-ordinator', '2025-09-01', 1)",
        [volunteer.userId],
      )
      const check = await create({
        by: coordinator,
        collection: 'vetting-records',
        fields: certificate(volunteer.id, { updateConsentOn: '2026-02-02' }),
      })
      const note = ({
        by = coordinator,
        on = '2026-03-03',
        about = check.id,
      }: {
        by?: string
        on?: string
        about?: string
      }) => create({ by, collection, fields: fieldsOf(about, on) })
      expect(await ruleOf(note({ by: volunteer.userId }))).toBe('ORG-1')
      expect(await ruleOf(note({ on: '2026-03-04' }))).toBe('VOL-6')
      expect(await ruleOf(note({ on: '2026-02-01' }))).toBe('VOL-6')
      const [training] = await programme.query<{ id: string }>(
        "select id from vetting_records where volunteer_id = $1 and kind = 'safeguarding-training'",
        [volunteer.id],
      )
      expect(await refusalOf(note({ about: training?.id }))).toMatchObject({
        rule: 'VOL-6',
        reason: 'This is not a DBS check that stands.',
      })
      expect(await note({ on: '2026-02-02' })).toMatchObject({ status: 'recorded' })
      await act({
        by: coordinator,
        workflow: vettingWorkflow,
        id: check.id,
        action: 'withdraw',
        input: { reason: 'Entered twice' },
      })
      expect(await refusalOf(note({}))).toMatchObject({ rule: 'VOL-6', reason: 'This is not a DBS check that stands.' })
    },
  )
})

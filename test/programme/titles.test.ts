import { beforeAll, describe, expect, test } from '@jest/globals'
import { asUser } from '../../src/core/access/localApi.ts'
import { matchWorkflow } from '../../src/programme/matching/matches/workflow.ts'
import { actingIn } from '../support/acting.ts'
import { aMatchedPair, insertOne, meetingFields } from '../support/people.ts'
import { aPairThatMayAgree } from '../support/policies.ts'
import { testProgramme, type TestProgramme } from '../support/programme.ts'
import { aLog, aReadyMatch, aReferral } from '../support/story.ts'

let programme: TestProgramme
beforeAll(async () => {
  programme = await testProgramme()
})
const { act, create, workAs } = actingIn(() => programme)
type Collection = Parameters<typeof create>[0]['collection']
const titleOf = async ({ by, collection, id }: { by: string; collection: Collection; id: string }) =>
  (await asUser(await workAs(by)).findById({ collection, id })).recordTitle

test('records are spoken of by names and days, never by an id', async () => {
  const pair = await aPairThatMayAgree(programme)
  const by = pair.coordinator
  const meeting = await create({ by: pair.volunteer.userId, collection: 'meetings', fields: meetingFields(pair) })
  const referral = await aReferral({ ...programme, childId: pair.child.id, enteredBy: by })
  const idIn = async (table: string, where: string): Promise<string> =>
    (await programme.query<{ id: string }>(`select id from ${table} where ${where} limit 1`))[0]?.id ?? ''
  const titles: Array<[Collection, string, string]> = [
    ['matches', pair.match, 'Robin Testerton with Harper Sample'],
    ['meetings', meeting.id, 'Tuesday 10 March, 4pm, Library café'],
    ['session-logs', await aLog({ ...programme, pair }), '24 February 2026, Library café'],
    ['referrals', referral, 'Robin Testerton, referred 26 February 2026'],
    [
      'consents',
      await idIn('consents', `child_id = '${pair.child.id}' and item = 'meetings'`),
      'Robin Testerton: Meetings in public places, yes',
    ],
    [
      'vetting-records',
      await idIn('vetting_records', `volunteer_id = '${pair.volunteer.id}' and kind = 'dbs-check'`),
      'Harper Sample: DBS check',
    ],
    ['role-grants', await idIn('role_grants', `user_id = '${pair.confirmer}'`), 'Casey Standin: Committee member'],
    ['designations', await idIn('designations', `holder_id = '${pair.confirmer}'`), 'Casey Standin: Meeting confirmer'],
  ]
  for (const [collection, id, title] of titles)
    expect([collection, await titleOf({ by, collection, id })]).toEqual([collection, title])
})

test('a record that is called by its moment is called by London’s, also in the hour in which it is another day elsewhere', async () => {
  const pair = await aPairThatMayAgree(programme)
  const by = pair.coordinator
  // Half past midnight in London in summer is the day before in UTC.
  const stamp = { created_at: '2026-06-30T23:30:00Z', updated_at: '2026-06-30T23:30:00Z' }
  const log = await aLog({ ...programme, pair })
  const one = (collection: string, row: Record<string, unknown>) =>
    insertOne({ ...programme, collection, row: { ...row, ...stamp, row_version: 1 } })
  const titles: Array<[Collection, string, string]> = [
    [
      'log-addenda',
      await one('log-addenda', { log_id: log, text: 'A word more.', written_by_id: by, status: 'added' }),
      'Note by Morgan Specimen, Wednesday 1 July, 12:30am',
    ],
    [
      'log-readings',
      await one('log-readings', { log_id: log, read_by_id: by, status: 'read' }),
      'Read by Morgan Specimen, Wednesday 1 July, 12:30am',
    ],
    [
      'self-declarations',
      await one('self-declarations', {
        volunteer_id: pair.volunteer.id,
        declares: 'nothing',
        declared_on: '2026-07-01',
      }),
      'Declared on 1 July 2026',
    ],
    [
      'working-list-imports',
      await insertOne({
        ...programme,
        collection: 'working-list-imports',
        row: {
          imported_by_id: by,
          imported_at: '2026-06-30T23:30:00Z',
          new_rows: 1,
          changed_rows: 0,
          unchanged_rows: 0,
          returned_rows: 0,
        },
      }),
      'By Morgan Specimen, Wednesday 1 July, 12:30am',
    ],
  ]
  for (const [collection, id, title] of titles)
    expect([collection, await titleOf({ by, collection, id })]).toEqual([collection, title])
})

describe('the title of a match', () => {
  test('finds it by the child’s name, as the box does in which a match is chosen', async () => {
    const pair = await aMatchedPair(programme)
    await programme.query("update children set name = 'Wren Notreal' where id = $1", [pair.child.id])
    const found = await programme.payload.find({
      collection: 'matches',
      where: { recordTitle: { like: 'wren not' } },
      select: { recordTitle: true } as never,
      depth: 0,
      overrideAccess: false,
      req: (await workAs(pair.coordinator)).req,
    })
    expect(found.docs).toMatchObject([{ id: pair.match, recordTitle: 'Wren Notreal with Harper Sample' }])
  })

  test('is no field that anybody can write', async () => {
    const pair = await aMatchedPair(programme)
    await expect(
      asUser(await workAs(pair.coordinator)).update({
        collection: 'matches',
        id: pair.match,
        data: { recordTitle: 'Somebody else' },
      }),
    ).rejects.toMatchObject({ status: 400 })
  })

  test('is no change that the audit tells of', async () => {
    const ready = await aReadyMatch(programme)
    await act({ by: ready.committee, workflow: matchWorkflow, id: ready.match, action: 'start' })
    await asUser(await workAs(ready.coordinator)).update({
      collection: 'matches',
      id: ready.match,
      data: { frequency: 'monthly' },
    })
    const details = await programme.query<{ detail: object }>(
      "select detail from audit_events where record_id = $1 and action <> 'read' order by sequence",
      [ready.match],
    )
    expect(details.map(({ detail }) => Object.keys(detail))).toEqual([['status'], ['frequency']])
  })
})

describe('who names the match need not name child and volunteer', () => {
  test('[MTG-1] a meeting takes both from its match', async () => {
    const pair = await aMatchedPair(programme)
    const { child: _child, volunteer: _volunteer, ...fields } = meetingFields(pair)
    expect(await create({ by: pair.coordinator, collection: 'meetings', fields })).toMatchObject({
      child: pair.child.id,
      volunteer: pair.volunteer.id,
      status: 'proposed',
    })
  })

  test('[MTG-4] what was given all the same is not put right in silence', async () => {
    const pair = await aMatchedPair(programme)
    const other = await aMatchedPair(programme)
    await expect(
      create({ by: pair.coordinator, collection: 'meetings', fields: meetingFields({ ...pair, child: other.child }) }),
    ).rejects.toMatchObject({ data: { rule: 'MTG-4' } })
  })

  test('no match at all is refused, not completed', async () => {
    const pair = await aMatchedPair(programme)
    const { child: _child, volunteer: _volunteer, ...fields } = meetingFields(pair, { match: undefined })
    await expect(create({ by: pair.coordinator, collection: 'meetings', fields })).rejects.toMatchObject({
      status: 409,
    })
  })
})

import { beforeAll, expect, test } from '@jest/globals'
import { loadPack } from '../../src/admin/pack/loadPack.ts'
import { restClient } from '../attack/support/rest.ts'
import { actingIn } from '../support/acting.ts'
import { aChild, aPerson, aVolunteer } from '../support/people.ts'
import { testProgramme, type TestProgramme } from '../support/programme.ts'
import { aMembership, aReferral } from '../support/story.ts'

// The clock stands on Tuesday 3 March 2026.
let programme: TestProgramme
let people: { coordinator: string; proposer: string; decider: string; trustee: string; administrator: string }
let referral: string
let child: string
let override: string
beforeAll(async () => {
  programme = await testProgramme()
  people = {
    coordinator: await aPerson({ ...programme, name: 'Morgan Specimen', roles: ['co-ordinator'] }),
    proposer: await aPerson({ ...programme, name: 'Rowan Madeup', roles: ['committee'] }),
    decider: await aPerson({ ...programme, name: 'Casey Standin', roles: ['committee'] }),
    trustee: await aPerson({ ...programme, name: 'Juniper Pretend', roles: ['trustee'] }),
    administrator: await aPerson({ ...programme, name: 'Sage Example', roles: ['administrator'] }),
  }
  child = (await aChild({ ...programme, name: 'Sky Specimen' })).id
  await aMembership({ ...programme, childId: child })
  referral = await aReferral({ ...programme, childId: child, enteredBy: people.proposer })
  const volunteer = await aVolunteer({ ...programme, name: 'Harper Sample' })
  override = String(
    (
      await create({
        by: people.proposer,
        collection: 'capacity-overrides',
        fields: { volunteer: volunteer.id, children: 3, reason: 'Knows the family well.' },
      })
    ).id,
  )
})
const { create, workAs } = actingIn(() => programme)

const agendaOf = async (who: string) => loadPack(await workAs(who))

const stepsOf = async (who: string, id: string) =>
  (await agendaOf(who))
    .flatMap(({ rows }) => rows)
    .find(({ record }) => record.id === id)
    ?.actions.map(({ name, blockers }) => [name, blockers.map(({ rule }) => rule)])

test('[ELG-3] the agenda holds what the areas say is decided together, in their order, for each who decides about it', async () => {
  expect((await agendaOf(people.decider)).map(({ queue }) => queue)).toEqual(['referrals', 'overrides'])
  expect((await agendaOf(people.coordinator)).map(({ queue }) => queue)).toEqual(['referrals'])
  for (const who of [people.trustee, people.administrator]) expect(await agendaOf(who)).toEqual([])
})

test('[ORG-1] who prepared it is not offered to decide it; another committee member is, with what is still missing', async () => {
  expect(await stepsOf(people.decider, override)).toContainEqual(['approve', []])
  expect(await stepsOf(people.proposer, override)).toContainEqual(['approve', ['ORG-1']])
  expect(await stepsOf(people.proposer, referral)).toContainEqual(['decline', ['ORG-1']])
  expect(await stepsOf(people.decider, referral)).toContainEqual(['accept', ['ELG-3']])
  expect(await stepsOf(people.coordinator, referral)).not.toContainEqual(['decline', []])
})

test('[ORG-1] a decision that is entered here lands on the record by its own step, and refuses whoever prepared it', async () => {
  const [{ rowVersion = 0 } = {}] = (await agendaOf(people.decider))
    .flatMap(({ rows }) => rows)
    .filter(({ record }) => record.id === override)
  const approve = async (who: string) =>
    restClient(programme)({
      method: 'POST',
      path: `/capacity-overrides/${override}/actions/approve`,
      body: { rowVersion },
      cookie: (await programme.signIn(who)).cookie,
    })
  expect((await approve(people.proposer)).status).toBe(409)
  expect((await approve(people.decider)).status).toBe(200)
  expect(
    await programme.query('select status::text as status from capacity_overrides where id = $1', [override]),
  ).toEqual([{ status: 'approved' }])
  expect((await agendaOf(people.decider)).map(({ queue }) => queue)).toEqual(['referrals'])
})

test('[DAT-1] whose records stand on the agenda is recorded', async () => {
  const [before] = await programme.query<{ last: string }>(
    'select coalesce(max(sequence), 0)::text as last from audit_events',
  )
  await agendaOf(people.decider)
  expect(
    await programme.query(
      "select distinct actor_id from audit_events where sequence > $1 and action = 'read' and record_collection = 'referrals' and detail->'ids' ? $2",
      [before?.last, referral],
    ),
  ).toEqual([{ actor_id: people.decider }])
})

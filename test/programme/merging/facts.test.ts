import { beforeAll, expect, test } from '@jest/globals'
import type { Work } from '../../../src/core/access/work.ts'
import { mergeFacts } from '../../../src/programme/merging/facts.ts'
import { aChild, aMatch, aPerson, aVolunteer, insertOne } from '../../support/people.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'
import { aConsentRequest } from '../../support/story.ts'

let programme: TestProgramme
let work: Work
beforeAll(async () => {
  programme = await testProgramme()
  work = await programme.workOf({ kind: 'system', reason: 'a test' })
})
const aPair = async () => {
  const [keep, leave] = [
    await aChild({ ...programme, name: 'Robin Testerton' }),
    await aChild({ ...programme, name: 'Robyn Testerton' }),
  ]
  const facts = (changes: Record<string, unknown> = {}) =>
    mergeFacts({ work, record: { keep: keep.id, leave: leave.id, ...changes } })
  return { keep, leave, facts }
}
const aGuardian = (familyId: string) =>
  insertOne({
    ...programme,
    collection: 'guardians',
    row: { name: 'Alex Testerton', family_id: familyId, contact_rule: 'usual', row_version: 1 },
  })
const aChildIn = (familyId: string, row: Record<string, unknown> = {}) =>
  insertOne({
    ...programme,
    collection: 'children',
    row: { name: 'Sky Testerton', family_id: familyId, row_version: 1, ...row },
  })

test('[SAME-CHILD] the family of the record that is left is in use by a parent, by an address, or by another child', async () => {
  const { keep, leave, facts } = await aPair()
  const used = async () => {
    const { leftFamilyIsUsed, leftFamilyIsEmptied } = await facts()
    return [leftFamilyIsUsed, leftFamilyIsEmptied]
  }
  expect(await used()).toEqual([true, false])
  await programme.query('update families set home_address = $2 where id = $1', [leave.familyId, ''])
  expect(await used()).toEqual([true, false])
  await programme.query('delete from guardians where id = $1', [leave.guardianId])
  expect(await used()).toEqual([false, true])
  await programme.query('update families set home_address = $2 where id = $1', [leave.familyId, '2 Invented Road'])
  expect(await used()).toEqual([true, false])
  await programme.query('update families set home_address = null where id = $1', [leave.familyId])
  expect(await used()).toEqual([false, true])
  const another = await aChildIn(leave.familyId)
  expect(await used()).toEqual([true, false])
  await programme.query('update children set family_id = $2 where id = any($1::uuid[])', [
    [another, leave.id],
    keep.familyId,
  ])
  expect((await facts()).leftFamilyIsEmptied).toBe(false)
})

test('[SAME-CHILD] what was proposed already, and who are brothers or sisters, whichever way round', async () => {
  const { keep, leave, facts } = await aPair()
  const aProposal = (row: Record<string, unknown>) =>
    insertOne({
      ...programme,
      collection: 'child-merges',
      row: { keep_id: keep.id, leave_id: leave.id, status: 'proposed', why: 'A test', row_version: 1, ...row },
    })
  await programme.query("update child_merges set status = 'withdrawn' where id = $1", [await aProposal({})])
  await aProposal({ leave_id: keep.id, keep_id: leave.id })
  expect((await facts()).proposedAlready).toBe(false)
  const id = await aProposal({})
  expect([(await facts()).proposedAlready, (await facts({ id })).proposedAlready]).toEqual([true, false])

  const third = await aChild(programme)
  const aLink = (child_id: string, sibling_id: string) =>
    programme.query('insert into sibling_links (child_id, sibling_id, row_version) values ($1, $2, 1)', [
      child_id,
      sibling_id,
    ])
  await aLink(keep.id, third.id)
  await aLink(third.id, leave.id)
  expect((await facts()).areSiblings).toBe(false)
  await aLink(leave.id, keep.id)
  expect((await facts()).areSiblings).toBe(true)
  await programme.query('delete from sibling_links where child_id = $1', [leave.id])
  await aLink(keep.id, leave.id)
  expect((await facts()).areSiblings).toBe(true)
})

test('[SAME-CHILD] each side with its row of the working list, its match and the links that parents hold; nothing where there is none', async () => {
  const { keep, facts } = await aPair()
  const [contactId, volunteer] = [await aPerson({ ...programme, roles: ['committee'] }), await aVolunteer(programme)]
  const row = await insertOne({
    ...programme,
    collection: 'working-list-entries',
    row: { name: 'Robin', child_id: keep.id, status: 'taken-off', row_version: 1 },
  })
  const match = await aMatch({
    ...programme,
    childId: keep.id,
    volunteerId: volunteer.id,
    contactId,
    status: 'proposed',
  })
  const requests: string[] = []
  for (const status of ['open', 'signed', 'declined', 'cancelled'])
    requests.push(
      await aConsentRequest({ ...programme, childId: keep.id, guardianId: await aGuardian(keep.familyId), status }),
    )
  const before = await facts()
  expect([before.keep?.isListed, before.keep?.hasActiveMatch]).toEqual([false, false])
  expect(before.keep?.requests.map(({ id }) => id).sort()).toEqual(requests.slice(0, 3).sort())
  expect(before.leave?.requests).toEqual([])
  await programme.query("update working_list_entries set status = 'listed' where id = $1", [row])
  await programme.query("update matches set status = 'active' where id = $1", [match])
  const after = await facts()
  expect([
    after.keep?.isListed,
    after.keep?.hasActiveMatch,
    after.leave?.isListed,
    after.leave?.hasActiveMatch,
  ]).toEqual([true, true, false, false])
  expect(await mergeFacts({ work, record: { keep: keep.id, leave: '', proposedBy: '' } })).toMatchObject({
    proposedBy: null,
    leave: undefined,
  })
  expect((await facts({ proposedBy: contactId })).proposedBy).toBe(contactId)
})

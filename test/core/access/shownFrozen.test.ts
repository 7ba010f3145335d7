import { beforeAll, expect, test } from '@jest/globals'
import { docAccessOperation, type Condition } from 'payload'
import { asUser } from '../../../src/core/access/localApi.ts'
import { actingIn, refusalOf } from '../../support/acting.ts'
import { meetingFields } from '../../support/people.ts'
import { aPairThatMayAgree } from '../../support/policies.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'

let programme: TestProgramme
beforeAll(async () => {
  programme = await testProgramme()
})
const { create, workAs } = actingIn(() => programme)

/** Which fields of a record the panel shows as ones that can be edited. */
const editableFields = async ({ by, id }: { by: string; id: string }): Promise<string[]> => {
  const { req } = await workAs(by)
  const collection = programme.payload.collections.meetings
  if (!collection) throw new Error('There are no meetings.')
  const { fields } = (await docAccessOperation({
    id,
    collection,
    data: await asUser(await workAs(by)).findById({ collection: 'meetings', id }),
    req,
  })) as { fields: true | Record<string, { update?: unknown }> }
  return Object.entries(fields === true ? {} : fields).flatMap(([name, permission]) =>
    permission === (true as unknown) || permission.update ? [name] : [],
  )
}

test('the form of a record asks for what its state lets be edited, and a new one for all that is written', async () => {
  const isAsked = (name: string, status: string, operation?: 'create' | 'update'): boolean => {
    const field = programme.payload.collections.meetings?.config.flattenedFields.find((one) => one.name === name)
    const condition = field?.admin?.condition as Condition | undefined
    return condition?.({ status }, { status }, { operation, user: null } as never) ?? true
  }
  expect([isAsked('place', 'proposed', 'update'), isAsked('place', 'confirmed', 'update')]).toEqual([true, false])
  expect([isAsked('match', 'proposed', 'create'), isAsked('match', 'proposed', 'update')]).toEqual([true, false])
  // A save is validated whatever the form shows.
  expect([isAsked('place', 'confirmed'), isAsked('confirmedBy', 'confirmed', 'update')]).toEqual([true, false])
})

test('the panel shows as editable what the state of a record lets be edited, and nothing else', async () => {
  const pair = await aPairThatMayAgree(programme)
  const { id } = await create({ by: pair.volunteer.userId, collection: 'meetings', fields: meetingFields(pair) })
  const proposed = await editableFields({ by: pair.coordinator, id })
  expect(proposed).toEqual(expect.arrayContaining(['place', 'startsAt', 'guardian']))
  expect(proposed).not.toEqual(expect.arrayContaining(['match']))
  await programme.query("update meetings set status = 'confirmed' where id = $1", [id])
  const confirmed = await editableFields({ by: pair.coordinator, id })
  for (const field of ['place', 'startsAt', 'guardian', 'match', 'child']) expect(confirmed).not.toContain(field)
})

test('saving what was shown frozen is refused in words, never dropped in silence', async () => {
  const pair = await aPairThatMayAgree(programme)
  const { id } = await create({ by: pair.volunteer.userId, collection: 'meetings', fields: meetingFields(pair) })
  await programme.query("update meetings set status = 'confirmed' where id = $1", [id])
  const refusal = await refusalOf(
    asUser(await workAs(pair.coordinator)).update({ collection: 'meetings', id, data: { place: 'Somewhere else' } }),
  )
  expect(refusal).toMatchObject({
    rule: 'STATE',
    reason: expect.stringContaining('“place” cannot be changed by editing it'),
  })
})

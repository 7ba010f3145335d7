import { beforeAll, expect, test } from '@jest/globals'
import type { Actor } from '../../../src/core/access/actor.ts'
import { categoriesInUse, listedPlace, listedPlaces, ownSuggestions } from '../../../src/programme/directory/queries.ts'
import { aPlace } from '../../support/directory.ts'
import { aPerson, aVolunteer, insertOne } from '../../support/people.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'

let programme: TestProgramme
let [volunteer, coordinator, stranger, other]: Actor[] = []
const ids: Record<string, string> = {}
beforeAll(async () => {
  programme = await testProgramme()
  await programme.query('delete from directory_entries')
  const person = async (userId: string): Promise<Actor> => (await programme.signIn(userId)).person
  const [one, two] = [await aVolunteer(programme), await aVolunteer(programme)]
  volunteer = await person(one.userId)
  other = await person(two.userId)
  coordinator = await person(await aPerson({ ...programme, roles: ['co-ordinator'] }))
  stranger = await person(await aPerson({ ...programme, roles: ['trustee'] }))
  ids.wall = await aPlace({
    ...programme,
    organisation: 'the Invented Wall',
    more: {
      needs: 'Confidence\n\nLoss ',
      phone: '01264 496 0100',
      email: 'wall@example.invalid',
      website: 'https://wall.example.invalid',
      how_to_refer: 'Ring first',
      cost: 'price',
      cost_pence: 650,
      cost_words: 'an hour',
      age_from: 8,
      age_to: 14,
      area: 'Andover',
      doubted_on: '2026-02-20',
    },
  })
  ids.bare = await aPlace({
    ...programme,
    organisation: 'A Made-up Club',
    more: { phone: '', email: '', website: '', how_to_refer: '', area: '', checked_on: null, cost_words: null },
  })
  ids.removed = await aPlace({ ...programme, organisation: 'Gone', more: { status: 'taken-off' } })
  const suggestion = (userId: string, organisation: string, more: Record<string, unknown>): Promise<string> =>
    insertOne({
      ...programme,
      collection: 'directory-suggestions',
      row: { organisation, words: 'A test', suggested_by_id: userId, row_version: 1, ...more },
    })
  ids.older = await suggestion(one.userId, 'Older', {
    kind: 'new-place',
    status: 'declined',
    answer: 'It has closed.',
    created_at: '2026-01-01T09:00:00Z',
  })
  ids.newer = await suggestion(one.userId, 'Newer', {
    kind: 'out-of-date',
    status: 'open',
    created_at: '2026-02-01T09:00:00Z',
  })
  await suggestion(two.userId, 'Theirs', { kind: 'new-place', status: 'open', created_at: '2026-03-01T09:00:00Z' })
})

test('[DIR-1] what is listed is read by name, whole, and by those who use the directory alone', async () => {
  for (const actor of [volunteer, coordinator])
    expect(await listedPlaces({ ...programme, actor: actor as Actor })).toEqual([
      {
        id: ids.bare,
        organisation: 'A Made-up Club',
        category: 'Sports',
        needs: [],
        phone: null,
        email: null,
        website: null,
        howToRefer: null,
        cost: 'free',
        costPence: null,
        costWords: null,
        ageFrom: null,
        ageTo: null,
        area: null,
        checkedOn: null,
        doubtedOn: null,
      },
      {
        id: ids.wall,
        organisation: 'the Invented Wall',
        category: 'Sports',
        needs: ['Confidence', 'Loss'],
        phone: '01264 496 0100',
        email: 'wall@example.invalid',
        website: 'https://wall.example.invalid',
        howToRefer: 'Ring first',
        cost: 'price',
        costPence: 650,
        costWords: 'an hour',
        ageFrom: 8,
        ageTo: 14,
        area: 'Andover',
        checkedOn: '2026-02-01',
        doubtedOn: '2026-02-20',
      },
    ])
  expect(await listedPlaces({ ...programme, actor: stranger as Actor })).toEqual([])
})

test('[DIR-1] one place is read while it is listed, by those who use the directory', async () => {
  const read = async (actor: Actor | undefined, id = '') =>
    (await listedPlace({ ...programme, actor: actor as Actor, id }))?.organisation
  expect(await read(volunteer, ids.wall)).toBe('the Invented Wall')
  expect(await read(coordinator, ids.wall)).toBe('the Invented Wall')
  expect(await read(coordinator, ids.removed)).toBeUndefined()
  expect(await read(volunteer, ids.removed)).toBeUndefined()
  expect(await read(stranger, ids.wall)).toBeUndefined()
})

test('[DIR-1] the kinds to choose from are those in use, by name', async () => {
  const before = (await categoriesInUse(programme)).map(({ name }) => name)
  expect(before).toContain('Sports')
  expect(before).toEqual([...before].sort((left, right) => left.toLowerCase().localeCompare(right.toLowerCase())))
  await programme.query("update directory_categories set in_use = false where name = 'Sports'")
  expect((await categoriesInUse(programme)).map(({ name }) => name)).toEqual(before.filter((name) => name !== 'Sports'))
  await programme.query("update directory_categories set in_use = null where name = 'Sports'")
  expect((await categoriesInUse(programme)).map(({ name }) => name)).not.toContain('Sports')
  await programme.query("update directory_categories set in_use = true where name = 'Sports'")
})

test('[DIR-2] somebody reads their own suggestions, newest first, with the answer; nobody else’s', async () => {
  expect(await ownSuggestions({ ...programme, actor: volunteer as Actor })).toEqual([
    {
      id: ids.newer,
      organisation: 'Newer',
      kind: 'out-of-date',
      status: 'open',
      answer: null,
      suggestedAt: new Date('2026-02-01T09:00:00Z'),
    },
    {
      id: ids.older,
      organisation: 'Older',
      kind: 'new-place',
      status: 'declined',
      answer: 'It has closed.',
      suggestedAt: new Date('2026-01-01T09:00:00Z'),
    },
  ])
  expect(
    (await ownSuggestions({ ...programme, actor: other as Actor })).map(({ organisation }) => organisation),
  ).toEqual(['Theirs'])
  expect(await ownSuggestions({ ...programme, actor: coordinator as Actor })).toEqual([])
  expect(await ownSuggestions({ ...programme, actor: { kind: 'system', reason: 'a test' } })).toEqual([])
})

// The search over everything finds what the person's own lists would show, and nothing else.
import { beforeAll, expect, test } from '@jest/globals'
import type { CollectionSlug } from 'payload'
import { ACTORS, theCast, type ActorName, type Cast } from '../attack/support/cast.ts'
import { restClient, type RestAnswer, type RestRequest } from '../attack/support/rest.ts'
import type { PersonActor } from '../../src/core/access/actor.ts'
import { personOfSession } from '../../src/programme/people/signIn/sessions.ts'
import { searchEverywhere, type FoundKind } from '../../src/core/search/everywhere.ts'
import { areas } from '../../src/programme/house.ts'
import { aChild, aVolunteer } from '../support/people.ts'
import { testProgramme, type TestProgramme } from '../support/programme.ts'
import { GRANTS } from './grants.ts'

let programme: TestProgramme
let cast: Cast
let send: (request: RestRequest) => Promise<RestAnswer>
const kinds = areas.flatMap(({ searched = [] }) => searched)

beforeAll(async () => {
  programme = await testProgramme()
  cast = await theCast(programme)
  send = restClient(programme)
  programme.payload.logger.level = 'silent'
})

/** Whom today's cookie of one of the cast stands for. */
const personOf = (name: ActorName): Promise<PersonActor | undefined> =>
  personOfSession({
    query: programme.query,
    token: cast.cookies[name]?.split('=')[1] ?? 'none',
    now: programme.clock.now(),
  })

const found = async (actor: PersonActor, asked: string): Promise<FoundKind[]> =>
  searchEverywhere({ work: await programme.workOf(actor), kinds, asked, most: 100 })

/** Words, days and numbers by which almost everything there is would be found. */
const WIDE = ['er', 'ar', 'in', '2014-01-20', '5/5/1990', '+4477', 'agreement']

test('nobody finds a record that they are not granted, whatever they look for', async () => {
  const wrong: string[] = []
  let seen = 0
  for (const name of ACTORS) {
    const actor = await personOf(name)
    if (!actor) continue
    for (const one of WIDE)
      for (const { collection, records } of await found(actor, one)) {
        const reach = GRANTS[collection]?.read[name]
        const theirs = reach === 'all' ? undefined : (reach?.(cast) ?? [])
        seen += records.length
        wrong.push(
          ...records
            .filter(({ id }) => theirs !== undefined && !theirs.includes(id))
            .map(({ title }) => `${name} found ${title} of ${collection} by “${one}”`),
        )
      }
  }
  expect(wrong).toEqual([])
  expect(seen).toBeGreaterThan(50)
})

test('whoever has no panel gets no answer from the search at all', async () => {
  const statuses: Array<[ActorName, number]> = []
  for (const name of ACTORS)
    statuses.push([name, (await send({ path: '/search?q=sample', cookie: cast.cookies[name] })).status])
  expect(statuses.filter(([, status]) => status === 200).map(([name]) => name)).toEqual([
    'co-ordinator',
    'committee',
    'trustee',
    'administrator',
    'safeguarding lead',
  ])
})

test('an administrator finds accounts and documents, and no child, parent or volunteer', async () => {
  const actor = await personOf('administrator')
  const collections = new Set<string>()
  for (const one of WIDE)
    for (const { collection } of await found(actor as PersonActor, one)) collections.add(collection)
  expect([...collections].sort()).toEqual(['policies', 'users'])
})

test('that records were found is put down like any reading of a list [DAT-1]', async () => {
  const { query } = programme
  const child = await aChild({ query, name: 'Quill Testerton' })
  const actor = (await personOf('committee')) as PersonActor
  await found(actor, 'quill testerton')
  const [last] = await query<{ detail: { ids: string[] } }>(
    "select detail from audit_events where record_collection = 'children' and action = 'read' order by sequence desc limit 1",
  )
  expect(last?.detail.ids).toEqual([child.id])
})

test('a person is found by name, date of birth, telephone number, and through those who belong to them', async () => {
  const { query } = programme
  const actor = (await personOf('committee')) as PersonActor
  const child = await aChild({ query, name: 'Zoë O’Specimen' })
  await query('update children set born_on = $1 where id = $2', ['2013-07-03', child.id])
  await query('update guardians set name = $1, mobile = $2 where id = $3', [
    'Renée Specimen-Example',
    '+44 7700 900 555',
    child.guardianId,
  ])
  const volunteer = await aVolunteer({ query, name: 'Łukasz Example' })
  const idsFor = async (asked: string): Promise<Record<string, string[]>> =>
    Object.fromEntries(
      (await found(actor, asked)).map(({ collection, records }) => [collection, records.map(({ id }) => id)]),
    )
  for (const asked of ['zoe ospecimen', 'O’Specimen Zoë', "o'specimen", '3/7/2013', '3 July 2013', 'zoe 3.7.13'])
    expect([asked, (await idsFor(asked)).children]).toEqual([asked, [child.id]])
  for (const asked of ['renee example', '07700900555', '0770 090 0555', '+447700900555', '00 44 7700 900555'])
    expect([asked, (await idsFor(asked)).guardians]).toEqual([asked, [child.guardianId]])
  expect((await idsFor('lukasz')).volunteers).toEqual([volunteer.id])
  expect(await idsFor('3/7/1901')).toEqual({})
  expect(await idsFor('z')).toEqual({})
})

test('every kind that is searched is a collection, sorted and found by fields that it has', () => {
  for (const { collection, sort, dates = [], moments = [], numbers = [], through = [] } of kinds) {
    const config = programme.payload.collections[collection as CollectionSlug]?.config
    const names = config?.flattenedFields.map(({ name }) => name) ?? []
    expect([
      collection,
      [sort.replace('-', ''), ...dates, ...moments, ...numbers, ...through].filter((name) => !names.includes(name)),
    ]).toEqual([collection, []])
  }
  expect(new Set(kinds.map(({ place }) => place)).size).toBe(kinds.length)
})

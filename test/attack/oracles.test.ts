import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from '@jest/globals'
import { testProgramme, type TestProgramme } from '../support/programme.ts'
import { theCast, type Cast } from './support/cast.ts'
import { docsOf, restClient, type RestAnswer, type RestRequest } from './support/rest.ts'

let programme: TestProgramme
let cast: Cast
let send: (request: RestRequest) => Promise<RestAnswer>

beforeAll(async () => {
  programme = await testProgramme()
  cast = await theCast(programme)
  send = restClient(programme)
  programme.payload.logger.level = 'silent'
})

/** Every way to ask about one record by its id. */
const waysToAsk = (slug: string, id: string): RestRequest[] => [
  { path: `/${slug}/${id}` },
  { path: `/${slug}/${id}?depth=2&select[id]=true` },
  { method: 'POST', path: `/${slug}/access/${id}`, body: {} },
  { method: 'POST', path: `/${slug}/access/${id}`, body: { name: 'x', status: 'x' } },
  { path: `/${slug}/${id}/actions` },
  { method: 'POST', path: `/${slug}/${id}/actions/confirm`, body: { input: {} } },
  { method: 'POST', path: `/${slug}/${id}/actions/nothing-known`, body: { input: {}, rowVersion: 1 } },
  { method: 'PATCH', path: `/${slug}/${id}`, body: {} },
  { method: 'PATCH', path: `/${slug}/${id}`, body: { rowVersion: 99 } },
  { method: 'PATCH', path: `/${slug}/${id}`, body: { status: 'x', id: randomUUID() } },
  { method: 'DELETE', path: `/${slug}/${id}` },
  { path: `/${slug}/versions/${id}` },
  { method: 'POST', path: `/${slug}/versions/${id}`, body: {} },
  { method: 'POST', path: `/${slug}/${id}/duplicate`, body: {} },
  { path: `/${slug}/count?where[id][equals]=${id}` },
  { path: `/${slug}/count?where[id][in]=${id}` },
  { path: `/${slug}?where[id][equals]=${id}` },
  { path: `/${slug}?where[id][not_equals]=${id}&limit=1&select[id]=true&sort=id` },
]

/** What came back, but for the id that was asked about: status, words and headers. */
const told = ({ status, text, headers }: RestAnswer, id: string): string =>
  JSON.stringify([status, text.replaceAll(id, 'ID'), [...headers]])

/**
 * Whoever is refused a whole collection is asked about one record in these ways only; the others stop at the same gate.
 */
const shortly = (ways: RestRequest[]): RestRequest[] => ways.filter((_way, at) => [0, 2, 4, 5, 7, 10].includes(at))

test.each([
  'anonymous',
  'matched volunteer',
  'former volunteer',
  'trustee',
  'administrator',
  'co-ordinator',
  'committee',
  'safeguarding lead',
] as const)(
  '[DAT-1] of what a person may not read, no answer tells whether it exists: %s',
  async (actor) => {
    const cookie = cast.cookies[actor]
    for (const { slug } of programme.payload.config.collections) {
      const list = await send({ path: `/${slug}?limit=1000&depth=0&select[id]=true`, cookie })
      const seen = new Set(docsOf(list).map(({ id }) => id))
      const hidden = (await cast.ids(slug)).find((id) => !seen.has(id))
      if (hidden === undefined) continue
      const made = randomUUID()
      const ways = (id: string) => (list.status === 200 ? waysToAsk(slug, id) : shortly(waysToAsk(slug, id)))
      for (const [at, ofHidden] of ways(hidden).entries()) {
        const ofMade = ways(made)[at] ?? ofHidden
        expect({ way: ofHidden, told: told(await send({ ...ofHidden, cookie }), hidden) }).toEqual({
          way: ofHidden,
          told: told(await send({ ...ofMade, cookie }), made),
        })
      }
    }
  },
  120_000,
)

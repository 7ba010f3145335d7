import { beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { testProgramme, type TestProgramme } from '../support/programme.ts'
import { GRANTS } from '../access/grants.ts'
import { ACTORS, theCast, type ActorName, type Cast } from './support/cast.ts'
import { docsOf, restClient, type RestAnswer, type RestRequest } from './support/rest.ts'

/**
 * How many queries are made up: the same from the first on, ten times as many with FUZZ=long, as CI has it at night.
 */
const QUERIES = process.env.FUZZ === 'long' ? 10_000 : 1_000

let programme: TestProgramme
let cast: Cast
let send: (request: RestRequest) => Promise<RestAnswer>
/** What each actor must never be shown. */
const hidden = new Map<ActorName, string[]>()
let words: Words

beforeAll(async () => {
  programme = await testProgramme()
  cast = await theCast(programme)
  send = restClient(programme)
  programme.payload.logger.level = 'silent'
  // The audit tells before and after of what was changed, so it holds canaries as well.
  await send({
    method: 'PATCH',
    path: `/families/${cast.children.first.familyId}`,
    cookie: cast.cookies.committee,
    body: { homeAddress: `${cast.canaries.familyHomes[0]} ` },
  })
  for (const actor of ACTORS) hidden.set(actor, await hiddenFrom(actor))
  words = vocabulary()
})

test('the canaries sing for those who may hear them, so their silence means something', async () => {
  const as = async (actor: ActorName, path: string): Promise<string> =>
    (await send({ path, cookie: cast.cookies[actor] })).text
  const heard = [
    await as('committee', '/volunteers?limit=100'),
    await as('committee', '/families?limit=100'),
    await as('co-ordinator', '/vetting-records?limit=100'),
    await as('co-ordinator', '/guardians?limit=100'),
    await as('committee', '/child-backgrounds?limit=100'),
    await as('co-ordinator', '/dbs-disclosures?limit=100'),
    await as('committee', '/capacity-overrides?limit=100'),
    await as('committee', '/medical-needs?limit=100'),
    await as('co-ordinator', '/meeting-addresses?limit=100'),
  ].join()
  const { volunteerHomes, familyHomes, familyDoors, certificates, mobiles, backgrounds, vetting, medical } =
    cast.canaries
  for (const canary of [
    ...volunteerHomes,
    ...familyHomes,
    ...familyDoors,
    ...certificates,
    ...mobiles,
    ...backgrounds,
    ...vetting,
    ...medical,
  ])
    expect(heard).toContain(canary)
  expect(await as('safeguarding lead', '/audit-events?limit=100')).toContain(familyHomes[0])
  expect(await as('matched volunteer', '/child-backgrounds')).toContain(backgrounds[0])
  expect(await as('matched volunteer', '/medical-needs')).toContain(medical[0])
  expect(await as('matched volunteer', '/meeting-addresses')).toContain(familyDoors[0])
})

test(`[VOL-8, VOL-6, MAT-7, SAF-7] ${QUERIES.toLocaleString('en-GB')} made-up queries: no hidden byte comes back, and none ends in an error of ours`, async () => {
  const figures = { queries: 0, answered: 0, records: 0, leaks: [] as string[], failures: [] as string[] }
  await fc.assert(
    fc.asyncProperty(anActor(), aQuery(), async (actor, made) => {
      const path = made(actor)
      const answer = await send({ path, cookie: cast.cookies[actor] })
      figures.queries += 1
      if (answer.status === 200) figures.answered += 1
      figures.records += docsOf(answer).length
      const leaked = hidden.get(actor)?.find((canary) => answer.text.includes(canary))
      if (leaked) figures.leaks.push(`${actor} ${path}: ${leaked}`)
      if (answer.status >= 500) figures.failures.push(`${actor} ${path}: ${answer.status}`)
      return !leaked && answer.status < 500
    }),
    { numRuns: QUERIES, seed: 20261123, endOnFailure: true },
  )
  console.info(
    `Canaries: ${figures.queries} queries, ${figures.answered} answered with ${figures.records} records, ${figures.leaks.length} leaks, ${figures.failures.length} errors of ours.`,
  )
  expect(figures.records).toBeGreaterThan(0.3 * QUERIES)
}, 600_000)

/** Mostly those who are let in somewhere: the others hear the same no each time. */
const anActor = (): fc.Arbitrary<ActorName> => {
  const nobody: readonly ActorName[] = [
    'anonymous',
    'closed account',
    'reopened account',
    'ended session',
    'sleeping session',
    'link-holder',
  ]
  return fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...ACTORS.filter((actor) => !nobody.includes(actor))) },
    { weight: 1, arbitrary: fc.constantFrom(...nobody) },
  )
}

type Words = {
  slugs: string[]
  readable: Map<ActorName, string[]>
  ids: string[]
  paths: string[]
  ofSlug: Map<string, string[]>
  values: string[]
}

/**
 * Everything a hostile reader can know or guess: all names of fields and of records named in them, all ids, the
 * beginnings of what is hidden.
 */
const vocabulary = (): Words => {
  const { collections } = programme.payload.config
  const own = [...new Set(collections.flatMap(({ flattenedFields }) => flattenedFields.map(({ name }) => name)))]
  const ofSlug = new Map(
    collections.map(({ slug, flattenedFields }) => [
      slug,
      [
        'id',
        ...flattenedFields.flatMap((field) => [
          field.name,
          ...(field.type === 'relationship' && typeof field.relationTo === 'string'
            ? fieldsOf(field.relationTo).map((name) => `${field.name}.${name}`)
            : []),
        ]),
      ],
    ]),
  )
  const { volunteerHomes, familyHomes, familyDoors, certificates, mobiles, backgrounds, vetting, medical, secrets } =
    cast.canaries
  return {
    slugs: collections.map(({ slug }) => slug),
    readable: new Map(
      ACTORS.map(
        (actor) => [actor, Object.entries(GRANTS).flatMap(([slug, { read }]) => (read[actor] ? [slug] : []))] as const,
      ).filter(([, slugs]) => slugs.length > 0),
    ),
    ids: [
      ...Object.values(cast.users),
      ...Object.values(cast.volunteers),
      ...Object.values(cast.children).flatMap(Object.values<string>),
    ],
    ofSlug,
    paths: [
      ...own,
      ...new Set([...ofSlug.values()].flat()),
      'id',
      'createdAt',
      '_status',
      'version.name',
      'hash',
      'salt',
      'sessions',
      'constructor',
      '__proto__',
      'name.length',
      'detail.homeAddress',
      'a.b.c.d',
      'child.family.homeAddress',
      'match.volunteer.homeAddress',
    ],
    values: [...volunteerHomes, ...familyHomes, ...familyDoors, ...backgrounds, ...vetting, ...medical, ...secrets]
      .map((canary) => canary.slice(0, 24))
      .concat(
        [...certificates, ...mobiles].map((canary) => canary.slice(0, 5)),
        [
          "'",
          "' or '1'='1",
          '%',
          '_',
          '\\',
          '"',
          ');--',
          '',
          'null',
          'true',
          'NaN',
          '-1',
          '1e309',
          '2026-02-30',
          '2026-03-03T12:00:00.000Z',
          '{}',
          '[]',
          '[object Object]',
          'é',
          '💥',
          '\u0000',
          '../../etc',
          '00000000-0000-4000-8000-000000000000',
          'not-an-id',
        ],
      ),
  }
}

const fieldsOf = (slug: string): string[] =>
  programme.payload.config.collections
    .find((collection) => collection.slug === slug)
    ?.flattenedFields.map(({ name }) => name) ?? []

const OPERATORS = [
  'equals',
  'not_equals',
  'in',
  'not_in',
  'all',
  'exists',
  'greater_than',
  'greater_than_equal',
  'less_than',
  'less_than_equal',
  'like',
  'not_like',
  'contains',
  'near',
  'within',
  'intersects',
  'no_such_operator',
  'or',
  '__proto__',
]

/**
 * A part of a query, once it is known whom it asks for. The words are known only once the database stands, so the
 * choices are made by number.
 */
type Part = fc.Arbitrary<(slug: string) => string>

const pick = (from: readonly string[], number: number): string => from[number % from.length] ?? ''
const aWord = (of: 'slugs' | 'ids' | 'values'): fc.Arbitrary<() => string> =>
  fc.nat().map((number) => () => pick(words[of], number))
/** Mostly a field of the collection that is asked for, so that most queries get somewhere. */
const aPath = (): Part =>
  fc.tuple(fc.nat(), fc.nat({ max: 9 })).map(
    ([number, kind]) =>
      (slug) =>
        kind < 7 ? pick(words.ofSlug.get(slug) ?? ['id'], number) : pick(words.paths, number),
  )

const pair = (key: string, value: string): string => `${key}=${encodeURIComponent(value)}`

type Condition = { path: (slug: string) => string; operator: string; value: () => string }
const aCondition = (): fc.Arbitrary<Condition> =>
  fc.record({
    path: aPath(),
    operator: fc.oneof(
      {
        weight: 5,
        arbitrary: fc.constantFrom('equals', 'not_equals', 'like', 'contains', 'in', 'exists', 'greater_than'),
      },
      { weight: 1, arbitrary: fc.constantFrom(...OPERATORS) },
    ),
    value: fc.oneof(
      { weight: 3, arbitrary: aWord('values') },
      { weight: 2, arbitrary: aWord('ids') },
      fc.string({ maxLength: 12, unit: 'binary' }).map((text) => () => text),
    ),
  })

const said =
  ({ path, operator, value }: Condition, before: string): ((slug: string) => string) =>
  (slug) =>
    pair(`where${before}[${path(slug)}][${operator}]`, value())

const aWhere = (): Part =>
  fc.oneof(
    { weight: 6, arbitrary: aCondition().map((condition) => said(condition, '')) },
    {
      weight: 2,
      arbitrary: fc
        .array(aCondition(), { minLength: 1, maxLength: 3 })
        .map(
          (several) => (slug: string) => several.map((condition, at) => said(condition, `[or][${at}]`)(slug)).join('&'),
        ),
    },
    {
      weight: 2,
      arbitrary: fc
        .array(aCondition(), { minLength: 1, maxLength: 3 })
        .map(
          (several) => (slug: string) =>
            several.map((condition, at) => said(condition, `[and][${at}][or][0]`)(slug)).join('&'),
        ),
    },
    aCondition().map(
      ({ path, operator, value }) =>
        (slug: string) =>
          pair(`where[${path(slug).replaceAll('.', '__')}][${operator}]`, value()),
    ),
    aCondition().map(
      ({ path, operator, value }) =>
        (slug: string) =>
          pair(`where[${path(slug)}][${operator}][0]`, value()),
    ),
    aCondition().map(
      ({ path, operator, value }) =>
        (slug: string) =>
          pair(`where[${path(slug)}][${operator}][${path(slug)}][equals]`, value()),
    ),
    aCondition().map(
      ({ path, operator, value }) =>
        (slug: string) =>
          pair('where', JSON.stringify({ [path(slug)]: { [operator]: value() } })),
    ),
    aCondition().map(
      ({ path, operator }) =>
        (slug: string) =>
          pair('where', JSON.stringify({ and: [{ [path(slug)]: { [operator]: [null, 1, { a: 1 }] } }] })),
    ),
    fc.anything({ maxDepth: 3 }).map((thing) => () => pair('where', JSON.stringify(thing) ?? 'undefined')),
    fc.json({ maxDepth: 4 }).map((thing) => () => pair('where', thing)),
    aWord('values').map((value) => () => pair('where', value())),
  )

const aNumber = (): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 30 }).map(String) },
    fc.constantFrom('-3', '0', '1000', '1001', '999999999999', '1e3', 'abc', '', '-0', '0x10', '1.5'),
  )

const aSetting = (): Part =>
  fc.oneof(
    { weight: 6, arbitrary: aWhere() },
    {
      weight: 3,
      arbitrary: fc.tuple(fc.constantFrom('', '-'), aPath()).map(
        ([sign, path]) =>
          (slug: string) =>
            pair('sort', `${sign}${path(slug)}`),
      ),
    },
    {
      weight: 3,
      arbitrary: fc.tuple(aPath(), fc.boolean()).map(
        ([path, shown]) =>
          (slug: string) =>
            pair(`select[${path(slug).replaceAll('.', '][')}]`, String(shown)),
      ),
    },
    {
      weight: 3,
      arbitrary: fc.tuple(aWord('slugs'), aPath()).map(
        ([of, path]) =>
          () =>
            pair(`populate[${of()}][${path(of())}]`, 'true'),
      ),
    },
    { weight: 4, arbitrary: aNumber().map((number) => () => pair('depth', number)) },
    aNumber().map((number) => () => pair('limit', number)),
    aNumber().map((number) => () => pair('page', number)),
    fc.tuple(aPath(), aPath()).map(
      ([first, second]) =>
        (slug: string) =>
          `${pair('sort[0]', first(slug))}&${pair('sort[1]', second(slug))}`,
    ),
    aPath().map((path) => (slug: string) => pair(`sort[${path(slug)}]`, 'asc')),
    fc.tuple(aPath(), aCondition()).map(
      ([path, { operator, value }]) =>
        (slug: string) =>
          pair(`joins[${path(slug)}][where][id][${operator}]`, value()),
    ),
    fc
      .constantFrom(
        'pagination=false',
        'draft=true',
        'trash=true',
        'locale=all',
        'fallback-locale=null',
        'showHiddenFields=true',
        'overrideAccess=true',
        'flattenLocales=true',
        'select=true',
        'populate=all',
        'joins=false',
        'depth[]=1',
        'where[]=x',
        'limit[a]=1',
      )
      .map((text) => () => text),
  )

const aPlace = (): fc.Arbitrary<() => string> =>
  fc.oneof(
    { weight: 9, arbitrary: fc.constant(() => '') },
    { weight: 2, arbitrary: fc.constant(() => '/count') },
    { weight: 2, arbitrary: aWord('ids').map((id) => () => `/${id()}`) },
    fc.constant(() => '/versions'),
    aWord('values').map((value) => () => `/${encodeURIComponent(value())}`),
    aWord('ids').map((id) => () => `/${id()}/actions`),
  )

/** Half of them ask for something of which this person may read at least a part: elsewhere each hears the same no. */
const aQuery = (): fc.Arbitrary<(actor: ActorName) => string> =>
  fc
    .tuple(fc.nat(), fc.boolean(), aPlace(), fc.array(aSetting(), { maxLength: 2 }))
    .map(([number, isReadable, place, settings]) => (actor) => {
      const slug = pick((isReadable && words.readable.get(actor)) || words.slugs, number)
      return `/${slug}${place()}${settings.length > 0 ? `?${settings.map((setting) => setting(slug)).join('&')}` : ''}`
    })

/** All canaries less those that this actor may read. */
const hiddenFrom = async (actor: ActorName): Promise<string[]> => {
  const { volunteerHomes, familyHomes, familyDoors, certificates, mobiles, backgrounds, vetting, medical, secrets } =
    cast.canaries
  if (['co-ordinator', 'committee', 'safeguarding lead'].includes(actor)) return secrets
  const own: string[] = []
  const volunteer = {
    'matched volunteer': cast.volunteers.matched,
    'unmatched volunteer': cast.volunteers.unmatched,
    'former volunteer': cast.volunteers.former,
    'outlasted volunteer': cast.volunteers.outlasted,
    'other volunteer': cast.volunteers.other,
    'proposed volunteer': cast.volunteers.proposed,
    'unchosen volunteer': cast.volunteers.unchosen,
  }[actor as string]
  const child = {
    'matched volunteer': cast.children.first,
    'other volunteer': cast.children.second,
    'proposed volunteer': cast.proposed,
  }[actor as string]
  const rows = await programme.query<{ canary: string }>(
    'select mobile as canary from volunteers where id = $1 union all select mobile from guardians where id = $2 union all select background from child_backgrounds where id = $3 union all select allergies from medical_needs where id = $4 union all select address from meeting_addresses where id = $5',
    [
      volunteer,
      child?.guardianId,
      child?.background,
      child?.medical,
      child && 'address' in child ? child.address : null,
    ],
  )
  own.push(...rows.map(({ canary }) => canary))
  return [
    ...volunteerHomes,
    ...familyHomes,
    ...familyDoors,
    ...certificates,
    ...mobiles,
    ...backgrounds,
    ...vetting,
    ...medical,
    ...secrets,
  ].filter((canary) => !own.includes(canary))
}

import { beforeAll, expect, test } from '@jest/globals'
import type { Field, SanitizedConfig } from 'payload'
import { ACTORS, theCast, type ActorName, type Cast } from '../attack/support/cast.ts'
import { plantRow } from '../attack/support/plant.ts'
import { docsOf, restClient, type RestAnswer, type RestRequest } from '../attack/support/rest.ts'
import { asUser } from '../../src/core/access/localApi.ts'
import { testProgramme, type TestProgramme } from '../support/programme.ts'
import { censusInTable, guardedFieldsOf } from './census.ts'
import { FIELD_GRANTS, GRANTS } from './grants.ts'

let programme: TestProgramme
let cast: Cast
let config: SanitizedConfig
let send: (request: RestRequest) => Promise<RestAnswer>
const cells = { asserted: 0, wrong: [] as string[] }

beforeAll(async () => {
  programme = await testProgramme()
  cast = await theCast(programme)
  config = programme.payload.config
  send = restClient(programme)
  // Thousands of refusals are what this file is about; each would be a line.
  programme.payload.logger.level = 'silent'
  for (const { slug } of config.collections)
    await plantRow({ query: programme.query, table: slug.replaceAll('-', '_') }).catch(plantAsOwner(slug))
  // So that the audit, which only the software writes, holds something to read.
  await send({ path: '/children', cookie: cast.cookies.committee })
})

test('every collection that Payload will serve has its row in the table of grants, and none is there that it will not serve', () => {
  expect(config.collections.map(({ slug }) => slug).sort()).toEqual(Object.keys(GRANTS).sort())
})

test('the finished configuration leaves nothing to Payload’s own defaults', () => {
  const open = config.collections.flatMap((collection) => {
    const problems = ['create', 'read', 'update', 'delete', 'readVersions', 'unlock', 'admin']
      .filter((operation) => typeof (collection.access as Record<string, unknown>)[operation] !== 'function')
      .map((operation) => `no rule for ${operation}`)
    if (Object.values(collection.access).some((rule) => isPayloadsDefault(rule)))
      problems.push('a rule that lets everybody in who is signed in')
    if (collection.versions) problems.push('keeps versions of its own')
    if (!collection.disableDuplicate) problems.push('can be copied')
    if (!collection.disableBulkEdit) problems.push('can be changed many at a time')
    if (collection.lockDocuments !== false) problems.push('locks documents')
    if (collection.enableQueryPresets) problems.push('keeps query presets')
    if (collection.trash) problems.push('has a trash')
    if (collection.upload) problems.push('takes files')
    if (collection.auth && !collection.auth.disableLocalStrategy) problems.push('knows passwords of Payload’s own')
    return problems.map((problem) => `${collection.slug}: ${problem}`)
  })
  expect(open).toEqual([])
  for (const rule of Object.values(config.jobs.access ?? {}))
    expect(rule({ req: { user: { id: 'somebody' } } } as never)).toBe(false)
  for (const { slug, access, versions } of config.globals) {
    expect([slug, typeof access.read, typeof access.update, typeof access.readVersions, Boolean(versions)]).toEqual([
      slug,
      'function',
      'function',
      'function',
      false,
    ])
    expect([slug, Object.values(access).some(isPayloadsDefault)]).toEqual([slug, false])
  }
  expect(config.graphQL.disable).toBe(true)
  expect(config.endpoints.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'get /search',
    'get /lists/:slug',
    'get /access',
  ])
  expect(programme.payload.authStrategies.map(({ name }) => name)).toEqual(['session'])
})

test('the fields that not everybody reads or writes are those of the table', () => {
  const found = Object.fromEntries(
    config.collections.flatMap((collection) => {
      const guarded = guardedFieldsOf(collection.fields)
      return Object.keys(guarded).length > 0 ? [[collection.slug, guarded]] : []
    }),
  )
  expect(found).toEqual(censusInTable())
})

test('[MAT-7, VOL-8, DAT-1] whatever the table does not grant is refused, and a refusal changes nothing', async () => {
  const before = await fingerprint()
  for (const actor of ACTORS)
    for (const { slug } of config.collections) {
      await assertReads({ actor, slug })
      if (!READS_ALONE.includes(actor)) await assertNever({ actor, slug })
      for (const [operation, request] of Object.entries(await changes(slug)))
        if (!grants(slug)[operation as 'create' | 'update']?.includes(actor))
          await assertRefused({ actor, slug, operation, request })
    }
  expect(await fingerprint()).toBe(before)
  expect(cells.wrong).toEqual([])
}, 300_000)

test('what the table grants is let in', async () => {
  for (const actor of ACTORS)
    for (const { slug } of config.collections)
      for (const [operation, request] of Object.entries(await changes(slug)))
        if (grants(slug)[operation as 'create' | 'update']?.includes(actor)) {
          // An edit that changes nothing: who may edit is asked all the same, and the rest of the table keeps its
          // meaning.
          const { status, text } = await send({
            ...request,
            ...(operation === 'update' ? { body: {} } : {}),
            cookie: cast.cookies[actor],
          })
          cell({
            actor,
            slug,
            operation,
            right: ![401, 403, 404].includes(status) && status < 500,
            answer: `${status} ${text.slice(0, 120)}`,
          })
        }
  console.info(`Access: ${cells.asserted} cells asserted, ${cells.wrong.length} wrong.`)
  expect(cells.wrong).toEqual([])
  expect(cells.asserted).toBeGreaterThan(8_000)
}, 300_000)

test('[VOL-8] a field that is not theirs is missing from what people read of their own records', async () => {
  for (const [slug, fields] of Object.entries(FIELD_GRANTS))
    for (const actor of ACTORS) {
      const docs = docsOf(await send({ path: `/${slug}?limit=100&depth=2`, cookie: cast.cookies[actor] }))
      for (const [name, who] of Object.entries(fields)) {
        if (who === 'software') continue
        for (const doc of docs)
          expect([actor, slug, name, Object.hasOwn(doc, name)]).toEqual([actor, slug, name, who.includes(actor)])
      }
    }
})

test('one’s own preferences are one’s own, and a volunteer has no panel to prefer anything in', async () => {
  const own = { path: '/payload-preferences/a-list', cookie: cast.cookies.committee }
  expect((await send({ ...own, method: 'POST', body: { value: { columns: ['kept by Casey'] } } })).status).toBe(200)
  expect((await send(own)).text).toContain('kept by Casey')
  for (const actor of ACTORS.filter((name) => name !== 'committee')) {
    const path = '/payload-preferences/a-list'
    expect((await send({ path, cookie: cast.cookies[actor] })).text).not.toContain('kept by Casey')
    await send({ path, method: 'DELETE', cookie: cast.cookies[actor] })
    const posted = await send({
      path,
      method: 'POST',
      cookie: cast.cookies[actor],
      body: { user: { relationTo: 'users', value: cast.users.committee }, value: 'mine' },
    })
    expect([actor, posted.status]).toEqual([
      actor,
      ['co-ordinator', 'trustee', 'administrator', 'safeguarding lead'].includes(actor) ? 200 : 403,
    ])
  }
  expect((await send(own)).text).toContain('kept by Casey')
  for (const path of ['/payload-preferences', '/payload-preferences?limit=100', '/payload-preferences/count'])
    expect((await send({ path, cookie: cast.cookies.administrator })).text).not.toContain('kept by Casey')
})

test('[CON-6] whoever holds an emailed link, and the software where it acts for somebody, reads no record by the doors of people', async () => {
  for (const actor of [
    { kind: 'link', holder: 'a parent', recordId: cast.children.first.guardianId },
    { kind: 'anonymous' },
    { kind: 'system', reason: 'a test' },
  ] as const) {
    const door = asUser(await programme.workOf(actor))
    for (const { slug } of config.collections) {
      const found = await door.find({ collection: slug, limit: 100 }).catch(() => [])
      expect([actor.kind, slug, found.length]).toEqual([actor.kind, slug, 0])
    }
  }
})

test('[VOL-11, SAF-12] access ends with the next request: role, standing, match, designation, session', async () => {
  const reads = async (actor: ActorName, slug: string): Promise<number> =>
    docsOf(await send({ path: `/${slug}?limit=100`, cookie: cast.cookies[actor] })).length
  const { query } = programme
  expect(await reads('matched volunteer', 'children')).toBe(1)
  await query("update matches set ends_on = '2026-03-02' where id = $1", [cast.children.first.match])
  expect(await reads('matched volunteer', 'children')).toBe(0)
  await query('update matches set ends_on = null where id = $1', [cast.children.first.match])
  await query("update volunteers set standing = 'paused' where id = $1", [cast.volunteers.matched])
  expect([await reads('matched volunteer', 'children'), await reads('matched volunteer', 'session-logs')]).toEqual([
    0, 0,
  ])
  await query("update volunteers set standing = 'active' where id = $1", [cast.volunteers.matched])
  // The tests before may have added a parent to a family, so each counts as some or none.
  const seen = async (actor: ActorName) =>
    Promise.all(
      ['children', 'child-backgrounds', 'guardians', 'matches'].map(async (slug) =>
        Math.min(1, await reads(actor, slug)),
      ),
    )
  expect([await seen('matched volunteer'), await seen('proposed volunteer')]).toEqual([
    [1, 1, 1, 1],
    [1, 1, 1, 1],
  ])
  await query("update vetting_records set valid_until = '2026-03-02' where volunteer_id = $1 and kind = 'dbs-check'", [
    cast.volunteers.proposed,
  ])
  expect(await seen('proposed volunteer')).toEqual([0, 0, 0, 0])
  await query("update vetting_records set valid_until = '2026-03-03' where volunteer_id = $1 and kind = 'dbs-check'", [
    cast.volunteers.proposed,
  ])
  expect(await seen('proposed volunteer')).toEqual([1, 1, 1, 1])
  await query('update policy_versions set status = $2 where id = $1', [cast.policy.adopted, 'superseded'])
  await query(
    "update policy_versions set number = '2.0', status = 'adopted', adopted_on = '2026-01-01', grace_until = '2026-02-01' where id = $1",
    [cast.policy.draft],
  )
  expect([await seen('matched volunteer'), await seen('proposed volunteer')]).toEqual([
    [1, 0, 0, 1],
    [1, 0, 0, 1],
  ])
  await query("update matches set status = 'ended', ends_on = '2026-03-03' where id = $1", [cast.proposed.match])
  expect(await seen('proposed volunteer')).toEqual([0, 0, 0, 0])
  expect(await reads('safeguarding lead', 'audit-events')).toBeGreaterThan(0)
  await query("update role_grants set ends_on = '2026-03-02' where user_id = $1", [cast.users['safeguarding lead']])
  expect([await reads('safeguarding lead', 'audit-events'), await reads('safeguarding lead', 'children')]).toEqual([
    0, 0,
  ])
  await query("update users set standing = 'closed' where id = $1", [cast.users['co-ordinator']])
  expect(await reads('co-ordinator', 'children')).toBe(0)
})

const plantAsOwner = (slug: string) => (problem: unknown) => {
  // The application itself may not write here, so the table's refusal is all there is to see.
  if (!['audit-events', 'payload-migrations'].includes(slug)) throw problem
}

const grants = (slug: string) => GRANTS[slug] ?? { read: {} }

const cell = ({
  actor,
  slug,
  operation,
  right,
  answer,
}: {
  actor: ActorName
  slug: string
  operation: string
  right: boolean
  answer: string
}): void => {
  cells.asserted += 1
  if (!right) cells.wrong.push(`${actor}: ${operation} ${slug} gave ${answer}`)
}

/**
 * The list, the number and each record by itself hold exactly what the table says. A record that is not theirs looks
 * like one that is not there.
 */
const assertReads = async ({ actor, slug }: { actor: ActorName; slug: string }): Promise<void> => {
  const cookie = cast.cookies[actor]
  const reach = grants(slug).read[actor]
  const list = await send({ path: `/${slug}?limit=1000&depth=0`, cookie })
  const all = await cast.ids(slug)
  const theirs = reach === 'all' ? all : [...(reach?.(cast) ?? [])].sort()
  const listed = docsOf(list).map(({ id }) => id)
  // Each read of the audit's own list adds to the audit.
  const same =
    slug === 'audit-events' && reach === 'all'
      ? listed.length > 0
      : JSON.stringify([...listed].sort()) === JSON.stringify([...theirs].sort())
  cell({
    actor,
    slug,
    operation: 'list',
    right: same && (reach ? list.status === 200 : [200, 401, 403, 404].includes(list.status)),
    answer: `${list.status} with ${listed.length} of ${theirs.length}`,
  })
  const counted = await send({ path: `/${slug}/count`, cookie })
  cell({
    actor,
    slug,
    operation: 'count',
    right: slug === 'audit-events' || Number(counted.body.totalDocs ?? 0) === theirs.length,
    answer: `${counted.status} ${counted.text.slice(0, 80)}`,
  })
  const absent = await send({ path: `/${slug}/00000000-0000-4000-8000-000000000000`, cookie })
  // Whoever reads none of a kind is refused before any record is looked at, so two of them tell as much as all.
  for (const id of reach ? all : all.slice(0, 2)) {
    const one = await send({ path: `/${slug}/${id}`, cookie })
    const mine = theirs.includes(id)
    cell({
      actor,
      slug,
      operation: 'read one',
      right: mine
        ? one.status === 200
        : one.status === absent.status &&
          one.text.replaceAll(id, '') === absent.text.replaceAll('00000000-0000-4000-8000-000000000000', ''),
      answer: `${one.status} ${one.text.slice(0, 80)}`,
    })
  }
}

/**
 * Volunteers who differ from the matched one only in which records they read: what nobody may do is asked of that one
 * for all of them.
 */
const READS_ALONE: readonly ActorName[] = [
  'former volunteer',
  'outlasted volunteer',
  'other volunteer',
  'unchosen volunteer',
]

/** What nobody is granted: to delete, to copy, to change many, to see or restore versions, to unlock. */
const assertNever = async ({ actor, slug }: { actor: ActorName; slug: string }): Promise<void> => {
  // Preferences are kept by key, so these addresses are keys there; the test of preferences looks at them.
  if (slug === 'payload-preferences') return
  const [id = 'none'] = await cast.ids(slug)
  const never: Record<string, RestRequest> = {
    delete: { method: 'DELETE', path: `/${slug}/${id}` },
    'delete many': { method: 'DELETE', path: `/${slug}?where[id][exists]=true` },
    'change many': { method: 'PATCH', path: `/${slug}?where[id][exists]=true`, body: {} },
    copy: { method: 'POST', path: `/${slug}/${id}/duplicate`, body: {} },
    'list versions': { path: `/${slug}/versions` },
    'read a version': { path: `/${slug}/versions/${id}` },
    'restore a version': { method: 'POST', path: `/${slug}/versions/${id}`, body: {} },
    unlock: { method: 'POST', path: `/${slug}/unlock`, body: { email: 'somebody@example.invalid' } },
  }
  for (const [operation, request] of Object.entries(never))
    await assertRefused({ actor, slug, operation, request, alsoFine: [400, 409] })
}

const assertRefused = async ({
  actor,
  slug,
  operation,
  request,
  alsoFine = [],
}: {
  actor: ActorName
  slug: string
  operation: string
  request: RestRequest
  alsoFine?: number[]
}): Promise<void> => {
  const { status, text } = await send({ ...request, cookie: cast.cookies[actor] })
  cell({
    actor,
    slug,
    operation,
    right: [401, 403, 404, ...alsoFine].includes(status),
    answer: `${status} ${text.slice(0, 120)}`,
  })
}

/** A plausible new record of a collection, and a plausible change of one that is there. */
const changes = async (slug: string): Promise<Record<'create' | 'update', RestRequest>> => {
  const collection = config.collections.find((candidate) => candidate.slug === slug)
  const [id = 'none'] = await cast.ids(slug)
  const body: Record<string, unknown> = {}
  for (const field of collection?.fields ?? [])
    if ('name' in field && 'required' in field && field.required && !isSoftwares(field))
      body[field.name] = await plausible(field)
  const [first] = Object.entries(body)
  return {
    create: { method: 'POST', path: `/${slug}`, body },
    update: { method: 'PATCH', path: `/${slug}/${id}`, body: first ? { [first[0]]: first[1] } : {} },
  }
}

const plausible = async (field: Field): Promise<unknown> => {
  // What is made for a person is made for one whose account is closed, and for a volunteer who is paused, so that
  // nobody else's reach changes.
  if (field.type === 'relationship' && field.relationTo === 'users') return cast.users['closed account']
  if (field.type === 'relationship' && field.relationTo === 'volunteers') return cast.volunteers.paused
  if (field.type === 'relationship' && typeof field.relationTo === 'string')
    return (await cast.ids(field.relationTo))[0]
  if (field.type === 'select') return (field.options[0] as { value: string }).value
  if (field.type === 'checkbox') return true
  if (field.type === 'number') return 60
  if (field.type === 'date') return '2026-03-10T16:00:00.000Z'
  if (field.type === 'email') return `${crypto.randomUUID()}@example.invalid`
  if (field.type === 'richText')
    return { root: { type: 'root', version: 1, direction: null, format: '', indent: 0, children: [] } }
  return 'custom' in field && field.custom?.calendarDate ? '2026-02-01' : 'Something plausible'
}

const isSoftwares = (field: Field): boolean => 'custom' in field && field.custom?.engineOnly === true

const isPayloadsDefault = (rule: unknown): boolean =>
  typeof rule === 'function' && ['defaultAccess', 'defaultUnlockAccess'].includes(rule.name)

/** Everything that is stored, the audit and the sight of sessions excepted, as one short text. */
const fingerprint = async (): Promise<string> => {
  const tables = await programme.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('audit_events', 'audit_head', 'sessions') order by 1",
  )
  const sums = await Promise.all(
    tables.map(
      async ({ name }) =>
        (
          await programme.query<{ sum: string }>(
            `select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum from "${name}" t`,
          )
        )[0]?.sum,
    ),
  )
  return JSON.stringify(tables.map(({ name }, at) => [name, sums[at]]))
}

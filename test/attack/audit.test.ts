import { beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import pg from 'pg'
import { renderEmail } from '../../src/boot/emails.ts'
import { mailAuditHead, mailedHeadIn } from '../../src/core/audit/mailedHead.ts'
import { ERASURE, verifyAudit } from '../../src/core/audit/verify.ts'
import type { Query } from '../../src/core/database/query.ts'
import { withConnection } from '../../src/local/database/connection.ts'
import { meetingFields } from '../support/people.ts'
import { testProgramme, type TestProgramme } from '../support/programme.ts'
import { theCast, type Cast } from './support/cast.ts'
import { restClient, type RestAnswer, type RestRequest } from './support/rest.ts'

let programme: TestProgramme
let cast: Cast
let send: (request: RestRequest) => Promise<RestAnswer>

beforeAll(async () => {
  programme = await testProgramme()
  cast = await theCast(programme)
  send = restClient(programme)
  programme.payload.logger.level = 'silent'
})

const asCommittee = (request: RestRequest): Promise<RestAnswer> => send({ ...request, cookie: cast.cookies.committee })
const asVolunteer = (request: RestRequest): Promise<RestAnswer> =>
  send({ ...request, cookie: cast.cookies['matched volunteer'] })

type Event = {
  action: string
  record_collection: string
  record_id: string | null
  actor_id: string | null
  detail: unknown
}

/** What a piece of work added to the audit. */
const addedBy = async (work: () => Promise<unknown>): Promise<Event[]> => {
  const [last] = await programme.query<{ sequence: string }>(
    'select coalesce(max(sequence), 0)::text as sequence from audit_events',
  )
  await work()
  return programme.query<Event>(
    'select action, record_collection, record_id, actor_id, detail from audit_events where sequence > $1 order by audit_events.sequence',
    [last?.sequence ?? '0'],
  )
}

test('[DAT-2] each change puts down exactly one row, with who, what, before and after', async () => {
  const { committee } = cast.users
  const { id, familyId } = cast.children.second
  expect(
    await addedBy(() => asCommittee({ method: 'PATCH', path: `/children/${id}`, body: { knownAs: 'Josie' } })),
  ).toEqual([
    {
      action: 'change',
      record_collection: 'children',
      record_id: id,
      actor_id: committee,
      detail: { knownAs: { before: null, after: 'Josie' } },
    },
  ])
  const [made, ...others] = await addedBy(() =>
    asCommittee({ method: 'POST', path: '/children', body: { name: 'Newly Entered', family: familyId } }),
  )
  expect(others).toEqual([])
  expect(made).toMatchObject({
    action: 'create',
    record_collection: 'children',
    actor_id: committee,
    detail: { name: { before: null, after: 'Newly Entered' }, family: { before: null, after: familyId } },
  })
  const proposed: { id?: string } = {}
  const proposal = await addedBy(async () => {
    const answer = await asVolunteer({ method: 'POST', path: '/meetings', body: aProposal() })
    proposed.id = (answer.body.doc as { id: string }).id
  })
  expect(proposal.map(({ action, record_collection }) => `${action} ${record_collection}`)).toEqual(['create meetings'])
  const confirming = await addedBy(() =>
    asCommittee({ method: 'POST', path: `/meetings/${proposed.id}/actions/confirm`, body: { input: {} } }),
  )
  expect(confirming.map(({ action, record_id }) => [action, record_id])).toEqual([
    ['read', proposed.id],
    ['confirm', proposed.id],
  ])
  expect(confirming[1]?.detail).toMatchObject({
    status: { before: 'proposed', after: 'confirmed' },
    confirmedBy: { before: null, after: committee },
  })
  const paper = await addedBy(() =>
    asCommittee({
      method: 'POST',
      path: '/consent-captures',
      body: {
        child: cast.children.first.id,
        guardian: cast.children.first.guardianId,
        meetings: 'no',
        decidedOn: '2026-03-03',
        method: 'paper',
        signedName: 'Alex Testerton',
        signedRelationship: 'Mother',
        saysResponsible: true,
      },
    }),
  )
  expect(paper.map(({ action, record_collection }) => `${action} ${record_collection}`).sort()).toEqual([
    'create consent-captures',
    'create consents',
    // The answer names the child and the parent in the record's title, which is a look at both.
    'read children',
    'read guardians',
    'unconfirm meetings',
  ])
})

test('[DAT-1] each look at sensitive records puts down one row for each kind of record shown, with every id, before it is shown', async () => {
  const { first, second } = cast.children
  expect(await addedBy(() => asVolunteer({ path: '/children' }))).toEqual([
    {
      action: 'read',
      record_collection: 'children',
      record_id: first.id,
      actor_id: cast.users['matched volunteer'],
      detail: { ids: [first.id] },
    },
  ])
  expect(await addedBy(() => asCommittee({ path: `/children/${second.id}?select[name]=true` }))).toMatchObject([
    { action: 'read', record_id: second.id },
  ])
  for (const query of [
    'limit=100&select[id]=false&select[name]=false',
    'limit=100&depth=0&populate[families][id]=true',
    'limit=100&draft=true',
    'limit=100&sort=name&where[name][exists]=true',
  ]) {
    const [all, ...others] = await addedBy(() => asCommittee({ path: `/children?${query}` }))
    expect(others).toEqual([])
    expect([...(all?.detail as { ids: string[] }).ids].sort()).toEqual(await cast.ids('children'))
  }
  const deep = await addedBy(() => asCommittee({ path: `/meetings/${first.meeting}?depth=2` }))
  expect(new Set(deep.map(({ record_collection }) => record_collection))).toEqual(
    new Set(['meetings', 'matches', 'children', 'guardians', 'families']),
  )
  for (const [slug, shown] of [
    ['meetings', first.meeting],
    ['children', first.id],
    ['guardians', first.guardianId],
    ['families', first.familyId],
  ])
    expect(deep).toContainEqual(expect.objectContaining({ record_collection: slug, record_id: shown }))
  expect(await addedBy(() => asVolunteer({ path: `/children/${second.id}` }))).toEqual([])
  expect(await addedBy(() => asCommittee({ path: '/children?where[name][equals]=Nobody' }))).toEqual([])
})

test('[DAT-1] many looks side by side in one request and in many are all put down', async () => {
  const added = await addedBy(() =>
    Promise.all(Array.from({ length: 30 }, () => asCommittee({ path: '/meetings?depth=2&limit=100' }))),
  )
  for (const slug of ['meetings', 'matches', 'children', 'guardians'])
    expect([slug, added.filter(({ record_collection }) => record_collection === slug).length >= 30]).toEqual([
      slug,
      true,
    ])
})

test('[DAT-2] what was refused or rolled back leaves no row of a change', async () => {
  const { id } = cast.children.first
  const refused: RestRequest[] = [
    { method: 'PATCH', path: `/children/${id}`, body: { name: '' } },
    { method: 'PATCH', path: `/children/${id}`, body: { name: 'x', rowVersion: 999 } },
    { method: 'PATCH', path: `/children/${id}`, body: { family: '00000000-0000-4000-8000-000000000000' } },
    { method: 'PATCH', path: `/children/${id}`, body: { bornOn: '2026-02-31' } },
    { method: 'POST', path: '/meetings', body: aProposal({ placeKind: 'private' }) },
    { method: 'POST', path: `/meetings/${cast.children.second.meeting}/actions/cancel`, body: { input: {} } },
    { method: 'POST', path: `/matches/${cast.children.first.match}/actions/start`, body: { input: {} } },
  ]
  for (const request of refused) {
    const added = await addedBy(async () => expect((await asCommittee(request)).status).toBeGreaterThanOrEqual(400))
    expect(added.filter(({ action }) => action !== 'read')).toEqual([])
  }
})

test('[DAT-1, DAT-2] where the audit cannot be written, nothing is shown and nothing is stored', async () => {
  await asOwner('revoke execute on function append_audit_events(jsonb) from mentoring_application')
  try {
    const shown = await asCommittee({ path: '/children?limit=100' })
    expect(shown.status).toBeGreaterThanOrEqual(500)
    expect(shown.text).not.toContain('Testerton')
    expect((await asCommittee({ path: `/children/${cast.children.first.id}` })).text).not.toContain('Testerton')
    const before = await cast.ids('families')
    expect(
      (await asCommittee({ method: 'POST', path: '/families', body: { name: 'The Unwritten' } })).status,
    ).toBeGreaterThanOrEqual(500)
    expect(await cast.ids('families')).toEqual(before)
  } finally {
    await asOwner('grant execute on function append_audit_events(jsonb) to mentoring_application')
  }
  expect((await asCommittee({ path: '/children?limit=100' })).status).toBe(200)
})

test('[DAT-2] the application can neither write nor change nor remove a row of the audit, nor take its guards away', async () => {
  const attempts = [
    "insert into audit_events (sequence, occurred_at, actor_kind, action, record_collection, came_from, salt, detail_digest, previous_hash, hash) values (999999, now(), 'person', 'read', 'children', 'panel', 's', 'd', 'p', 'h')",
    "update audit_events set action = 'nothing'",
    'delete from audit_events',
    'truncate audit_events',
    'update audit_head set sequence = 0',
    'delete from audit_head',
    'truncate audit_head',
    "insert into audit_head (only_row, sequence, hash) values (false, 0, '')",
    'alter table audit_events disable trigger all',
    'drop trigger audit_events_are_final on audit_events',
    'drop table audit_events',
    "set session_replication_role = 'replica'",
    'create or replace function refuse_change() returns trigger language plpgsql as $$ begin return null; end $$',
    'create or replace function append_audit_events(events jsonb) returns void language sql as $$ select $$',
    'create table audit_shadow (id int)',
    'set role mentoring_owner',
    "copy audit_events from '/etc/passwd'",
  ]
  // PostgreSQL only warns of this one; that it gave nothing shows below.
  await programme.query('grant insert, update, delete on audit_events, audit_head to mentoring_application')
  const succeeded: string[] = []
  for (const attempt of attempts)
    await programme.query(attempt).then(
      () => succeeded.push(attempt),
      (problem: Error) =>
        expect(problem.message).toMatch(/permission denied|must be owner|cannot be changed|privileges/),
    )
  expect(succeeded).toEqual([])
  // Whoever migrates may do more, but not in passing.
  for (const attempt of [
    "update audit_events set action = 'nothing'",
    'delete from audit_events',
    'truncate audit_events',
  ])
    await expect(asOwner(attempt)).rejects.toThrow('cannot be changed')
  const unexpected = await programme.query(
    "select table_name, privilege_type from information_schema.role_table_grants where grantee in ('mentoring_application', 'public') and (privilege_type in ('TRUNCATE', 'TRIGGER', 'REFERENCES') or (table_name in ('audit_events', 'audit_head', 'payload_migrations') and privilege_type <> 'SELECT'))",
  )
  expect(unexpected).toEqual([])
  expect((await verifyAudit({ query: programme.query })).problem).toBeUndefined()
})

test('[DAT-2] a check that runs while others write finds nothing wrong', async () => {
  let writing = true
  const writers = Array.from({ length: 4 }, async (_nothing, writer) => {
    for (let at = 0; at < 40 && writing; at += 1)
      await programme.query('select append_audit_events($1::jsonb)', [
        JSON.stringify([anEvent({ action: `busy ${writer}` }), anEvent({})]),
      ])
  })
  const verdicts = []
  for (let at = 0; at < 25; at += 1)
    verdicts.push((await verifyAudit({ query: programme.query, batch: 7 + at })).problem)
  writing = false
  await Promise.all(writers)
  expect(verdicts.filter(Boolean)).toEqual([])
})

test('[DAT-2] whatever is altered, removed, moved or added among more than a thousand rows is found', async () => {
  await programme.query('select append_audit_events($1::jsonb)', [
    JSON.stringify(Array.from({ length: 1_200 }, (_nothing, at) => anEvent({ number: at }))),
  ])
  const figures = { tried: 0, found: 0, byKind: new Map<string, number>() }
  await withConnection({
    url: programme.database.superuserUrl,
    work: async (client) => {
      const query: Query = async (text, values = []) => (await client.query(text, [...values])).rows
      await client.query("set session_replication_role = 'replica'")
      const { rows, problem } = await verifyAudit({ query })
      expect(problem).toBeUndefined()
      expect(rows).toBeGreaterThan(1_000)
      const kinds = Object.keys(TAMPERING)
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...kinds), fc.integer({ min: 2, max: rows - 2 }), async (kind, row) => {
          await client.query('begin')
          try {
            // Who can do all this can also take away the index that keeps numbers single.
            await client.query('drop index audit_events_sequence_idx')
            const [statement, ...values] = TAMPERING[kind]?.(row, rows) ?? ['']
            const changed = await client.query(String(statement), values)
            if (changed.rowCount === 0) return true
            figures.tried += 1
            figures.byKind.set(kind, (figures.byKind.get(kind) ?? 0) + 1)
            const verdict = await verifyAudit({ query, batch: 400 })
            if (verdict.problem) figures.found += 1
            else console.error(`Not found: ${kind} at row ${row}`)
            return verdict.problem !== undefined
          } finally {
            await client.query('rollback')
          }
        }),
        {
          numRuns: 250,
          examples: kinds.flatMap((kind) =>
            [2, Math.floor(rows / 2), rows - 2].map((row) => [kind, row] as [string, number]),
          ),
          endOnFailure: true,
        },
      )
      expect([...figures.byKind.keys()].sort()).toEqual(kinds.sort())
      expect((await verifyAudit({ query })).problem).toBeUndefined()
    },
  })
  console.info(`Audit: ${figures.tried} forgeries of ${figures.byKind.size} kinds tried, ${figures.found} found.`)
}, 300_000)

test('[DAT-2] the end of the chain is mailed out of the house each day, and finds an end that was cut off and closed, or a chain made anew (acceptance 18, consent 18)', async () => {
  await programme.query('select append_audit_events($1::jsonb)', [JSON.stringify([anEvent({}), anEvent({})])])
  const at = (time: string) => mailAuditHead({ query: programme.query, now: new Date(time) })
  const mails = () =>
    programme.query<{ recipient_address: string; details: { on: string; rows: number; hash: string } }>(
      "select recipient_address, details from notifications where template = 'audit-head' order by created_at",
    )
  expect([await at('2026-03-03T23:50:00Z'), await mails()]).toEqual([false, []])
  await programme.query(
    "insert into programme_settings (charity_name, programme_name, audit_head_email) values ('Kids on Track', 'Mentoring', 'trustee@elsewhere.invalid')",
  )
  expect([await at('2026-03-03T23:50:00Z'), await at('2026-03-03T23:55:00Z')]).toEqual([true, false])
  await programme.query('delete from programme_settings')
  const [head] = await programme.query<{ rows: number; hash: string }>(
    'select sequence::int as rows, hash from audit_head',
  )
  expect(await mails()).toEqual([
    { recipient_address: 'trustee@elsewhere.invalid', details: { on: '2026-03-03', ...head } },
  ])
  const email = await renderEmail({
    template: 'audit-head',
    props: { on: '2026-03-03', ...head, link: 'https://mentoring.example/admin' },
    brand: { charityName: 'Kids on Track', accent: '#0b6b62' },
  })
  const typed = /npm run audit:verify -- (\d+) ([0-9a-f]{64})/.exec(email.text.replaceAll(/\s+/g, ' '))?.slice(1) ?? []
  const asked = mailedHeadIn(typed)
  if ('problem' in asked || !asked.mailed || !head) throw new Error('What the email says cannot be given to the check.')
  const { mailed } = asked
  for (const words of [['12'], ['12', 'abc'], ['x', head.hash], ['0', head.hash], ['12', head.hash, 'more']])
    expect(mailedHeadIn(words)).toHaveProperty('problem')
  await programme.query('select append_audit_events($1::jsonb)', [JSON.stringify([anEvent({}), anEvent({})])])
  await withConnection({
    url: programme.database.superuserUrl,
    work: async (client) => {
      const query: Query = async (text, values = []) => (await client.query(text, [...values])).rows
      const undone = async (work: () => Promise<void>): Promise<void> => {
        await client.query('begin')
        await client.query("set local session_replication_role = 'replica'")
        await work().finally(() => client.query('rollback'))
      }
      const cutFrom = async (row: number) => {
        await client.query('delete from audit_events where sequence >= $1', [row])
        await client.query(
          'update audit_head set sequence = $1::bigint, hash = (select hash from audit_events where audit_events.sequence = $1::bigint)',
          [row - 1],
        )
      }
      expect((await verifyAudit({ query, mailed })).problem).toBeUndefined()
      await undone(async () => {
        await cutFrom(mailed.sequence)
        // The chain alone shows nothing of it.
        expect((await verifyAudit({ query })).problem).toBeUndefined()
        expect((await verifyAudit({ query, mailed })).problem).toContain(
          `but row ${mailed.sequence} was mailed: rows were removed at the end`,
        )
        await client.query('select append_audit_events($1::jsonb)', [JSON.stringify([anEvent({ action: 'forged' })])])
        expect((await verifyAudit({ query })).problem).toBeUndefined()
        expect((await verifyAudit({ query, mailed })).problem).toContain(
          `Row ${mailed.sequence} has another hash than the one that was mailed`,
        )
      })
      expect((await verifyAudit({ query, batch: 7, mailed })).problem).toBeUndefined()
    },
  })
})

test('[DAT-4] a detail may be erased when the law asks for it, and only with an entry that says so', async () => {
  await withConnection({
    url: programme.database.superuserUrl,
    work: async (client) => {
      const query: Query = async (text, values = []) => (await client.query(text, [...values])).rows
      await client.query("set session_replication_role = 'replica'")
      await client.query("update audit_events set detail = null, salt = 'gone' where sequence = 7")
      expect((await verifyAudit({ query })).problem).toContain('row 7')
      await client.query('select append_audit_events($1::jsonb)', [
        JSON.stringify([anEvent({ action: ERASURE, collection: 'audit-events', recordId: '7' })]),
      ])
      expect((await verifyAudit({ query })).problem).toBeUndefined()
      await client.query('update audit_events set detail = null where sequence = 8')
      expect((await verifyAudit({ query })).problem).toContain('row 8')
    },
  })
})

/** Ways to forge: a statement that does it at a row, and its values. Those at the end take the number of rows too. */
const TAMPERING: Readonly<Record<string, (row: number, rows: number) => [string, ...unknown[]]>> = {
  ...Object.fromEntries(
    ['actor_kind', 'action', 'record_collection', 'came_from', 'hash', 'previous_hash', 'detail_digest'].map(
      (column) => [
        `another ${column}`,
        (row: number): [string, ...unknown[]] => [
          `update audit_events set ${column} = ${column} || 'x' where sequence = $1`,
          row,
        ],
      ],
    ),
  ),
  ...Object.fromEntries(
    ['actor_id', 'actor_note', 'record_id'].flatMap((column) => [
      [
        `another ${column}`,
        (row: number): [string, ...unknown[]] => [
          `update audit_events set ${column} = coalesce(${column}, '') || 'x' where sequence = $1`,
          row,
        ],
      ],
      [
        `${column} emptied`,
        (row: number): [string, ...unknown[]] => [
          `update audit_events set ${column} = null where sequence >= $1 and ${column} is not null and sequence < $1 + 3`,
          row,
        ],
      ],
      [
        `an empty ${column} where there was none`,
        (row: number): [string, ...unknown[]] => [
          `update audit_events set ${column} = '' where sequence >= $1 and ${column} is null and sequence < $1 + 3`,
          row,
        ],
      ],
    ]),
  ),
  ...Object.fromEntries(
    ['occurred_at', 'created_at', 'updated_at'].map((column) => [
      `another ${column}`,
      (row: number): [string, ...unknown[]] => [
        `update audit_events set ${column} = ${column} + interval '1 millisecond' where sequence = $1`,
        row,
      ],
    ]),
  ),
  'another actor, moved between the columns': (row) => [
    'update audit_events set actor_id = actor_note, actor_note = actor_id where sequence >= $1 and sequence < $1 + 4 and actor_id is distinct from actor_note',
    row,
  ],
  'another number inside the detail': (row) => [
    'update audit_events set detail = detail || \'{"number": -1}\' where sequence = $1',
    row,
  ],
  'the detail taken away': (row) => ['update audit_events set detail = null where sequence = $1', row],
  'the detail of the neighbour': (row) => [
    'update audit_events set detail = (select detail from audit_events where sequence = $1 + 1) where sequence = $1 and detail is distinct from (select detail from audit_events where sequence = $1 + 1)',
    row,
  ],
  'another salt': (row) => ["update audit_events set salt = salt || 'x' where sequence = $1", row],
  'another id': (row) => ['update audit_events set id = gen_random_uuid() where sequence = $1', row],
  'a number that is no whole one': (row) => [
    'update audit_events set sequence = sequence + 0.4 where sequence = $1',
    row,
  ],
  'a row removed': (row) => ['delete from audit_events where sequence = $1', row],
  'the first row removed': () => ['delete from audit_events where sequence = 1'],
  'the last row removed': (_row, rows) => ['delete from audit_events where sequence = $1', rows],
  'the end cut off': (row) => ['delete from audit_events where sequence >= $1', row],
  'the end cut off, and the head with it but for its hash': (row) => [
    'with cut as (delete from audit_events where sequence > $1) update audit_head set sequence = $1',
    row,
  ],
  'everything removed': () => ['delete from audit_events'],
  'a row removed and the gap closed': (row) => [
    'with gone as (delete from audit_events where sequence = $1) update audit_events set sequence = sequence - 1 where sequence > $1',
    row,
  ],
  'two rows changed about': (row) => [
    'update audit_events set sequence = case sequence when $1::numeric then $1::numeric + 1 else $1::numeric end where sequence in ($1::numeric, $1::numeric + 1)',
    row,
  ],
  'a row before the first': (row) => [copyOfRow('0'), row],
  'a row below nothing': (row) => [copyOfRow('-5'), row],
  'a row between two': (row) => [copyOfRow('a.sequence + 0.5'), row],
  'a row twice': (row) => [copyOfRow('a.sequence'), row],
  'a row after the last': (row, rows) => [copyOfRow(String(rows + 1)), row],
  'a row changed and its hash worked out again': (row) => [
    `update audit_events set action = 'forged', hash = audit_row_hash(previous_hash, id, sequence, occurred_at, created_at, actor_kind, actor_id, actor_note, 'forged', record_collection, record_id, came_from, detail_digest) where sequence = $1`,
    row,
  ],
  'another head': () => ["update audit_head set hash = repeat('f', 64)"],
  'a head further on': () => ['update audit_head set sequence = sequence + 1'],
  'a head further back': () => ['update audit_head set sequence = sequence - 1'],
  'no head': () => ['delete from audit_head'],
}

/** A row that was copied under another number. */
function copyOfRow(sequence: string): string {
  return `insert into audit_events (sequence, occurred_at, actor_kind, actor_id, actor_note, action, record_collection, record_id, came_from, detail, salt, detail_digest, previous_hash, hash)
    select ${sequence}, occurred_at, actor_kind, actor_id, actor_note, action, record_collection, record_id, came_from, detail, salt, detail_digest, previous_hash, hash from audit_events a where a.sequence = $1`
}

const anEvent = ({
  number = 0,
  action = 'read',
  collection = 'children',
  recordId = crypto.randomUUID() as string,
}: {
  number?: number
  action?: string
  collection?: string
  recordId?: string
}): Record<string, unknown> => ({
  occurred_at: '2026-03-03T12:00:00.000Z',
  actor_kind: number % 3 === 0 ? 'person' : 'system',
  actor_id: number % 3 === 0 ? crypto.randomUUID() : null,
  actor_note: number % 3 === 1 ? `reason ${number}` : null,
  action,
  record_collection: collection,
  record_id: number % 5 === 4 ? null : recordId,
  came_from: 'a test',
  detail: { number },
})

const aProposal = (changes: Record<string, unknown> = {}): Record<string, unknown> => {
  const { id, match, guardianId } = cast.children.first
  return meetingFields(
    { match, child: { id, guardianId }, volunteer: { id: cast.volunteers.matched } },
    { startsAt: '2026-03-11T16:00:00.000Z', ...changes },
  )
}

const asOwner = async (statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: programme.database.ownerUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

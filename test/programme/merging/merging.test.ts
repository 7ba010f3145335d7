import { beforeAll, describe, expect, test } from '@jest/globals'
import { docAccessOperation } from 'payload'
import pg from 'pg'
import { actionForPerson } from '../../../src/admin/actions/actionForPerson.ts'
import { looksOf } from '../../../src/admin/actions/looks.ts'
import { asUser } from '../../../src/core/access/localApi.ts'
import { verifyAudit } from '../../../src/core/audit/verify.ts'
import { withConnection } from '../../../src/local/database/connection.ts'
import { consentState } from '../../../src/programme/consent/rules.ts'
import { consentAnswersOf } from '../../../src/programme/consent/queries.ts'
import { mergePreview } from '../../../src/programme/merging/queries.ts'
import { mergesToLookAt } from '../../../src/programme/merging/queues.ts'
import { mergeWorkflow } from '../../../src/programme/merging/workflow.ts'
import { filterIn } from '../../../src/programme/workingList/filter.ts'
import { workingList } from '../../../src/programme/workingList/list.ts'
import { plantRow } from '../../attack/support/plant.ts'
import { docsOf, restClient, type RestAnswer } from '../../attack/support/rest.ts'
import { actingIn, refusalOf } from '../../support/acting.ts'
import { testApp } from '../../support/app.ts'
import { anAskedParent, parentBrowser } from '../../support/consent.ts'
import { rowsOf } from '../../support/database.ts'
import { aChild, aMatch, aPerson, aVolunteer, consentFrom } from '../../support/people.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'
import { aConsentRequest, aGoal, aLog, aMembership, aReferral } from '../../support/story.ts'

// The clock stands on Tuesday 3 March 2026.
let programme: TestProgramme
let coordinator: string
let committee: string
let other: string
beforeAll(async () => {
  programme = await testProgramme()
  // Refusals are what this file is about; each would be a line.
  programme.payload.logger.level = 'silent'
  coordinator = await aPerson({ ...programme, roles: ['co-ordinator'] })
  committee = await aPerson({ ...programme, name: 'Casey Standin', roles: ['committee'] })
  other = await aPerson({ ...programme, name: 'Linden Sampleton', roles: ['committee'] })
})
const { create, act, workAs } = actingIn(() => programme)

type Child = Awaited<ReturnType<typeof aChild>>

/** Two records of one child in one family. */
const twice = async (changes: Record<string, unknown> = {}): Promise<{ keep: Child; leave: Child }> => {
  const keep = await aChild(programme)
  const leave = await aChild({ ...programme, name: 'Robyn Testerton' })
  await programme.query('update children set family_id = $2 where id = $1', [leave.id, keep.familyId])
  for (const [column, value] of Object.entries(changes))
    await programme.query(`update children set ${column} = $2 where id = $1`, [leave.id, value])
  return { keep, leave: { ...leave, familyId: keep.familyId, guardianId: keep.guardianId } }
}

const propose = async ({
  keep,
  leave,
  by = coordinator,
}: {
  keep: { id: string }
  leave: { id: string }
  by?: string
}): Promise<string> =>
  (
    await create({
      by,
      collection: 'child-merges',
      fields: { keep: keep.id, leave: leave.id, why: 'Same birthday, same school, and the mother says so.' },
    })
  ).id

const join = ({ id, by = committee }: { id: string; by?: string }) =>
  act({ by, workflow: mergeWorkflow, id, action: 'carryOut' })

const joined = async (given: { keep: Child; leave: Child }): Promise<string> => {
  const id = await propose(given)
  await join({ id })
  return id
}

const send = async ({
  by,
  ...request
}: {
  by: string
  method?: string
  path: string
  body?: unknown
}): Promise<RestAnswer> => restClient(programme)({ ...request, cookie: (await programme.signIn(by)).cookie })

type Reference = { place: string; named: string }
const references = (): Promise<Reference[]> =>
  programme.query<Reference>('select place::text as place, named from child_references()')

/** Everything that refers to a child, by table and column: the rest of each row, by its id. */
const everythingOf = async (child: string): Promise<Record<string, Record<string, unknown>>> => {
  const found: Record<string, Record<string, unknown>> = {}
  for (const { place, named } of await references()) {
    const rows = await programme.query<{ id: string; rest: unknown }>(
      `select id::text as id, to_jsonb(r) - $2 as rest from ${place} r where ${named} = $1`,
      [child, named],
    )
    found[`${place}.${named}`] = Object.fromEntries(rows.map(({ id, rest }) => [id, rest]))
  }
  return found
}

describe('[SAME-CHILD] joining two records of one child', () => {
  test('[SAME-CHILD] moves every row of every table that refers to the child, final ones too, and changes nothing else of them', async () => {
    const { query } = programme
    const { keep, leave } = await twice()
    const [earlier, brother] = [
      await aChild({ ...programme, name: 'Robin Testertun' }),
      await aChild({ ...programme, name: 'Sky Testerton' }),
    ]
    await query('update children set family_id = $2 where id = $1', [earlier.id, keep.familyId])
    await joined({ keep: leave, leave: earlier })
    const volunteer = await aVolunteer(programme)
    const match = await aMatch({ query, childId: leave.id, volunteerId: volunteer.id, contactId: committee })
    await consentFrom({ query, childId: leave.id, guardianId: leave.guardianId })
    await aLog({ query, pair: { match, child: leave, volunteer } })
    await aMembership({ query, childId: leave.id })
    await aReferral({ query, childId: leave.id, enteredBy: coordinator })
    await aGoal({ query, childId: leave.id })
    await query('insert into sibling_links (child_id, sibling_id, kind) values ($1, $2, $3), ($2, $1, $3)', [
      leave.id,
      brother.id,
      'half',
    ])
    // Whatever table is added to the programme later has its row here too.
    for (const { place, named } of await references()) {
      const [{ some } = { some: true }] = await query<{ some: boolean }>(
        `select exists (select from ${place} where ${named} = $1) as some`,
        [leave.id],
      )
      if (!some) await plantRow({ query, table: place, given: { [named]: leave.id } })
    }
    const [before, ofKept] = [await everythingOf(leave.id), await everythingOf(keep.id)]
    expect(Object.entries(before).filter(([, rows]) => Object.keys(rows).length === 0)).toEqual([])
    const totals = async () =>
      Promise.all(
        (await references()).map(
          async ({ place }) => (await query(`select count(*)::int as rows from ${place}`))[0]?.rows,
        ),
      )
    const counted = await totals()

    const merge = await joined({ keep, leave })

    const after = await everythingOf(keep.id)
    const expected = Object.fromEntries(
      Object.entries(before).map(([place, rows]) => [place, { ...ofKept[place], ...rows }]),
    )
    // The record itself, which now refers to the kept one as the earlier one does.
    expected['children.merged_into_id'] = {
      ...expected['children.merged_into_id'],
      [leave.id]: after['children.merged_into_id']?.[leave.id],
    }
    expect(after).toEqual(expected)
    expect(Object.values(await everythingOf(leave.id)).flatMap(Object.keys)).toEqual([])
    expect(await totals()).toEqual(counted)
    const moved = Object.values(before).reduce((sum, rows) => sum + Object.keys(rows).length, 0)
    expect(await query('select count(*)::int as moved from child_merge_moves where merge_id = $1', [merge])).toEqual([
      { moved },
    ])
    expect(
      consentState({
        answers: await consentAnswersOf({ query, childId: keep.id }),
        item: 'taking-part',
        on: '2026-03-03',
      }).held,
    ).toBe(true)

    const told = await query<{ record: string; detail: Record<string, unknown>; by: string }>(
      "select record_id as record, detail, actor_id as by from audit_events where action = 'join' and detail->>'merge' = $1 order by sequence",
      [merge],
    )
    expect(told).toEqual(
      [keep, leave].map(({ id }) => ({
        record: id,
        by: committee,
        detail: {
          merge,
          kept: keep.id,
          joined: leave.id,
          moved: expect.objectContaining({ consents: 8, session_logs: 1 }),
        },
      })),
    )
    expect((await verifyAudit({ query })).problem).toBeUndefined()
  }, 60_000)

  test('[SAME-CHILD] every table that refers to a child refuses what is meant for a record that was joined', async () => {
    const unguarded = await programme.query(
      `select place::text, named from child_references() where place <> 'children'::regclass and not exists (select from pg_trigger t where t.tgrelid = place and t.tgfoid = 'refuse_joined_child'::regproc and t.tgenabled = 'O')`,
    )
    expect(unguarded).toEqual([])
  })

  test('[SAME-CHILD] the kept record takes over what it lacks; what each child has once is put together; what does not stand stays to be read', async () => {
    const { query } = programme
    const { keep, leave } = await twice({ school: 'Inventwood School', known_as: 'Robbie' })
    await query("update children set school = 'Made-up Hill Academy' where id = $1", [keep.id])
    await query("insert into children_stages (\"order\", parent_id, value) values (1, $1, 'one'), (2, $1, 'two')", [
      leave.id,
    ])
    for (const [child, background, allergies] of [
      [keep.id, 'Quiet since the spring.', ''],
      [leave.id, 'Lost a grandparent.', 'Nuts'],
    ]) {
      await query('insert into child_backgrounds (child_id, background) values ($1, $2)', [child, background])
      await query('insert into medical_needs (child_id, allergies, medication) values ($1, $2, $3)', [
        child,
        allergies,
        'An inhaler',
      ])
    }
    const id = await propose({ keep, leave })
    const preview = await mergePreview({ work: await workAs(committee), id })
    const line = (label: string) => preview?.lines.find((one) => one.label === label)
    expect(line('School')).toEqual({
      label: 'School',
      keep: 'Made-up Hill Academy',
      leave: 'Inventwood School',
      stays: 'Made-up Hill Academy',
      differs: true,
    })
    expect(line('Likes to be called')).toMatchObject({ keep: '', leave: 'Robbie', stays: 'Robbie' })
    expect(line('Background')?.stays).toBe(
      'Quiet since the spring.\n\nFrom the record that was joined to this one: Lost a grandparent.',
    )
    expect(line('Date of birth')).toMatchObject({ differs: false })
    expect(preview?.moves).toEqual([
      { kind: 'Backgrounds', records: 1 },
      { kind: 'Medical and access needs', records: 1 },
    ])
    const reads = await query<{ record_collection: string; ids: string[] }>(
      "select record_collection, detail->'ids' as ids from audit_events where action = 'read' and actor_id = $1",
      [committee],
    )
    for (const { id: child } of [keep, leave])
      expect(
        reads.some(({ record_collection: collection, ids }) => collection === 'children' && ids.includes(child)),
      ).toBe(true)
    expect(await mergePreview({ work: await workAs((await aVolunteer(programme)).userId), id })).toBeUndefined()

    await join({ id })

    expect(
      await query(
        'select name, school, known_as, (select json_agg(value order by value) from children_stages where parent_id = c.id) as stages from children c where id = $1',
        [keep.id],
      ),
    ).toEqual([{ name: 'Robin Testerton', school: 'Made-up Hill Academy', known_as: 'Robbie', stages: ['one', 'two'] }])
    expect(await query('select school, known_as from children where id = $1', [leave.id])).toEqual([
      { school: 'Inventwood School', known_as: 'Robbie' },
    ])
    expect(await query('select background from child_backgrounds where child_id = $1', [keep.id])).toEqual([
      { background: line('Background')?.stays },
    ])
    expect(await query('select background from child_backgrounds where child_id = $1', [leave.id])).toEqual([
      { background: 'Lost a grandparent.' },
    ])
    expect(await query('select allergies, medication from medical_needs where child_id = $1', [keep.id])).toEqual([
      { allergies: 'Nuts', medication: 'An inhaler' },
    ])
    expect(
      await query(
        "select detail->'school' as school, detail->'knownAs' as \"knownAs\" from audit_events where record_collection = 'children' and record_id = $1 and action = 'change' and actor_id = $2",
        [keep.id, committee],
      ),
    ).toEqual([{ school: null, knownAs: { before: null, after: 'Robbie' } }])
  })

  test('[ORG-1, SAME-CHILD] the eye is led to neither joining nor giving up, and their words say what becomes of the records', async () => {
    const { keep, leave } = await twice()
    const id = await propose({ keep, leave })
    const [record] = await programme.query<{ keep: string; leave: string; proposedBy: string; status: string }>(
      'select keep_id as keep, leave_id as leave, proposed_by_id as "proposedBy", status::text as status from child_merges where id = $1',
      [id],
    )
    const buttonsOf = async (by: string) => {
      const actions = (await mergeWorkflow.offered({ work: await workAs(by), record: { ...record, id } })).map(
        (offered) => actionForPerson({ offered }),
      )
      return looksOf(actions).map((look, index) => [
        actions[index]?.label,
        actions[index]?.blockers.map(({ rule }) => rule),
        look,
      ])
    }
    expect(await buttonsOf(committee)).toEqual([
      ['Join them into one record', [], 'grave'],
      ['Leave them as two records', [], 'plain'],
    ])
    expect(await buttonsOf(coordinator)).toEqual([
      ['Join them into one record', ['ORG-1'], 'grave'],
      ['Leave them as two records', [], 'plain'],
    ])
    const [possible, blocked, further] = [
      { grave: false, blockers: [] },
      { grave: false, blockers: [{ rule: 'ORG-1', reason: '', nextStep: '' }] },
      { grave: false, blockers: [] },
    ]
    expect([looksOf([possible, further]), looksOf([blocked, further])]).toEqual([
      ['main', 'plain'],
      ['plain', 'plain'],
    ])
  })

  test('[ORG-1] one person proposes, another carries it out; nobody else does either', async () => {
    const pair = await twice()
    const id = await propose(pair)
    expect(await refusalOf(join({ id, by: coordinator }))).toMatchObject({
      rule: 'ORG-1',
      nextStep: 'Ask the co-ordinator or another committee member.',
    })
    expect(
      (await mergesToLookAt({ work: await workAs(committee), limit: 100 })).find((row) => row.id === id),
    ).toMatchObject({ isOwn: false, keepName: 'Robin Testerton', leaveName: 'Robyn Testerton' })
    expect(
      (await mergesToLookAt({ work: await workAs(coordinator), limit: 100 })).find((row) => row.id === id),
    ).toMatchObject({ isOwn: true })
    for (const by of [
      (await aVolunteer(programme)).userId,
      await aPerson({ ...programme, roles: ['administrator'] }),
      await aPerson({ ...programme, roles: ['trustee'] }),
    ]) {
      expect(
        (await send({ by, method: 'POST', path: `/child-merges/${id}/actions/carryOut`, body: {} })).status,
      ).toBeGreaterThanOrEqual(403)
      expect(
        (
          await send({
            by,
            method: 'POST',
            path: '/child-merges',
            body: { keep: pair.keep.id, leave: pair.leave.id, why: 'x' },
          })
        ).status,
      ).toBe(403)
      expect(await mergesToLookAt({ work: await workAs(by), limit: 1 })).toEqual([])
    }
    await join({ id })
    expect(
      await programme.query(
        'select status::text, proposed_by_id as proposed, carried_out_by_id as done from child_merges where id = $1',
        [id],
      ),
    ).toEqual([{ status: 'done', proposed: coordinator, done: committee }])
  })

  test('[SAME-CHILD] what a person must settle first is refused in words', async () => {
    const { query } = programme
    const dates = await twice({ born_on: '2014-01-21' })
    expect(await refusalOf(join({ id: await propose(dates) }))).toMatchObject({
      rule: 'SAME-CHILD',
      reason: 'One record says born 20 January 2014, the other 21 January 2014.',
    })

    const listed = await twice()
    for (const { id } of [listed.keep, listed.leave])
      await query("insert into working_list_entries (name, child_id, status) values ('Robin', $1, 'listed')", [id])
    expect(await refusalOf(join({ id: await propose(listed) }))).toMatchObject({
      rule: 'ELG-6',
      reason: 'Both records have a row on the working list.',
    })

    const matched = await twice()
    for (const { id } of [matched.keep, matched.leave])
      await aMatch({ query, childId: id, volunteerId: (await aVolunteer(programme)).id, contactId: committee })
    expect(await refusalOf(join({ id: await propose(matched) }))).toMatchObject({
      rule: 'MAT-3',
      reason: 'Both records have an active match.',
    })

    const [one, another] = [await aChild(programme), await aChild(programme)]
    expect(await refusalOf(join({ id: await propose({ keep: one, leave: another }) }))).toMatchObject({
      rule: 'SAME-CHILD',
      reason: expect.stringContaining('stand in two families'),
    })
    const long = await twice()
    for (const { id } of [long.keep, long.leave])
      await query('insert into child_backgrounds (child_id, background) values ($1, $2)', [
        id,
        `${id} ${'a'.repeat(6_000)}`,
      ])
    expect(await refusalOf(join({ id: await propose(long) }))).toMatchObject({
      rule: 'SAME-CHILD',
      reason: expect.stringContaining('10000 is the most'),
    })

    expect(await refusalOf(propose({ keep: one, leave: one }))).toMatchObject({ rule: 'SAME-CHILD' })
    expect(await refusalOf(propose({ keep: one, leave: another }))).toMatchObject({
      rule: 'SAME-CHILD',
      reason: expect.stringContaining('proposed already'),
    })
  })

  test('[SAME-CHILD] a family that holds nothing but the other record is no obstacle, and goes with it, said before and kept in the audit', async () => {
    const { query } = programme
    const keep = await aChild(programme)
    // A referral from outside makes such a family.
    const lonely = async () => {
      const child = await aChild(programme)
      await query('update families set home_address = null where id = $1', [child.familyId])
      await query('update guardians set family_id = $2 where id = $1', [child.guardianId, keep.familyId])
      return child
    }
    const [first, second] = [await lonely(), await lonely()]
    const id = await propose({ keep, leave: first })
    await query("insert into child_backgrounds (child_id, background) values ($1, 'Quiet.')", [first.id])
    const before = await mergePreview({ work: await workAs(committee), id })
    expect(before).toMatchObject({ isDone: false, emptiedFamily: 'The Testertons' })
    expect(before?.moves).toEqual([{ kind: 'Backgrounds', records: 1 }])
    expect(before?.lines.length).toBeGreaterThan(3)
    await join({ id })
    expect(await mergePreview({ work: await workAs(committee), id })).toMatchObject({
      isDone: true,
      lines: [],
      moves: before?.moves,
      emptiedFamily: undefined,
    })
    expect(await query('select family_id as family from children where id = $1', [first.id])).toEqual([
      { family: keep.familyId },
    ])
    expect(await query('select id from families where id = $1', [first.familyId])).toEqual([])
    expect(
      await query(
        "select actor_id as by, detail from audit_events where action = 'delete' and record_collection = 'families' and record_id = $1",
        [first.familyId],
      ),
    ).toEqual([{ by: committee, detail: { name: { before: 'The Testertons', after: null } } }])

    // One that another record stands in, even one that was joined before, stays.
    const brother = await aChild(programme)
    await query('update children set family_id = $2 where id = $1', [brother.id, second.familyId])
    await joined({ keep: second, leave: brother })
    const another = await propose({ keep, leave: second })
    expect((await mergePreview({ work: await workAs(committee), id: another }))?.emptiedFamily).toBeUndefined()
    await join({ id: another })
    expect(await query('select id from families where id = $1', [second.familyId])).toEqual([{ id: second.familyId }])
  })

  test('[SAME-CHILD] a second joining is refused, whichever way round', async () => {
    const { keep, leave } = await twice()
    const third = await aChild({ ...programme, name: 'Robin Testertown' })
    await programme.query('update children set family_id = $2 where id = $1', [third.id, keep.familyId])
    const [first, turned, later] = [
      await propose({ keep, leave }),
      await propose({ keep: leave, leave: keep }),
      await propose({ keep: leave, leave: third }),
    ]
    await join({ id: first })
    for (const id of [turned, later])
      expect(await refusalOf(join({ id }))).toMatchObject({
        rule: 'SAME-CHILD',
        reason: 'The record of Robyn Testerton was joined to another already.',
      })
    expect(await refusalOf(join({ id: first, by: other }))).toMatchObject({ rule: 'STATE' })
    for (const pair of [
      { keep: leave, leave: third },
      { keep: third, leave },
    ])
      expect(await refusalOf(propose(pair))).toMatchObject({ rule: 'SAME-CHILD' })
  })
})

describe('[SAME-CHILD] a record that was joined', () => {
  test('[SAME-CHILD] takes nothing through any door, and stands in no list', async () => {
    const { query } = programme
    const { keep, leave } = await twice()
    for (const { id } of [keep, leave])
      await query("insert into child_backgrounds (child_id, background) values ($1, 'Quiet.')", [id])
    const elsewhere = await aMembership({ query, childId: keep.id })
    const volunteer = await aVolunteer(programme)
    const entry = await create({ by: coordinator, collection: 'working-list-entries', fields: { name: 'Robin' } })
    await joined({ keep, leave })
    const contact = committee
    const attempts: Array<{ method?: string; path: string; body: Record<string, unknown> }> = [
      {
        path: '/matches',
        body: {
          child: leave.id,
          volunteer: volunteer.id,
          startsOn: '2026-03-10',
          frequency: 'weekly',
          committeeContact: contact,
        },
      },
      { path: '/memberships', body: { child: leave.id, since: '2026-01-01' } },
      {
        path: '/goals',
        body: { child: leave.id, title: 'A goal', aim: 'life-skills', outcome: 'It happens', measure: 'Counted' },
      },
      {
        path: '/consent-captures',
        body: {
          child: leave.id,
          guardian: leave.guardianId,
          meetings: 'no',
          decidedOn: '2026-03-01',
          method: 'paper',
          signedName: 'Alex Testerton',
          signedRelationship: 'Mother',
        },
      },
      {
        path: '/referrals',
        body: { child: leave.id, receivedOn: '2026-03-01', source: 'school', mainReason: 'confidence' },
      },
      { path: '/working-list-entries', body: { name: 'Robin', child: leave.id } },
      { path: '/sibling-links', body: { child: keep.id, sibling: leave.id, kind: 'half' } },
      { method: 'PATCH', path: `/working-list-entries/${entry.id}`, body: { child: leave.id } },
      { method: 'PATCH', path: `/memberships/${elsewhere}`, body: { child: leave.id } },
      {
        method: 'PATCH',
        path: `/child-backgrounds/${(await query('select id from child_backgrounds where child_id = $1', [leave.id]))[0]?.id}`,
        body: { background: 'Something else.' },
      },
      { method: 'PATCH', path: `/children/${leave.id}`, body: { school: 'Elsewhere' } },
      { method: 'PATCH', path: `/children/${leave.id}`, body: { stages: ['three'] } },
    ]
    for (const { method = 'POST', ...attempt } of attempts) {
      const answer = await send({ by: committee, method, ...attempt })
      expect([attempt.path, answer.status, answer.text]).toEqual([
        attempt.path,
        409,
        expect.stringContaining('joined to'),
      ])
    }
    expect(
      (
        await send({
          by: committee,
          method: 'PATCH',
          path: `/children?where[id][equals]=${leave.id}`,
          body: { school: 'Elsewhere' },
        })
      ).status,
    ).toBeGreaterThanOrEqual(403)
    expect(
      (await send({ by: committee, method: 'PATCH', path: `/children/${keep.id}`, body: { mergedInto: leave.id } }))
        .status,
    ).toBe(409)
    expect(
      docsOf(await send({ by: committee, path: `/children?where[mergedInto][equals]=${keep.id}` })).map(({ id }) => id),
    ).toEqual([leave.id])
    const list = await workingList({ work: await workAs(committee), filter: filterIn({}).filter, limit: 1_000 })
    expect(list.rows.some(({ childId }) => childId === keep.id)).toBe(true)
    expect(list.rows.some(({ childId }) => childId === leave.id)).toBe(false)
    const baseFilter = programme.payload.collections.children?.config.admin.baseFilter
    expect(await baseFilter?.({ req: {} as never, limit: 10, page: 1, sort: '' })).toEqual({
      mergedInto: { exists: false },
    })
    // Who is entered again is compared with the record that was kept alone.
    expect(
      await refusalOf(
        create({
          by: coordinator,
          collection: 'children',
          fields: { name: 'Robyn Testerton', bornOn: '2014-01-20', family: keep.familyId },
        }),
      ),
    ).not.toMatchObject({ reason: expect.stringContaining('Robyn Testerton, born') })
  })

  test('[SAME-CHILD] is shown in the panel as one that takes no change, until a field is sent: then it is refused in words', async () => {
    const { keep, leave } = await twice()
    const editable = async (id: string): Promise<string[]> => {
      const { req } = await workAs(committee)
      const data = await asUser(await workAs(committee)).findById({ collection: 'children', id })
      const { fields } = (await docAccessOperation({
        id,
        collection: programme.payload.collections.children!,
        data,
        req,
      })) as { fields: true | Record<string, { update?: unknown }> }
      return Object.entries(fields === true ? {} : fields).flatMap(([name, permission]) =>
        permission === (true as unknown) || permission.update ? [name] : [],
      )
    }
    expect(await editable(leave.id)).toEqual(expect.arrayContaining(['name', 'school', 'stages', 'supportLevel']))
    await joined({ keep, leave })
    expect(await editable(keep.id)).toEqual(expect.arrayContaining(['name', 'school', 'stages', 'supportLevel']))
    for (const field of [
      'name',
      'knownAs',
      'bornOn',
      'family',
      'school',
      'heldInYear',
      'stages',
      'supportLevel',
      'anotherChildBecause',
    ])
      expect(await editable(leave.id)).not.toContain(field)
    const [{ name } = { name: '' }] = await programme.query<{ name: string }>(
      'select name from children where id = $1',
      [keep.id],
    )
    expect(
      await refusalOf(
        asUser(await workAs(committee)).update({ collection: 'children', id: leave.id, data: { heldInYear: 6 } }),
      ),
    ).toMatchObject({
      rule: 'SAME-CHILD',
      reason: `This record was joined to that of ${name} and stays as it was.`,
      nextStep: `Open the record of ${name} instead.`,
    })
  })

  test('[CON-4, SAME-CHILD] a parent’s link goes on for the kept record, and of two the one answered last stays', async () => {
    const { query } = programme
    const { keep, leave } = await twice()
    const asked = await anAskedParent(programme, { child: leave, coordinator })
    const open = await aConsentRequest({ query, childId: keep.id, guardianId: keep.guardianId })
    const browser = parentBrowser(testApp({ programme }))
    await browser.arrive(asked.token)
    await browser.post('/consent', await browser.signing())
    await joined({ keep, leave })
    expect(
      await query(
        'select id, child_id as child, status::text from consent_requests where id in ($1, $2) order by status',
        [open, asked.requestId],
      ),
    ).toEqual([
      { id: open, child: keep.id, status: 'cancelled' },
      { id: asked.requestId, child: keep.id, status: 'signed' },
    ])
    const later = parentBrowser(testApp({ programme }))
    await later.arrive(asked.token)
    expect((await later.post('/consent/withdraw-one', { item: 'photographs' })).headers.location).toBe(
      '/consent?done=one-withdrawn',
    )
    const answers = await consentAnswersOf({ query, childId: keep.id })
    expect(
      ['meetings', 'photographs'].map(
        (item) => consentState({ answers, item: item as 'meetings', on: '2026-03-03' }).held,
      ),
    ).toEqual([true, false])
  })
})

describe('[DAT-2, SAME-CHILD] beside the application', () => {
  const refusedBy = async (url: string, ...statements: string[]): Promise<string> =>
    withConnection({
      url,
      work: async (client) => {
        try {
          await client.query('begin')
          for (const statement of statements) await client.query(statement)
          await client.query('commit')
          return 'done'
        } catch (problem) {
          await client.query('rollback')
          return problem instanceof pg.DatabaseError ? problem.message : String(problem)
        }
      },
    })

  test('[DAT-2] nobody moves a final record by SQL, forges a joining, or says that one was done', async () => {
    const { query, database } = programme
    const { keep, leave } = await twice()
    await consentFrom({ query, childId: leave.id, guardianId: leave.guardianId })
    const id = await propose({ keep, leave })
    const done = (by: string) =>
      `update child_merges set status = 'done', carried_out_by_id = '${by}' where id = '${id}'`
    const carryOut = `select carry_out_child_merge('${id}')`
    const { applicationUrl, ownerUrl } = database
    expect(
      await refusedBy(applicationUrl, `update consents set child_id = '${keep.id}' where child_id = '${leave.id}'`),
    ).toMatch(/permission denied/)
    expect(
      await refusedBy(ownerUrl, `update consents set child_id = '${keep.id}' where child_id = '${leave.id}'`),
    ).toMatch(/cannot be changed/)
    expect(await refusedBy(ownerUrl, `delete from consents where child_id = '${leave.id}'`)).toMatch(
      /cannot be changed/,
    )
    expect(await refusedBy(ownerUrl, 'truncate consents')).toMatch(/cannot be changed/)
    expect(
      await refusedBy(
        applicationUrl,
        `insert into child_merge_runs (merge_id, keep_id, leave_id) values ('${id}', '${keep.id}', '${leave.id}')`,
      ),
    ).toMatch(/permission denied/)
    expect(await refusedBy(applicationUrl, carryOut)).toMatch(/in the transaction/)
    expect(await refusedBy(applicationUrl, done(coordinator), carryOut)).toMatch(/another_person_joins_them/)
    expect(await refusedBy(applicationUrl, done(committee))).toMatch(/in the transaction/)
    expect(
      await refusedBy(
        applicationUrl,
        `update child_merges set keep_id = leave_id, leave_id = keep_id where id = '${id}'`,
      ),
    ).toMatch(/stays as it was/)
    expect(
      await refusedBy(applicationUrl, `update children set merged_into_id = '${keep.id}' where id = '${leave.id}'`),
    ).toMatch(/two people/)
    await join({ id })
    expect(await refusedBy(applicationUrl, carryOut)).toMatch(/in the transaction/)
    expect(
      await refusedBy(applicationUrl, `update children set merged_into_id = null where id = '${leave.id}'`),
    ).toMatch(/joined/)
    expect(await refusedBy(applicationUrl, `update child_merges set why = 'x' where id = '${id}'`)).toMatch(
      /stays as it was/,
    )
    expect(await refusedBy(ownerUrl, `delete from child_merges where id = '${id}'`)).toMatch(
      /stays as it was|violates foreign key/,
    )
    expect(
      await refusedBy(
        applicationUrl,
        `insert into goals (child_id, title, aim, outcome, measure) values ('${leave.id}', 'A', 'life-skills', 'B', 'C')`,
      ),
    ).toMatch(/joined to another/)
    expect(
      await rowsOf({
        url: ownerUrl,
        statement: 'select distinct child_id as child from consents where child_id = any($1)',
        values: [[keep.id, leave.id]],
      }),
    ).toEqual([{ child: keep.id }])
  })

  test('[ORG-1] two people who join the same records at once: one does, the other hears that it is done; and nothing that is stored meanwhile is left behind', async () => {
    const { query } = programme
    const { keep, leave } = await twice()
    const [id, turned] = [await propose({ keep, leave }), await propose({ keep: leave, leave: keep })]
    const storing = Array.from({ length: 12 }, (_, month) =>
      send({
        by: coordinator,
        method: 'POST',
        path: '/memberships',
        body: { child: leave.id, since: `2025-${String(month + 1).padStart(2, '0')}-01` },
      }),
    )
    const joining = [
      { id, by: committee },
      { id, by: other },
      { id: turned, by: other },
      { id: turned, by: committee },
    ].map(({ id: merge, by }) =>
      send({ by, method: 'POST', path: `/child-merges/${merge}/actions/carryOut`, body: {} }),
    )
    const [stored, answers] = [await Promise.all(storing), await Promise.all(joining)]
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
    expect(stored.every(({ status }) => status === 201 || status === 409)).toBe(true)
    const [record] = await query<{ kept: string; left: string }>(
      "select keep_id as kept, leave_id as left from child_merges where status = 'done' and id in ($1, $2)",
      [id, turned],
    )
    const held = await query<{ child: string }>(
      'select child_id as child from memberships where child_id in ($1, $2)',
      [keep.id, leave.id],
    )
    expect(held).toEqual(stored.filter(({ status }) => status === 201).map(() => ({ child: record?.kept })))
    expect(
      await query('select count(*)::int as runs from child_merge_runs where leave_id in ($1, $2)', [keep.id, leave.id]),
    ).toEqual([{ runs: 1 }])
  })
})

// What stands around every save: the hooks of a workflow, the guard before an operation, and records stored together.
import { beforeAll, describe, expect, test } from '@jest/globals'
import type { PayloadRequest } from 'payload'
import { asSystem } from '../../../src/core/access/localApi.ts'
import type { Work } from '../../../src/core/access/work.ts'
import { inTransaction } from '../../../src/core/database/transaction.ts'
import { problemWithin } from '../../../src/core/http/problemWithin.ts'
import { allowed, refused } from '../../../src/core/errors/refusal.ts'
import { workflowHooks } from '../../../src/core/workflow/hooks.ts'
import { defineWorkflow, stepOf } from '../../../src/core/workflow/workflow.ts'
import { actingIn, refusalOf } from '../../support/acting.ts'
import { aChild, aMatchedPair, aPerson, insertOne, meetingFields } from '../../support/people.ts'
import { aPairThatMayAgree } from '../../support/policies.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'
import { waitUntil } from '../../support/waitUntil.ts'

let programme: TestProgramme
let coordinator: string
beforeAll(async () => {
  programme = await testProgramme()
  coordinator = await aPerson({ ...programme, roles: ['co-ordinator'] })
})
const { workAs, create } = actingIn(() => programme)

describe('the hooks of a workflow', () => {
  const heard: string[] = []
  const workflow = defineWorkflow<object, 'shut' | 'open'>('front-doors', {
    noun: 'door',
    states: { shut: 'Shut', open: 'Open' },
    initial: 'shut',
    locks: [],
    facts: async () => ({}),
    create: {
      label: 'Hang',
      by: [],
      guards: [
        (_facts, { input }) =>
          input.colour === 'pink' ? refused({ rule: 'PINK', reason: 'No pink.', nextStep: 'Another.' }) : allowed,
      ],
      set: () => ({ hung: true }),
      effects: [async ({ record }) => void heard.push(`hung ${String(record.id)}`)],
    },
    editable: { shut: ['colour', 'size'] },
    edit: {
      set: ({ before, input }) => ({ was: before.colour, is: input.colour }),
      effects: [async ({ record }) => void heard.push(`edited ${String(record.id)}`)],
    },
    transitions: { open: { label: 'Open', from: ['shut'], to: 'open', by: [], guards: [] } },
  })
  const { beforeChange, afterChange } = workflowHooks({ slug: 'front-doors', workflow })
  const saving = async ({
    data,
    originalDoc,
    operation = 'update',
    context = {},
  }: {
    data: Record<string, unknown>
    originalDoc?: Record<string, unknown>
    operation?: 'create' | 'update'
    context?: Record<string, unknown>
  }) => {
    heard.length = 0
    const { req } = await programme.workOf({ kind: 'system', reason: 'a test' })
    Object.assign(req.context, context)
    const stored = (await beforeChange[0]?.({ data, originalDoc, operation, req } as never)) as Record<string, unknown>
    const told = async (id: string) => {
      heard.length = 0
      await afterChange[0]?.({ doc: { ...stored, id }, operation, req } as never)
      return [...heard]
    }
    return { stored, told }
  }
  const door = { id: 'one', status: 'shut', colour: 'green', size: 2, rowVersion: 3, updatedAt: '2026-03-01' }

  test('a new record is decided, and causes what follows once it is stored, once', async () => {
    const { stored, told } = await saving({ data: { colour: 'blue' }, operation: 'create' })
    expect(stored).toEqual({ colour: 'blue', hung: true, status: 'shut' })
    expect([await told('new'), await told('new')]).toEqual([['hung new'], []])
    expect(await refusalOf(saving({ data: { colour: 'pink' }, operation: 'create' }))).toMatchObject({ rule: 'PINK' })
  })

  test('an edit is decided, told what stood there before, and causes what follows for that record alone, once', async () => {
    const { stored, told } = await saving({ data: { colour: 'blue' }, originalDoc: door })
    expect(stored).toEqual({ colour: 'blue', was: 'green', is: 'blue' })
    expect([await told('another'), await told('one'), await told('one')]).toEqual([[], ['edited one'], []])
    expect(await refusalOf(saving({ data: { colour: 'pink' }, originalDoc: door }))).toMatchObject({ rule: 'PINK' })
  })

  test('what counts a save and when it was is no edit; what is sent back as it stands changes nothing and causes nothing', async () => {
    for (const data of [{ rowVersion: 4 }, { updatedAt: '2026-03-03' }, { ...door, status: 'open' }, {}]) {
      const { stored, told } = await saving({ data, originalDoc: { ...door, status: 'open' } })
      expect([stored, await told('one')]).toEqual([data, []])
    }
  })

  test('what its state does not let be edited is refused by name, and where the record stands', async () => {
    const refusal = await refusalOf(saving({ data: { size: 3, keeper: 'me', colour: 'blue' }, originalDoc: door }))
    expect(refusal).toMatchObject({
      rule: 'STATE',
      reason: 'This door is “Shut”, so “keeper” cannot be changed by editing it. Nothing was stored.',
    })
    expect(
      (await refusalOf(saving({ data: { size: 3, colour: 'blue' }, originalDoc: { ...door, status: 'open' } }))).reason,
    ).toBe('This door is “Open”, so “size”, “colour” cannot be changed by editing it. Nothing was stored.')
    expect((await refusalOf(saving({ data: { size: 3 }, originalDoc: { ...door, status: 'gone' } }))).reason).toContain(
      'is “gone”',
    )
  })

  test('the step of an action is left as it was decided, for that very record', async () => {
    const data = { status: 'open', keeper: 'me' }
    const context = { step: stepOf({ collection: 'front-doors', id: 'one' }) }
    const { stored, told } = await saving({ data, originalDoc: door, context })
    expect([stored, await told('one')]).toEqual([data, []])
    expect(await refusalOf(saving({ data, originalDoc: { ...door, id: 'two' }, context }))).toMatchObject({
      rule: 'STATE',
    })
  })
})

type Place = [table: string, id: string]
const isLocked = async ([table, id]: Place): Promise<boolean> =>
  (await programme.query(`select id from ${table} where id = $1 for no key update skip locked`, [id])).length === 0
/** For which of these records somebody else has to wait once something was done, and before it is kept or undone. */
const lockedBy = async (
  does: (work: Work) => Promise<unknown>,
  records: Readonly<Record<string, Place>>,
): Promise<string[]> => {
  const work = await workAs(coordinator)
  const undone = new Error('undone')
  const locked: string[] = []
  await inTransaction({
    req: work.req,
    work: async () => {
      await does(work)
      for (const [name, place] of Object.entries(records)) if (await isLocked(place)) locked.push(name)
      throw undone
    },
  }).catch((problem: unknown) => {
    if (problem !== undone) throw problem
  })
  return locked
}

describe('before a change', () => {
  const guardOf = (slug: string) => {
    const collection = programme.payload.config.collections.find((one) => one.slug === slug)
    const guard = collection?.hooks.beforeOperation?.[0]
    if (!collection || !guard) throw new Error(`Nothing guards ${slug}.`)
    return { guard, collection }
  }
  const guarded =
    (slug: string, operation: 'create' | 'update' | 'delete', args: Record<string, unknown>) =>
    async ({ req }: Work): Promise<void> => {
      const { guard, collection } = guardOf(slug)
      await guard({ args, operation, req, overrideAccess: true, collection } as never)
    }

  test('the record itself is locked, and before it whoever its gates ask about, newly named ones too', async () => {
    const pair = await aPairThatMayAgree(programme)
    const other = await aMatchedPair(programme)
    const meeting = await create({ by: pair.coordinator, collection: 'meetings', fields: meetingFields(pair) })
    const records: Record<string, Place> = {
      meeting: ['meetings', meeting.id],
      child: ['children', pair.child.id],
      volunteer: ['volunteers', pair.volunteer.id],
      second: ['volunteers', other.volunteer.id],
      match: ['matches', pair.match],
    }
    const locked = async (operation: 'create' | 'update' | 'delete', args: Record<string, unknown>) =>
      lockedBy(guarded('meetings', operation, args), records)
    expect(await locked('update', { id: meeting.id, data: { minutes: 45 } })).toEqual(['meeting', 'child', 'volunteer'])
    expect(await locked('update', { id: meeting.id, data: { secondVolunteer: other.volunteer.id } })).toEqual([
      'meeting',
      'child',
      'volunteer',
      'second',
    ])
    expect(await locked('create', { data: meetingFields(pair, { secondVolunteer: other.volunteer.id }) })).toEqual([
      'child',
      'volunteer',
      'second',
    ])
    // What follows from the match is locked as well.
    const { match, guardian } = meetingFields(pair)
    expect(await locked('create', { data: { match, guardian } })).toEqual(['child', 'volunteer'])
    expect(await locked('delete', { id: meeting.id })).toEqual(['meeting', 'child', 'volunteer'])
    expect(
      await lockedBy(guarded('guardians', 'update', { id: pair.child.guardianId, data: { name: 'Alex' } }), {
        guardian: ['guardians', pair.child.guardianId],
        child: ['children', pair.child.id],
      }),
    ).toEqual(['guardian'])
  })

  test('what the hooks see of a change is whole, whatever its sender asked to be shown', async () => {
    const { guard, collection } = guardOf('working-list-entries')
    const { req } = await workAs(coordinator)
    const args = { data: { name: 'Kim' }, select: { name: true }, populate: {}, depth: 3, draft: true }
    expect(await guard({ args, operation: 'create', req, overrideAccess: true, collection } as never)).toMatchObject({
      select: undefined,
      populate: undefined,
      depth: 0,
      draft: false,
      autosave: false,
      trash: false,
    })
  })

  const statusOf = async (attempt: Promise<unknown>): Promise<number | undefined> => {
    try {
      await attempt
      return undefined
    } catch (problem) {
      return problemWithin(problem)?.status
    }
  }
  test('one record at a time, no copies, and only what can be read as a record', async () => {
    const id = await insertOne({
      ...programme,
      collection: 'working-list-entries',
      row: { name: 'Ash', status: 'listed', row_version: 1 },
    })
    const change = async (given: Record<string, unknown>) => {
      const { req } = await workAs(coordinator)
      return statusOf(
        (req.payload.update as (given: unknown) => Promise<unknown>)({
          collection: 'working-list-entries',
          overrideAccess: false,
          req,
          ...given,
        }),
      )
    }
    const make = async (given: Record<string, unknown>) => {
      const { req } = await workAs(coordinator)
      return statusOf(
        (req.payload.create as (given: unknown) => Promise<unknown>)({
          collection: 'working-list-entries',
          overrideAccess: false,
          req: req as PayloadRequest,
          ...given,
        }),
      )
    }
    expect([
      await change({ id, data: { comment: 'Shy' } }),
      await change({ id, data: { comment: 'Shy', nothingOfTheKind: 1 } }),
      await change({ id, data: { comment: 'Shy', status: 'off' } }),
      await make({ data: { name: 'Kim' } }),
      await make({ data: { name: 'Kim' }, duplicateFromID: id }),
    ]).toEqual([undefined, 400, 409, undefined, 409])
    const guard = async (operation: 'update' | 'delete', args: Record<string, unknown>) =>
      statusOf(guarded('working-list-entries', operation, args)(await workAs(coordinator)))
    expect([
      await guard('update', { where: { name: { equals: 'Ash' } }, data: { comment: 'Shy' } }),
      await guard('delete', { where: { name: { equals: 'Ash' } } }),
      await guard('delete', { id }),
      await guard('update', { id, data: ['comment'] }),
      await guard('update', { id, data: 'Shy' }),
      await guard('update', { id, data: null }),
      await guard('update', { id }),
      await guard('update', { id, data: {} }),
    ]).toEqual([409, 409, undefined, 400, 400, 400, 400, undefined])
    const { guard: ask, collection } = guardOf('working-list-entries')
    const { req } = await workAs(coordinator)
    const other = async (operation: string, overrideAccess = true) =>
      statusOf(
        (async () =>
          ask({ args: { limit: 0 }, operation, req, overrideAccess, collection } as never))() as Promise<unknown>,
      )
    expect([
      await other('restoreVersion'),
      await other('login'),
      await other('read'),
      await other('read', false),
      await other('count', false),
      await other('readDistinct', false),
    ]).toEqual([403, 403, undefined, 400, undefined, undefined])
  })
})

describe('records stored together', () => {
  const together = (work: Work) => asSystem(work, { reason: 'a test' })
  const auditOf = (ids: readonly string[]) =>
    programme.query<{ action: string }>(
      'select action from audit_events where record_id = any($1::text[]) order by sequence',
      [ids],
    )

  test('new ones are each audited and numbered, in their order; a refused one stores none', async () => {
    const work = await workAs(coordinator)
    const ids = await inTransaction({
      req: work.req,
      work: () =>
        together(work).createMany({
          collection: 'working-list-entries',
          records: [{ name: 'One Of Three' }, { name: 'Two Of Three' }, { name: 'Three Of Three' }],
        }),
    })
    expect(
      await programme.query(
        'select name, status::text as status, row_version::int as version from working_list_entries where id = any($1::uuid[]) order by array_position($1::uuid[], id)',
        [ids],
      ),
    ).toEqual(['One', 'Two', 'Three'].map((one) => ({ name: `${one} Of Three`, status: 'listed', version: 1 })))
    expect((await auditOf(ids)).map(({ action }) => action)).toEqual(['create', 'create', 'create'])
    const failing = await workAs(coordinator)
    await expect(
      inTransaction({
        req: failing.req,
        work: () =>
          together(failing).createMany({
            collection: 'working-list-entries',
            records: [{ name: 'Never Stored' }, { name: '' }],
          }),
      }),
    ).rejects.toThrow()
    expect(await programme.query("select 1 from working_list_entries where name = 'Never Stored'")).toEqual([])
  })

  test('changed ones are each audited and count their save; what is not named stays; one that is not there changes none', async () => {
    const work = await workAs(coordinator)
    const [ash, kim] = await Promise.all(
      ['Ash', 'Kim'].map((name) =>
        insertOne({
          ...programme,
          collection: 'working-list-entries',
          row: { name, status: 'listed', comment: 'Shy', row_version: 4 },
        }),
      ),
    )
    if (!ash || !kim) throw new Error('Two were stored.')
    const change = (changes: Array<{ id: string; data: Record<string, unknown> }>, by: Work) =>
      inTransaction({
        req: by.req,
        work: () => together(by).changeMany({ collection: 'working-list-entries', changes }),
      })
    await change(
      [
        { id: ash, data: { goals: 'Join one club' } },
        { id: kim, data: { comment: 'Loud' } },
      ],
      work,
    )
    expect(
      await programme.query(
        'select name, goals, comment, row_version::int as version from working_list_entries where id = any($1::uuid[]) order by name',
        [[ash, kim]],
      ),
    ).toEqual([
      { name: 'Ash', goals: 'Join one club', comment: 'Shy', version: 5 },
      { name: 'Kim', goals: null, comment: 'Loud', version: 5 },
    ])
    expect((await auditOf([ash, kim])).map(({ action }) => action)).toEqual(['change', 'change'])
    await change([], await workAs(coordinator))
    const missing = [
      { id: ash, data: { goals: 'Another' } },
      { id: '00000000-0000-4000-8000-000000000000', data: { goals: 'Another' } },
    ]
    await expect(change(missing, await workAs(coordinator))).rejects.toMatchObject({ status: 404 })
    expect(await programme.query('select goals from working_list_entries where id = $1', [ash])).toEqual([
      { goals: 'Join one club' },
    ])
  })

  test('the children whom the rows name are locked, each once, and rows that somebody is saving are waited for', async () => {
    const [one, two] = [await aChild(programme), await aChild(programme)]
    const records: Record<string, Place> = { one: ['children', one.id], two: ['children', two.id] }
    expect(
      await lockedBy(
        (work) =>
          together(work).createMany({
            collection: 'working-list-entries',
            records: [
              { name: 'One', child: one.id },
              { name: 'Two', child: two.id },
            ],
          }),
        records,
      ),
    ).toEqual(['one', 'two'])
    const row = (name: string, childId: string | null) =>
      insertOne({
        ...programme,
        collection: 'working-list-entries',
        row: { name, status: 'listed', child_id: childId, row_version: 1 },
      })
    const id = await row('One', one.id)
    const change = (goals: string) => (work: Work) =>
      together(work).changeMany({ collection: 'working-list-entries', changes: [{ id, data: { goals } }] })
    expect(await lockedBy(change('Swim'), records)).toEqual(['one'])

    const [first, second] = [await workAs(coordinator), await workAs(coordinator)]
    let waiting: Promise<void> | undefined
    await inTransaction({
      req: first.req,
      work: async () => {
        await change('Swim')(first)
        waiting = inTransaction({ req: second.req, work: () => change('Sing')(second) })
        await waitUntil({
          what: 'the second to wait for the first',
          holds: async () =>
            (
              await programme.query(
                "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
              )
            ).length > 0,
        })
      },
    })
    await waiting
    expect(
      await programme.query('select goals, row_version::int as version from working_list_entries where id = $1', [id]),
    ).toEqual([{ goals: 'Sing', version: 3 }])
  })

  test('a collection that is not there is said not to be', async () => {
    const work = await workAs(coordinator)
    await expect(
      together(work).createMany({ collection: 'nothing-of-the-kind' as 'users', records: [{}] }),
    ).rejects.toThrow('There is no collection nothing-of-the-kind.')
  })
})

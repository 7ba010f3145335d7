// What a declaration of a collection opens, and what it leaves shut. Nothing here needs a database.
import { describe, expect, test } from '@jest/globals'
import type { Endpoint, Field, Payload, PayloadRequest, SanitizedConfig, TextField } from 'payload'
import type { Actor } from '../../../src/core/access/actor.ts'
import { besidesHook } from '../../../src/core/access/besides.ts'
import { closeInternals } from '../../../src/core/access/closeInternals.ts'
import { defineCollection, onlyFor } from '../../../src/core/access/defineCollection.ts'
import { engineOnly, isEngineOnly } from '../../../src/core/access/engineOnly.ts'
import { asSystem } from '../../../src/core/access/localApi.ts'
import { mayEnterPanel } from '../../../src/core/access/mayEnterPanel.ts'
import { refuseProtected, refuseUnknown } from '../../../src/core/access/protectedFields.ts'
import { rowVersionHook } from '../../../src/core/access/rowVersion.ts'
import { isOnlyShownFrozen, shownFrozen } from '../../../src/core/access/shownFrozen.ts'
import type { Work } from '../../../src/core/access/work.ts'
import { RECORD_TITLE } from '../../../src/core/fields/recordTitle.ts'
import { collectionsOf } from '../../../src/core/house/collections.ts'
import type { Nature } from '../../../src/core/house/nature.ts'
import { problemWithin } from '../../../src/core/http/problemWithin.ts'
import { attachClock } from '../../../src/core/services.ts'
import { workflowEndpoints } from '../../../src/core/workflow/endpoints.ts'
import { defineWorkflow } from '../../../src/core/workflow/workflow.ts'

const person = (...roles: string[]): Actor => ({
  kind: 'person',
  userId: 'somebody',
  name: 'Quinn Invented',
  roles,
  designations: [],
  worksInPanel: roles.some((role) => role !== 'volunteer'),
  profiles: {},
  provenAt: new Date('2026-03-03T12:00:00Z'),
})
const requestOf = (actor: Actor | undefined): PayloadRequest =>
  ({ context: { actor }, user: null }) as unknown as PayloadRequest
const name: TextField = { name: 'name', type: 'text', maxLength: 80 }
const attached = (): Payload => {
  const payload = {} as Payload
  attachClock({ payload, clock: { now: () => new Date('2026-03-03T12:00:00Z') } })
  return payload
}

describe('a collection', () => {
  const nature: Nature = { final: 'never', sensitive: false, about: 'nobody', kept: 'while-in-use' }
  const declared = (
    access: Parameters<typeof defineCollection>[0]['access'],
    further: Partial<Parameters<typeof defineCollection>[0]> = {},
  ) =>
    defineCollection({
      slug: 'things',
      labels: { singular: 'Thing', plural: 'Things' },
      nature,
      fields: [
        name,
        { name: 'born', type: 'date' },
        { name: 'secret', type: 'text', access: { read: () => false } },
        { name: 'kept', type: 'text', hidden: true },
      ],
      access,
      ...further,
    })
  const asked = async (rule: unknown, actor: Actor | undefined): Promise<unknown> =>
    (rule as (given: { req: PayloadRequest }) => unknown)({ req: requestOf(actor) })

  test('what is not granted is refused to everybody', async () => {
    const { access } = declared({})
    for (const operation of ['read', 'create', 'update', 'delete', 'readVersions', 'unlock'] as const)
      expect([operation, await asked(access?.[operation], person('committee', 'administrator'))]).toEqual([
        operation,
        false,
      ])
  })

  test('what is granted is asked of whoever acts, whom a request may not know', async () => {
    const { access } = declared({
      read: (actor) => actor.kind === 'person' && { id: { equals: actor.userId } },
      delete: (actor) => actor.kind === 'person',
    })
    expect(await asked(access?.read, person())).toEqual({ id: { equals: 'somebody' } })
    expect(await asked(access?.read, undefined)).toBe(false)
    expect([await asked(access?.delete, person()), await asked(access?.create, person())]).toEqual([true, false])
  })

  test('the panel is for whoever has a role beside that of a volunteer', async () => {
    const { access } = declared({})
    expect([
      await asked(access?.admin, person('volunteer')),
      await asked(access?.admin, person()),
      await asked(access?.admin, person('volunteer', 'trustee')),
      await asked(access?.admin, undefined),
    ]).toEqual([false, false, true, false])
    expect([
      mayEnterPanel(person('volunteer')),
      mayEnterPanel(person('trustee')),
      mayEnterPanel({ kind: 'system', reason: 'a test' }),
    ]).toEqual([false, true, false])
  })

  test('every side door is shut', () => {
    expect(declared({})).toMatchObject({
      disableDuplicate: true,
      disableBulkEdit: true,
      lockDocuments: false,
      enableQueryPresets: false,
      graphQL: false,
      versions: false,
      trash: false,
      endpoints: [],
    })
  })

  test('it stands in the menu where its area says, or not at all, and is searched by the words that everybody may read', () => {
    expect(declared({}).admin).toMatchObject({
      group: false,
      hidden: true,
      useAsTitle: 'id',
      hideAPIURL: true,
      listSearchableFields: ['name'],
    })
    const things = declared({}, { useAsTitle: 'name' })
    const [listed] = collectionsOf({
      areas: [{ name: 'made-up', records: [things], navigation: [{ under: 'People', place: 1, records: [things] }] }],
      headings: ['People'],
    })
    expect(listed?.admin).toMatchObject({ group: 'People', hidden: false, useAsTitle: 'name' })
  })

  test('it is audited and versioned unless told; its reads are recorded when told', () => {
    const [usual, quiet, sensitive] = [
      declared({}),
      declared({}, { audited: false, versioned: false }),
      declared({}, { nature: { ...nature, sensitive: true } }),
    ]
    const counts = ({ hooks }: ReturnType<typeof declared>) =>
      [hooks?.beforeOperation, hooks?.beforeChange, hooks?.afterChange, hooks?.afterDelete, hooks?.afterOperation].map(
        (list) => list?.length,
      )
    expect([counts(usual), counts(quiet), counts(sensitive)]).toEqual([
      [1, 1, 1, 1, 0],
      [1, 0, 0, 0, 0],
      [1, 1, 1, 1, 1],
    ])
    const names = ({ fields }: ReturnType<typeof declared>) =>
      fields.flatMap((field) => ('name' in field ? [field.name] : []))
    expect([names(usual).includes('rowVersion'), names(quiet).includes('rowVersion')]).toEqual([true, false])
  })

  test('one with a workflow holds its state, its actions, and what it lets be edited', async () => {
    const workflow = defineWorkflow<object, 'shut' | 'open'>('things', {
      noun: 'thing',
      states: { shut: 'Shut', open: 'Open' },
      initial: 'shut',
      stateField: 'position',
      locks: [],
      facts: async () => ({}),
      create: { label: 'Make', by: [], guards: [] },
      editable: { shut: ['name'] },
      transitions: { open: { label: 'Open', from: ['shut'], to: 'open', by: [], guards: [] } },
    })
    const things = declared({}, { workflow })
    const named = (name: string) => things.fields.find((field) => 'name' in field && field.name === name)
    expect(things.fields.flatMap((field) => ('name' in field ? [field.name] : []))).toEqual([
      'name',
      'born',
      'secret',
      'kept',
      'position',
      'rowVersion',
      'updatedAt',
      'createdAt',
    ])
    expect(named('position')).toMatchObject({
      type: 'select',
      index: true,
      required: true,
      defaultValue: 'shut',
      options: [
        { value: 'shut', label: 'Shut' },
        { value: 'open', label: 'Open' },
      ],
      custom: { engineOnly: true },
    })
    expect(things.custom.workflow).toBe(workflow)
    expect([
      things.hooks?.beforeChange?.length,
      things.hooks?.afterChange?.length,
      (things.endpoints as Endpoint[]).map(({ path, method }) => `${method} ${path}`),
    ]).toEqual([
      2,
      2,
      (workflowEndpoints({ slug: 'things', workflow }) as Endpoint[]).map(({ path, method }) => `${method} ${path}`),
    ])
    const isShownOpen = (field: string, position: unknown) =>
      (named(field) as TextField).access?.update?.({
        req: { user: {}, context: {} },
        doc: { position },
      } as never)
    expect([
      isShownOpen('name', 'shut'),
      isShownOpen('name', 'open'),
      isShownOpen('born', 'shut'),
      isShownOpen('born', undefined),
    ]).toEqual([true, false, false, true])
    const own: Endpoint = { path: '/own', method: 'get', handler: () => new Response() }
    const both = declared({}, { workflow, endpoints: [own] }).endpoints as Endpoint[]
    expect([both[0], both.length > 1, (declared({}, { endpoints: [own] }).endpoints as Endpoint[]).length]).toEqual([
      own,
      true,
      1,
    ])
  })

  test('one without a workflow asks what it was told to ask, and tells what it was told to tell', async () => {
    const counts = (further: Parameters<typeof declared>[1]) => {
      const { hooks } = declared({}, further)
      return [hooks?.beforeChange, hooks?.afterChange, hooks?.afterRead, hooks?.afterOperation].map(
        (list) => list?.length,
      )
    }
    expect([
      counts({}),
      counts({ mayStore: () => ({ allowed: true }) }),
      counts({ tells: () => [] }),
      counts({ title: { from: 'name', words: ({ from }) => from } }),
      counts({ besides: { name: 'more', of: async () => new Map() } }),
    ]).toEqual([
      [1, 1, 0, 0],
      [2, 1, 0, 0],
      [1, 2, 0, 0],
      [1, 1, 1, 0],
      [1, 1, 0, 1],
    ])
    const frozen = declared({}, { isFrozen: ({ kept }) => kept === 'for good' })
    const field = frozen.fields.find((one) => 'name' in one && one.name === 'name') as TextField
    const isShownOpen = (kept: string) =>
      field.access?.update?.({ req: { user: {}, context: {} }, doc: { kept } } as never)
    expect([isShownOpen('for good'), isShownOpen('a while')]).toEqual([false, true])
    const titled = declared({}, { title: { from: 'name', needs: ['born'], words: ({ from }) => from } })
    expect(titled.admin).toMatchObject({ useAsTitle: RECORD_TITLE })
    expect(titled.forceSelect).toMatchObject({ born: true })
  })

  test('what a list shows beside the fields is worked out for whoever lists it, once for the page', async () => {
    const asked: unknown[] = []
    const hook = besidesHook({
      name: 'more',
      of: async ({ work, ids }) => {
        asked.push([work.actor, ids])
        return new Map([['one', 'a word']])
      },
    })
    const payload = attached()
    const actor = person('committee')
    const shown = async (operation: string, overrideAccess: boolean, docs: unknown[]) =>
      (await hook({
        operation,
        overrideAccess,
        result: { docs, totalDocs: docs.length },
        req: { context: { actor }, user: null, payload },
      } as never)) as { docs: unknown[] }
    const docs = [{ id: 'one' }, { id: 'two' }]
    expect(await shown('find', false, docs)).toEqual({
      docs: [
        { id: 'one', more: 'a word' },
        { id: 'two', more: null },
      ],
      totalDocs: 2,
    })
    expect(asked).toEqual([[actor, ['one', 'two']]])
    expect([
      await shown('find', true, docs),
      await shown('findByID', false, docs),
      await shown('find', false, []),
    ]).toEqual([
      { docs, totalDocs: 2 },
      { docs, totalDocs: 2 },
      { docs: [], totalDocs: 0 },
    ])
    expect(asked).toHaveLength(1)
  })

  test('a field for some people alone is neither read nor written by others', async () => {
    const { access } = onlyFor(
      (actor) => actor.kind === 'person' && actor.roles.includes('committee'),
      name,
    ) as TextField
    for (const operation of ['read', 'create', 'update'] as const)
      expect([
        await asked(access?.[operation], person('committee')),
        await asked(access?.[operation], person('trustee')),
      ]).toEqual([true, false])
  })
})

describe('a field that only the software writes', () => {
  test('takes no word of anybody’s, keeps its own rule of reading, is in no form, and is validated once it is written', () => {
    const read = () => true
    const field = engineOnly({
      name: 'sentAt',
      type: 'date',
      access: { read },
      admin: { position: 'sidebar' },
      custom: { also: 1 },
    }) as Extract<Field, { name: string; type: 'date' }>
    expect(field.access?.read).toBe(read)
    expect([field.access?.create?.({} as never), field.access?.update?.({} as never)]).toEqual([false, false])
    expect(field.admin).toMatchObject({ position: 'sidebar', readOnly: true, date: { pickerAppearance: 'dayAndTime' } })
    expect(field.custom).toEqual({ also: 1, engineOnly: true })
    // A form names its operation, a save does not.
    const isAsked = (value: unknown, operation?: string) =>
      (field.admin?.condition as (data: unknown, siblings: unknown, more: { operation?: string }) => boolean)(
        {},
        { sentAt: value },
        { operation },
      )
    expect([
      isAsked('2026-03-03', 'update'),
      isAsked('2026-03-03', 'create'),
      isAsked('2026-03-03'),
      isAsked(undefined),
      isAsked(null),
      isAsked(''),
      isAsked(0),
    ]).toEqual([false, false, true, false, false, false, true])
    expect([isEngineOnly(field), isEngineOnly(name), isEngineOnly({ ...name, custom: { engineOnly: 'yes' } })]).toEqual(
      [true, false, false],
    )
    expect(engineOnly(name).admin).not.toHaveProperty('date')
  })

  const fields: Field[] = [
    name,
    engineOnly({ name: 'sentBy', type: 'relationship', relationTo: 'users' }),
    engineOnly({ name: 'times', type: 'number', defaultValue: 3 }),
    { type: 'row', fields: [{ name: 'inRow', type: 'text' }] },
    {
      type: 'tabs',
      tabs: [
        { name: 'tab', fields: [] },
        { label: 'Other', fields: [{ name: 'inTab', type: 'text' }] },
      ],
    },
    { name: 'shown', type: 'ui', admin: {} },
  ]
  const statusOf = async (attempt: () => void | Promise<void>): Promise<number | undefined> => {
    try {
      await attempt()
      return undefined
    } catch (problem) {
      return problemWithin(problem)?.status
    }
  }

  test('what is no field of the record is said, not dropped', async () => {
    expect(
      await statusOf(() =>
        refuseUnknown({
          data: { name: 'a', inRow: 'b', inTab: 'c', tab: {}, id: '1', createdAt: 'x', updatedAt: 'y', rowVersion: 2 },
          fields,
        }),
      ),
    ).toBeUndefined()
    for (const unknown of ['other', 'shown'])
      expect(await statusOf(() => refuseUnknown({ data: { name: 'a', [unknown]: 'x' }, fields }))).toBe(400)
  })

  const row = { sent_by_id: 'somebody', times: '4', created_at: '2026-03-01', id: 'one', row_version: '7' }
  test.each([
    [7, 'STATE'],
    ['7', 'STATE'],
    [undefined, 'STATE'],
    [null, 'STATE'],
    [6, 'SAVE'],
  ])('another person, from version %j of a record that stands at 7: %s', async (rowVersion, rule) => {
    const attempt = refuseProtected({
      table: 'things',
      id: 'one',
      data: { sentBy: 'another', rowVersion },
      fields,
      query: (async () => [row]) as never,
    })
    await expect(attempt).rejects.toMatchObject({ data: { rule } })
  })

  test.each<[string, Record<string, unknown>, string | undefined, number | undefined]>([
    ['its own value of a record that is there', { sentBy: 'somebody', times: 4, id: 'one' }, 'one', undefined],
    ['its own value with the record it names', { sentBy: { id: 'somebody' } }, 'one', undefined],
    ['another person', { sentBy: 'another' }, 'one', 409],
    ['another number', { times: 5 }, 'one', 409],
    ['another id', { id: 'two' }, 'one', 409],
    ['another day of making', { createdAt: '2026-03-02' }, 'one', 409],
    ['nothing of it', { name: 'a' }, 'one', undefined],
    ['the day of the last change, which Payload writes', { updatedAt: 'whenever' }, 'one', undefined],
    ['of a new record, what it begins with', { times: 3 }, undefined, undefined],
    ['of a new record, something else', { times: 4 }, undefined, 409],
    ['of a new record, somebody', { sentBy: 'somebody' }, undefined, 409],
    ['of a record that is not there', { sentBy: 'another' }, 'nowhere', undefined],
  ])('%s', async (_what, data, id, status) => {
    const query = (async (_statement: string, [asked]: unknown[]) => (asked === 'one' ? [row] : [])) as never
    expect(await statusOf(() => refuseProtected({ table: 'things', id, data, fields, query }))).toBe(status)
  })
})

describe('the version of a record', () => {
  const saved = (given: { operation: 'create' | 'update'; sent?: unknown; stored?: unknown }) => {
    try {
      return (
        rowVersionHook({
          operation: given.operation,
          data: { rowVersion: given.sent },
          originalDoc: given.stored === undefined ? undefined : { rowVersion: given.stored },
        } as never) as { rowVersion: number }
      ).rowVersion
    } catch (problem) {
      return problemWithin(problem)?.status
    }
  }
  test.each([
    [{ operation: 'create' as const, sent: 7 }, 1],
    [{ operation: 'update' as const, sent: 4, stored: 4 }, 5],
    [{ operation: 'update' as const, sent: '4', stored: 4 }, 5],
    [{ operation: 'update' as const, sent: 3, stored: 4 }, 409],
    [{ operation: 'update' as const, sent: 5, stored: 4 }, 409],
    [{ operation: 'update' as const, sent: undefined, stored: 4 }, 5],
    [{ operation: 'update' as const, sent: null, stored: 4 }, 5],
    [{ operation: 'update' as const, sent: 1 }, 2],
  ])('%j gives %s', (given, outcome) => {
    expect(saved(given)).toBe(outcome)
  })
})

describe('a field that a state freezes', () => {
  const frozen = shownFrozen({
    field: name,
    isFrozen: ({ record, field }) => record.state === 'done' && field === 'name',
  }) as TextField
  const update = (field: TextField, given: object) =>
    field.access?.update?.({ req: { user: { id: 'somebody' } }, ...given } as never)
  test('is shown as it stands, and left to the rules when it is saved', () => {
    expect([
      update(frozen, { doc: { state: 'open' } }),
      update(frozen, { doc: { state: 'done' } }),
      update(frozen, {}),
      update(frozen, { doc: { state: 'done' }, siblingData: {} }),
      update(frozen, { req: { user: null }, doc: { state: 'open' } }),
    ]).toEqual([true, false, true, true, false])
    const own = shownFrozen({ field: { ...name, access: { update: () => false } }, isFrozen: () => false }) as TextField
    expect(update(own, { doc: {} })).toBe(false)
    expect([isOnlyShownFrozen(frozen), isOnlyShownFrozen(own), isOnlyShownFrozen(name)]).toEqual([true, false, false])
  })

  test('is found within a row; what the software writes, and what holds nothing, stays as it is', () => {
    const engine = engineOnly({ name: 'sentAt', type: 'date' })
    const shown: Field = { name: 'shown', type: 'ui', admin: {} }
    const row = shownFrozen({ field: { type: 'row', fields: [name, engine, shown] }, isFrozen: () => true }) as Extract<
      Field,
      { type: 'row' }
    >
    expect(row.fields.map((field) => 'custom' in field && field.custom?.onlyShownFrozen === true)).toEqual([
      true,
      false,
      false,
    ])
    expect([row.fields[1], row.fields[2]]).toEqual([engine, shown])
  })
})

describe('what Payload adds by itself', () => {
  const endpoint = (
    path: string,
    method: Endpoint['method'] = 'post',
    handler: Endpoint['handler'] = async () => Response.json({ path }),
  ): Endpoint => ({ path, method, handler })
  const signIn = [
    '/forgot-password',
    '/init',
    '/login',
    '/logout',
    '/first-register',
    '/reset-password',
    '/unlock',
    '/verify/:id',
  ]
  const open = () => true
  const config = (): SanitizedConfig =>
    ({
      jobs: {},
      collections: [
        {
          slug: 'users',
          auth: {},
          access: {},
          endpoints: [
            ...signIn.map((path) => endpoint(path)),
            endpoint('/me', 'get', async () => Response.json({ me: true })),
            endpoint('/refresh-token', 'post', async () => Response.json({ token: 'fresh' })),
            endpoint('/other'),
          ],
        },
        {
          slug: 'payload-locked-documents',
          access: {
            read: open,
            create: open,
            update: open,
            delete: open,
            readVersions: open,
            unlock: open,
            admin: open,
          },
          endpoints: [endpoint('/:id')],
        },
        {
          slug: 'payload-preferences',
          access: { read: open, create: open, update: open, delete: open, readVersions: open },
          endpoints: [
            endpoint('/:key', 'get', async (req) => Response.json(req.context.stored === true ? { id: 1 } : {})),
            endpoint('/:key', 'post'),
            endpoint('/:key', 'delete', async () => Response.json({ removed: true })),
            endpoint('/:id', 'get'),
          ],
        },
      ],
    }) as unknown as SanitizedConfig
  const closed = async () => {
    const { collections, jobs } = await closeInternals(Promise.resolve(config()))
    const [users, locks, preferences] = collections
    if (!users || !locks || !preferences) throw new Error('Three collections were given.')
    return { users, locks, preferences, jobs }
  }
  const endpointsOf = (collection: { endpoints: false | Omit<Endpoint, 'root'>[] }) => collection.endpoints || []

  test('signs nobody in or out; a fresh token is nobody’s, and whoever asks for it is told who they are', async () => {
    const { users } = await closed()
    expect(endpointsOf(users).map(({ path }) => path)).toEqual(['/me', '/refresh-token', '/other'])
    const refresh = endpointsOf(users).find(({ path }) => path === '/refresh-token')
    expect(await (await refresh?.handler(requestOf(person())))?.json()).toEqual({ me: true })
    await expect((async () => refresh?.handler(requestOf(undefined)))()).rejects.toThrow()
  })

  test('its own collections are shut, but for each person’s own preferences', async () => {
    const { locks, preferences, jobs } = await closed()
    for (const operation of ['read', 'create', 'update', 'delete', 'readVersions', 'unlock', 'admin'] as const)
      expect([
        operation,
        await locks.access[operation]?.({ req: requestOf(person('administrator')) } as never),
      ]).toEqual([operation, false])
    expect(locks).toMatchObject({ endpoints: [], disableBulkEdit: true, disableDuplicate: true })
    expect(['read', 'update', 'delete'].map((operation) => preferences.access[operation as 'read'])).toEqual([
      open,
      open,
      open,
    ])
    for (const operation of ['create', 'readVersions', 'unlock'] as const)
      expect(await preferences.access[operation]?.({ req: requestOf(person('administrator')) } as never)).toBe(false)
    expect(Object.values(jobs.access ?? {}).map((rule) => (rule as () => unknown)())).toEqual([false, false, false])
    expect(Object.keys(jobs.access ?? {}).sort()).toEqual(['cancel', 'queue', 'run'])
  })

  test('preferences are for those who have a panel, and removing what is not there is said to be so', async () => {
    const { preferences } = await closed()
    const own = endpointsOf(preferences)
    expect(own.map(({ path, method }) => [path, method])).toEqual([
      ['/:key', 'get'],
      ['/:key', 'post'],
      ['/:key', 'delete'],
    ])
    const asked = async (method: string, actor: Actor, stored: boolean): Promise<unknown> => {
      try {
        return await (
          await own
            .find((each) => each.method === method)
            ?.handler({ context: { actor, stored } } as unknown as PayloadRequest)
        )?.json()
      } catch (problem) {
        return problemWithin(problem)?.status
      }
    }
    expect([
      await asked('get', person('trustee'), true),
      await asked('get', person('volunteer'), true),
      await asked('post', person('volunteer'), true),
    ]).toEqual([{ id: 1 }, 403, 403])
    expect([
      await asked('delete', person('trustee'), true),
      await asked('delete', person('trustee'), false),
      await asked('post', person('trustee'), false),
    ]).toEqual([{ removed: true }, 404, { path: '/:key' }])
  })
})

test('the software says why it acts for itself, and is kept for the audit where nobody else acts', () => {
  const workOf = (actor: Actor): Work => ({ req: { context: {} }, actor }) as unknown as Work
  expect(() => asSystem(workOf(person()), { reason: '' })).toThrow('Say why')
  const [unknown, known] = [workOf({ kind: 'anonymous' }), workOf(person())]
  asSystem(unknown, { reason: 'a test' })
  asSystem(known, { reason: 'a test' })
  expect([unknown.req.context.actor, known.req.context.actor]).toEqual([
    { kind: 'system', reason: 'a test' },
    undefined,
  ])
})

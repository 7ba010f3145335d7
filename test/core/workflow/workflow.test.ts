// What a declaration of a workflow becomes: who is offered what, what is refused, what is written, locked and caused.
// No database.
import { describe, expect, test } from '@jest/globals'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import type { Actor } from '../../../src/core/access/actor.ts'
import type { Work } from '../../../src/core/access/work.ts'
import { allowed, refused } from '../../../src/core/errors/refusal.ts'
import { workflowDiagram } from '../../../src/core/workflow/diagram.ts'
import { saidOf } from '../../../src/core/workflow/endpoints.ts'
import {
  defineWorkflow,
  type Guard,
  type RecordData,
  type WorkflowDeclaration,
} from '../../../src/core/workflow/workflow.ts'

type Facts = { owner: string; complete: boolean }

const person = (userId: string): Actor => ({
  kind: 'person',
  userId,
  name: 'Quinn Invented',
  roles: [],
  designations: [],
  worksInPanel: true,
  profiles: {},
  provenAt: new Date('2026-03-03T12:00:00Z'),
})
const now = new Date('2026-03-03T12:00:00Z')
const owner: Guard<Facts> = (facts, { actor }) =>
  actor.kind === 'person' && actor.userId === facts.owner
    ? allowed
    : refused({ rule: 'OWN', reason: 'Not yours.', nextStep: 'Ask.' })
const complete: Guard<Facts> = ({ complete: is }) =>
  is ? allowed : refused({ rule: 'WHOLE', reason: 'Something is missing.', nextStep: 'Fill it in.' })

/** A door that is opened, shut, and locked by itself; `heard` is what the effects were told, in order. */
const aDoor = (changes: Partial<WorkflowDeclaration<Facts, 'shut' | 'open' | 'locked'>> = {}) => {
  const heard: string[] = []
  const turns: unknown[] = []
  let loads = 0
  const hears =
    (what: string) =>
    async ({ record, input }: { record: RecordData; input: Record<string, unknown> }) =>
      void heard.push(`${what} ${String(record.id)} ${String(input.word ?? record.word ?? '')}`.trim())
  const workflow = defineWorkflow<Facts, 'shut' | 'open' | 'locked'>('front-doors', {
    noun: 'door',
    states: { shut: 'Shut', open: 'Open', locked: 'Locked' },
    initial: 'shut',
    stateField: 'position',
    watched: [
      { field: 'keeper', collection: 'people' },
      { field: 'guest', collection: 'people' },
    ],
    locks: [{ field: 'frontHouse', collection: 'houses' }],
    facts: async ({ record }) => {
      loads += 1
      return { owner: String(record.owner ?? ''), complete: record.complete === true }
    },
    create: {
      label: 'Hang',
      by: [owner],
      guards: [complete],
      set: ({ facts, now: at }) => ({ hungBy: facts.owner, hungAt: at.toISOString() }),
      effects: [hears('hung')],
      completes: async () => ({ colour: 'green', word: 'found' }),
    },
    editable: { shut: ['colour'] },
    transitions: {
      open: {
        label: 'Open it',
        from: ['shut'],
        to: 'open',
        by: [owner],
        guards: [complete],
        input: z.object({ word: z.string() }),
        set: ({ input }) => ({ word: input.word }),
        before: [hears('before')],
        effects: [hears('opened'), hears('told')],
        takesTurns: 'doors',
        grave: true,
      },
      shut: { label: 'Shut it', from: ['open'], to: 'shut', by: [], guards: [] },
      lock: { label: 'Locks by itself', from: ['shut', 'open'], to: 'locked', by: [], guards: [], automatic: true },
      lockTelling: {
        label: 'Locks and tells',
        from: ['shut'],
        to: 'locked',
        by: [],
        guards: [],
        effects: [hears('locked')],
        automatic: true,
      },
      lockSetting: {
        label: 'Locks and writes',
        from: ['shut'],
        to: 'locked',
        by: [],
        guards: [],
        set: ({ facts }) => ({ by: facts.owner }),
        automatic: true,
      },
      lockAsking: {
        label: 'Locks if whole',
        from: ['shut'],
        to: 'locked',
        by: [],
        guards: [complete],
        automatic: true,
      },
      lockPreparing: {
        label: 'Locks after something',
        from: ['shut'],
        to: 'locked',
        by: [],
        guards: [],
        before: [hears('first')],
        automatic: true,
      },
    },
    ...changes,
  })
  const workOf = (actor: Actor): Work => ({
    actor,
    now,
    query: (async (...asked: unknown[]) => void turns.push(asked)) as never,
    req: {} as PayloadRequest,
  })
  return {
    workflow,
    heard,
    turns,
    loads: () => loads,
    workOf,
    mine: workOf(person('me')),
    software: workOf({ kind: 'system', reason: 'a test' }),
  }
}
const record = (changes: RecordData = {}): RecordData => ({
  id: 'one',
  position: 'shut',
  owner: 'me',
  complete: true,
  ...changes,
})

describe('a new record', () => {
  test('is refused by the first guard that has something against it, who before what', async () => {
    const { workflow, workOf, mine } = aDoor()
    expect(
      await workflow.decideCreate({ work: workOf(person('another')), record: record({ complete: false }) }),
    ).toMatchObject({ allowed: false, rule: 'OWN' })
    expect(await workflow.decideCreate({ work: mine, record: record({ complete: false }) })).toMatchObject({
      allowed: false,
      rule: 'WHOLE',
    })
  })

  test('begins in the first state, with what the software fills in, and then causes what follows', async () => {
    const { workflow, mine, heard } = aDoor()
    const decided = await workflow.decideCreate({ work: mine, record: record({ word: 'hello' }) })
    if ('allowed' in decided) throw new Error('Nothing stands against it.')
    expect(decided.patch).toEqual({ hungBy: 'me', hungAt: now.toISOString(), position: 'shut' })
    await decided.prepare?.()
    expect(heard).toEqual([])
    await decided.cause({ id: 'stored' })
    expect(heard).toEqual(['hung stored hello'])
  })

  test('needs neither fields nor effects', async () => {
    const { workflow, mine } = aDoor({ create: { label: 'Hang', by: [], guards: [] } })
    const decided = await workflow.decideCreate({ work: mine, record: {} })
    if ('allowed' in decided) throw new Error('Nothing stands against it.')
    expect(decided.patch).toEqual({ position: 'shut' })
    await decided.cause({})
    expect(await workflow.completed({ query: mine.query, record: { colour: 'red' } })).toEqual({ colour: 'red' })
  })

  test.each([
    [{}, { colour: 'green', word: 'found' }],
    [{ colour: 'red' }, { colour: 'red', word: 'found' }],
    [
      { colour: '', word: null },
      { colour: 'green', word: 'found' },
    ],
    [
      { colour: undefined, size: 2 },
      { colour: 'green', word: 'found', size: 2 },
    ],
    [
      { colour: 0, word: false },
      { colour: 0, word: false },
    ],
  ])('%j is completed to %j', async (given, whole) => {
    const { workflow, mine } = aDoor()
    expect(await workflow.completed({ query: mine.query, record: given })).toEqual(whole)
  })
})

describe('an edit', () => {
  test('is asked what a new record is asked', async () => {
    const { workflow, workOf, mine } = aDoor()
    const edits = [
      { work: workOf(person('another')), record: record() },
      { work: mine, record: record({ complete: false }) },
      { work: mine, record: record() },
    ]
    expect(await Promise.all(edits.map((edit) => workflow.decideEdit({ ...edit, before: record() })))).toMatchObject([
      { rule: 'OWN' },
      { rule: 'WHOLE' },
      { patch: {} },
    ])
  })

  test('may fill in what the software writes, of what stood there before, and then causes what follows', async () => {
    const { workflow, mine, heard } = aDoor({
      edit: {
        set: ({ before, input, actor }) => ({ was: before.colour, is: input.colour, by: actor.kind }),
        effects: [({ record: stored }) => Promise.resolve(void heard.push(`edited ${String(stored.id)}`))],
      },
    })
    const decided = await workflow.decideEdit({
      work: mine,
      record: record({ colour: 'red' }),
      before: record({ colour: 'green' }),
    })
    if ('allowed' in decided) throw new Error('Nothing stands against it.')
    expect([decided.patch, heard]).toEqual([{ was: 'green', is: 'red', by: 'person' }, []])
    await decided.cause({ id: 'stored' })
    expect(heard).toEqual(['edited stored'])
  })

  test('reaches the fields that its state names, and no others', () => {
    const { workflow } = aDoor()
    expect([workflow.editableIn('shut'), workflow.editableIn('open'), workflow.editableIn('nowhere')]).toEqual([
      ['colour'],
      [],
      [],
    ])
  })
})

describe('a step', () => {
  test.each<[string, Actor, string, RecordData, string]>([
    ['that is not declared', person('me'), 'paint', {}, 'STATE'],
    ['from another state', person('me'), 'open', { position: 'open' }, 'STATE'],
    ['from no state', person('me'), 'open', { position: undefined }, 'STATE'],
    ['of somebody else', person('another'), 'open', {}, 'OWN'],
    ['of an unfinished record', person('me'), 'open', { complete: false }, 'WHOLE'],
    ['of the software’s own, asked for by a person', person('me'), 'lock', {}, 'STATE'],
    [
      'of the software’s own, whose guard refuses',
      { kind: 'system', reason: 'a test' },
      'lockAsking',
      { complete: false },
      'WHOLE',
    ],
  ])('%s is refused', async (_what, actor, action, changes, rule) => {
    const { workflow, workOf } = aDoor()
    expect(await workflow.decide({ work: workOf(actor), record: record(changes), action, input: {} })).toMatchObject({
      allowed: false,
      rule,
    })
  })

  test('says in plain words where the record stands now', async () => {
    const { workflow, mine } = aDoor()
    expect(
      await workflow.decide({ work: mine, record: record({ position: 'open' }), action: 'open', input: {} }),
    ).toMatchObject({ reason: expect.stringContaining('This door is now “Open”') })
    expect(
      await workflow.decide({ work: mine, record: record({ position: 'gone' }), action: 'open', input: {} }),
    ).toMatchObject({ reason: expect.stringContaining('This door is now “gone”') })
  })

  test('prepares, writes its state and fields, and causes what follows, in that order', async () => {
    const { workflow, mine, heard, turns } = aDoor()
    const decided = await workflow.decide({ work: mine, record: record(), action: 'open', input: { word: 'sesame' } })
    if ('allowed' in decided) throw new Error('Nothing stands against it.')
    expect(turns).toEqual([['select pg_advisory_xact_lock(hashtext($1))', ['doors']]])
    expect(decided.patch).toEqual({ word: 'sesame', position: 'open' })
    expect(heard).toEqual([])
    await decided.prepare?.()
    await decided.cause({ id: 'stored' })
    expect(heard).toEqual(['before one sesame', 'opened stored sesame', 'told stored sesame'])
  })

  test('may do nothing but change the state; then nothing waits its turn', async () => {
    const { workflow, mine, heard, turns } = aDoor()
    const decided = await workflow.decide({
      work: mine,
      record: record({ position: 'open' }),
      action: 'shut',
      input: {},
    })
    if ('allowed' in decided) throw new Error('Nothing stands against it.')
    await decided.prepare?.()
    await decided.cause({})
    expect([decided.patch, heard, turns]).toEqual([{ position: 'shut' }, [], []])
  })

  test.each([
    ['lock', 0],
    ['lockTelling', 1],
    ['lockSetting', 1],
    ['lockAsking', 1],
    ['lockPreparing', 1],
  ])('%s of the software’s own loads its facts %s times', async (action, times) => {
    const { workflow, software, loads } = aDoor()
    expect(await workflow.decide({ work: software, record: record(), action, input: {} })).toMatchObject({
      patch: { position: 'locked' },
    })
    expect(loads()).toBe(times)
  })

  test('asks for what it needs to be told', () => {
    const { workflow } = aDoor()
    expect([
      workflow.inputOf('open')?.safeParse({ word: 'x' }).success,
      workflow.inputOf('open')?.safeParse({}).success,
      workflow.inputOf('shut'),
      workflow.inputOf('paint'),
    ]).toEqual([true, false, undefined, undefined])
  })
})

describe('what is offered', () => {
  test('is what leads on from here and is theirs, with what still stands in the way', async () => {
    const { workflow, mine, workOf } = aDoor()
    expect(await workflow.offered({ work: mine, record: record({ complete: false }) })).toMatchObject([
      { name: 'open', label: 'Open it', grave: true, blockers: [{ rule: 'WHOLE' }] },
    ])
    expect(await workflow.offered({ work: mine, record: record() })).toMatchObject([{ name: 'open', blockers: [] }])
    expect(await workflow.offered({ work: workOf(person('another')), record: record() })).toEqual([])
    expect(await workflow.offered({ work: mine, record: record({ position: 'open' }) })).toMatchObject([
      { name: 'shut', grave: false, input: undefined },
    ])
    expect(await workflow.offered({ work: mine, record: record({ position: 'locked' }) })).toEqual([])
  })

  test('stands for several records as for each alone, in their order', async () => {
    const { workflow, mine } = aDoor()
    const records = [record(), record({ owner: 'another' }), record({ complete: false })]
    const obstacles = await workflow.obstacles({ work: mine, records, action: 'open' })
    expect(obstacles.map(({ isTheirs, blockers }) => [isTheirs, blockers.map(({ rule }) => rule)])).toEqual([
      [true, []],
      [false, []],
      [true, ['WHOLE']],
    ])
    expect(await workflow.obstacles({ work: mine, records, action: 'paint' })).toMatchObject(
      records.map(() => ({ isTheirs: false, blockers: [{ rule: 'STATE' }] })),
    )
    expect(await workflow.obstacles({ work: mine, records: [], action: 'open' })).toEqual([])
    const together = aDoor({
      factsOfMany: async ({ records: all }) => all.map(() => ({ owner: 'me', complete: true })),
    })
    expect(
      (await together.workflow.obstacles({ work: together.mine, records, action: 'open' })).map(
        ({ isTheirs, blockers }) => isTheirs && blockers.length === 0,
      ),
    ).toEqual([true, true, true])
    expect(together.loads()).toBe(0)
  })
})

describe('what is locked', () => {
  const targets = (...pairs: Array<[string, string]>) => pairs.map(([collection, id]) => ({ collection, id }))
  test('is what is watched, the smaller id first and each once, then the others; a step of the software’s own leaves what is watched alone', () => {
    const { workflow } = aDoor()
    const whole = { keeper: 'b', guest: 'a', frontHouse: 'h' }
    expect(workflow.lockPlanOf(whole)).toEqual(targets(['people', 'a'], ['people', 'b'], ['houses', 'h']))
    expect(workflow.lockPlanOf(whole, 'open')).toEqual(workflow.lockPlanOf(whole))
    expect(workflow.lockPlanOf(whole, 'lock')).toEqual(targets(['houses', 'h']))
    expect(workflow.lockPlanOf({ keeper: 'a', guest: 'a' })).toEqual(targets(['people', 'a']))
    expect(workflow.lockPlanOf({ keeper: null, frontHouse: 7 })).toEqual([])
    expect(workflow.locked.map(({ field }) => field)).toEqual(['keeper', 'guest', 'frontHouse'])
  })

  test('is nothing where nothing is to be locked, and nothing is asked then', async () => {
    const asked: unknown[] = []
    const execute = async (statement: unknown) => {
      asked.push(statement)
      return { rows: [] }
    }
    const req = { transactionID: undefined, payload: { db: { pool: { query: execute } } } } as unknown as PayloadRequest
    const { workflow } = aDoor({ watched: [], locks: [] })
    expect([await workflow.lockPlan({ req, id: 'one' }), asked]).toEqual([[], []])
  })
})

test('the picture of it shows each step from each of its states', () => {
  const { workflow } = aDoor({ states: { shut: 'Shut', open: 'Open', locked: 'Locked' } })
  expect(workflowDiagram(workflow).split('\n').slice(0, 8)).toEqual([
    'stateDiagram-v2',
    '  state "Shut" as shut',
    '  state "Open" as open',
    '  state "Locked" as locked',
    '  [*] --> shut',
    '  shut --> open: Open it',
    '  open --> shut: Shut it',
    '  shut --> locked: Locks by itself',
  ])
  expect(
    workflowDiagram({
      ...workflow,
      states: { 'to-do': 'To do' },
      initial: 'to-do',
      diagram: [{ action: 'go', label: 'Go', from: ['to-do'], to: 'all-done' }],
    }),
  ).toContain('  to_do --> all_done: Go')
})

test('whoever took a step is told how the record stands now, in the words of its states', () => {
  const workflow = { noun: 'meeting', states: { confirmed: 'Confirmed' }, stateField: 'status' }
  expect(saidOf({ workflow, record: { status: 'confirmed' } })).toBe('Done. This meeting now stands at “Confirmed”.')
  expect(saidOf({ workflow, record: { status: 'elsewhere' } })).toBe('Done. This meeting now stands at “elsewhere”.')
})

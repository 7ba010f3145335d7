import type { PayloadRequest } from 'payload'
import type { z } from 'zod'
import type { Actor } from '../access/actor.ts'
import type { Work } from '../access/work.ts'
import { queryOf } from '../database/transaction.ts'
import { tableOf, type Query } from '../database/query.ts'
import type { LockTarget } from '../database/locks.ts'
import { firstRefusal, refusalsAmong, refused, type Decision, type Refused } from '../errors/refusal.ts'

/** A record as Payload keeps it, with the ids of related records. */
export type RecordData = Record<string, unknown> & { id?: string; status?: string }

/** What a guard is asked about, beside the facts: who, when, and what they typed. */
export type Asked = { actor: Actor; now: Date; input: Record<string, unknown> }

/** A pure rule: given the facts, may this be done? */
export type Guard<Facts> = (facts: Facts, asked: Asked) => Decision

/** Something that an action causes, in the same transaction. */
export type Effect<Facts> = (given: {
  work: Work
  record: RecordData
  facts: Facts
  input: Record<string, unknown>
}) => Promise<void>

/** One action on a record. */
export type Transition<Facts, State extends string> = {
  /** What the button says. */
  label: string
  from: readonly State[]
  to: State
  /** Who may: when one of these refuses, the button is not shown. */
  by: ReadonlyArray<Guard<Facts>>
  /** What must hold: when one of these refuses, the button shows why. */
  guards: ReadonlyArray<Guard<Facts>>
  /** What must be typed. */
  input?: z.ZodObject
  /** Further fields that the action writes. */
  set?: (given: { facts: Facts } & Asked) => Record<string, unknown>
  /** What must happen before the record is written, in the same transaction: freeing the place that it takes. */
  before?: ReadonlyArray<Effect<Facts>>
  effects?: ReadonlyArray<Effect<Facts>>
  /**
   * Where a guard asks about the whole programme (is there room for one more?), no lock of a single record holds what
   * it is told: such steps wait for one another, by this name, before the facts are loaded.
   */
  takesTurns?: string
  /** A grave step is shown as one. */
  grave?: boolean
  /** Takes the right address of whom the record writes to, as `email`, and writes to them again. */
  correctsAddress?: boolean
  /** What follows at once beside the record itself, a sentence each: named to people before they take the step. */
  follows?: (given: { work: Work; record: RecordData; facts: Facts }) => Promise<readonly string[]>
  /** Only the software takes this step; nobody is offered it. */
  automatic?: boolean
}

/** A field that links to a record to lock. */
type LockedField = { field: string; collection: string }

/** The whole life of one kind of record, as data. */
export type WorkflowDeclaration<Facts, State extends string> = {
  /** What one record is called in a sentence: "meeting". */
  noun: string
  states: Readonly<Record<State, string>>
  initial: State
  /** The field in which the state is kept; “status” unless told. */
  stateField?: string
  /**
   * Records whose own changes ask the guards of this kind of record again (a volunteer, whose vetting may lapse). They
   * are locked before all others, so that no guard is asked on facts that are changing beside it. A step that asks no
   * guard leaves them alone.
   */
  watched?: ReadonlyArray<LockedField>
  /** Records locked before this one, in the order of the house: child, then match. */
  locks: ReadonlyArray<LockedField>
  /** Loads, once, everything that the guards ask about. */
  facts: (given: { work: Work; record: RecordData }) => Promise<Facts>
  /**
   * The same for several records at once, in their order, in as many statements as for one: what queues ask, and what
   * is asked of records that are stored together.
   */
  factsOfMany?: (given: { work: Work; records: readonly RecordData[] }) => Promise<Facts[]>
  create: {
    label: string
    /**
     * What follows from the given fields and need not be typed, found before anything is locked or asked. What was
     * given stays.
     */
    completes?: (given: { query: Query; record: Record<string, unknown> }) => Promise<Record<string, unknown>>
    by: ReadonlyArray<Guard<Facts>>
    guards: ReadonlyArray<Guard<Facts>>
    /** Fields that the software fills in. */
    set?: (given: { facts: Facts } & Asked) => Record<string, unknown>
    effects?: ReadonlyArray<Effect<Facts>>
  }
  /** Which fields may be edited in which state; all others are frozen. */
  editable: Readonly<Partial<Record<State, readonly string[]>>>
  /** What follows from an edit, in the same transaction. `before` is the record as it stood, `input` as it was sent. */
  edit?: {
    set?: (given: { facts: Facts; before: RecordData } & Asked) => Record<string, unknown>
    effects?: ReadonlyArray<Effect<Facts>>
  }
  transitions: Readonly<Record<string, Transition<Facts, State>>>
}

/** A step that is about to be taken: what must happen first, what it writes, and what it causes afterwards. */
export type DecidedStep = {
  prepare?: () => Promise<void>
  patch: Record<string, unknown>
  cause: (record: RecordData) => Promise<void>
}

/** A button: what it is called, what still stands in its way, what it asks for. */
export type OfferedAction = {
  name: string
  label: string
  grave: boolean
  blockers: Refused[]
  input: z.ZodObject | undefined
  /** What follows at once beside the record itself, where the step says so. */
  follows?: readonly string[]
}

/**
 * How one action stands on one record: whether this person is one of those who take it, and what still stands in its
 * way.
 */
type Obstacles = { isTheirs: boolean; blockers: Refused[] }

/** The facts about one record; what they are is known to its workflow alone. */
export type LoadedFacts = { readonly facts: unknown }

/**
 * A step as it stands on given facts: who is refused it, what stands in its way, and what it writes. Of this alone it
 * hangs whether it is taken; the facts are all that the database adds.
 */
type StepOnFacts = { by: Refused[]; guards: Refused[]; writes: () => Record<string, unknown> }

/** A workflow ready for use: the facts' type is closed away inside. */
export type Workflow = {
  collection: string
  noun: string
  states: Readonly<Record<string, string>>
  initial: string
  /** The field in which the state is kept. */
  stateField: string
  diagram: ReadonlyArray<{ action: string; label: string; from: readonly string[]; to: string }>
  editableIn: (state: string) => readonly string[]
  /** The fields whose records are locked before this one: what is watched, then the others. */
  locked: readonly LockedField[]
  /**
   * What to lock before the stored record itself, in order, for an action or (none named) for an edit; `data` is what
   * the edit brings: whom it names newly is locked too.
   */
  lockPlan: (given: {
    req: PayloadRequest
    id: string
    action?: string
    data?: Record<string, unknown>
  }) => Promise<LockTarget[]>
  /** The same for a record as given. */
  lockPlanOf: (record: Record<string, unknown>, action?: string) => LockTarget[]
  /** The given fields of a new record with those that follow from them. */
  completed: (given: { query: Query; record: Record<string, unknown> }) => Promise<Record<string, unknown>>
  /** Everything that the guards ask about several records, loaded together, in their order: for `decideCreate`. */
  loadFacts: (given: { work: Work; records: readonly RecordData[] }) => Promise<LoadedFacts[]>
  /**
   * May a record with these fields be made? Throws nothing: gives the refusal, or what follows from making it. `known`
   * is what `loadFacts` gave for it; loaded now where it is left out.
   */
  decideCreate: (given: { work: Work; record: RecordData; known?: LoadedFacts }) => Promise<Refused | DecidedStep>
  /**
   * May the record take these edited fields in the state that it is in? Gives the refusal, or what follows from the
   * edit.
   */
  decideEdit: (given: { work: Work; record: RecordData; before: RecordData }) => Promise<Refused | DecidedStep>
  decide: (given: {
    work: Work
    record: RecordData
    action: string
    input: Record<string, unknown>
  }) => Promise<Refused | DecidedStep>
  offered: (given: { work: Work; record: RecordData }) => Promise<OfferedAction[]>
  /**
   * Whether one action is this person's on each of several records, and what stands in its way, in their order: by the
   * same guards, with the facts loaded together.
   */
  obstacles: (given: { work: Work; records: readonly RecordData[]; action: string }) => Promise<Obstacles[]>
  /**
   * An action, or “create”, on facts as given, without the database. Throws where there is no such step; whether the
   * facts are those of this workflow is for the caller to know.
   */
  onFacts: (given: { step: string; facts: unknown } & Asked) => StepOnFacts
  inputOf: (action: string) => z.ZodObject | undefined
  /** The actions that put an address right and write again. */
  correctsAddress: readonly string[]
}

/** How a request's context names the record whose step is being written. */
export const stepOf = ({ collection, id }: { collection: string; id: string }): string => `${collection}:${id}`

/** Turns a declaration into the one thing that hooks, endpoints, buttons, pages and documents use. */
export const defineWorkflow = <Facts, State extends string>(
  collection: string,
  declaration: WorkflowDeclaration<Facts, State>,
): Workflow => {
  const { noun, states, stateField = 'status', watched = [], locks, create, transitions } = declaration
  const entries = Object.entries(transitions) as Array<[string, Transition<Facts, State>]>
  const transitionOf = (action: string) => entries.find(([name]) => name === action)?.[1]
  const asked = ({ work, input }: { work: Work; input: Record<string, unknown> }): Asked => ({
    actor: work.actor,
    now: work.now,
    input,
  })
  const factsOf = async ({ work, records }: { work: Work; records: readonly RecordData[] }): Promise<Facts[]> => {
    if (declaration.factsOfMany) return declaration.factsOfMany({ work, records })
    const facts: Facts[] = []
    for (const record of records) facts.push(await declaration.facts({ work, record }))
    return facts
  }
  const planOf = ({
    records,
    action,
  }: {
    records: ReadonlyArray<Record<string, unknown>>
    action?: string
  }): LockTarget[] => {
    const asksGuards = action === undefined || !transitionOf(action)?.automatic
    const targets = (fields: readonly LockedField[]): LockTarget[] =>
      eachOnce(records.flatMap((record) => targetsIn({ fields, record })))
    return [...(asksGuards ? inOrderOfId(targets(watched)) : []), ...targets(locks)]
  }
  const lockPlanOf = (record: Record<string, unknown>, action?: string): LockTarget[] =>
    planOf({ records: [record], action })
  const onFacts: Workflow['onFacts'] = ({ step, facts, ...question }) => {
    const asking = step === 'create' ? create : transitionOf(step)
    if (!asking) throw new Error(`There is no step “${step}” of ${collection}.`)
    const refusals = (guards: ReadonlyArray<Guard<Facts>>) =>
      refusalsAmong(guards.map((guard) => guard(facts as Facts, question)))
    return {
      by: refusals(asking.by),
      guards: refusals(asking.guards),
      writes: () => asking.set?.({ facts: facts as Facts, ...question }) ?? {},
    }
  }

  return {
    collection,
    noun,
    states,
    initial: declaration.initial,
    stateField,
    diagram: entries.map(([action, { label, from, to }]) => ({ action, label, from, to })),
    editableIn: (state) => new Map<string, readonly string[]>(Object.entries(declaration.editable)).get(state) ?? [],
    inputOf: (action) => transitionOf(action)?.input,
    correctsAddress: entries.filter(([, transition]) => transition.correctsAddress).map(([action]) => action),
    locked: [...watched, ...locks],
    lockPlanOf,
    lockPlan: async ({ req, id, action, data }) => {
      if (watched.length + locks.length === 0) return []
      const columns = [...watched, ...locks].map(({ field }) => `${columnName(field)}_id as "${field}"`).join(', ')
      const [row] = await queryOf(req)(`select ${columns} from "${tableOf(collection)}" where id = $1`, [id])
      return planOf({ records: [row ?? {}, ...(data ? [{ ...row, ...data }] : [])], action })
    },
    completed: async ({ query, record }) => {
      const found = (await create.completes?.({ query, record })) ?? {}
      return { ...record, ...Object.fromEntries(Object.entries(found).filter(([field]) => isEmpty(record[field]))) }
    },
    loadFacts: async ({ work, records }) => (await factsOf({ work, records })).map((facts) => ({ facts })),
    decideCreate: async ({ work, record, known }) => {
      const facts = known ? (known.facts as Facts) : await declaration.facts({ work, record })
      const question = asked({ work, input: record })
      const decision = firstRefusal([...create.by, ...create.guards].map((guard) => guard(facts, question)))
      if (!decision.allowed) return decision
      return {
        patch: { ...create.set?.({ facts, ...question }), [stateField]: declaration.initial },
        cause: async (stored) => {
          for (const effect of create.effects ?? []) await effect({ work, record: stored, facts, input: record })
        },
      }
    },
    decideEdit: async ({ work, record, before }) => {
      const facts = await declaration.facts({ work, record })
      const question = asked({ work, input: record })
      const decision = firstRefusal([...create.by, ...create.guards].map((guard) => guard(facts, question)))
      if (!decision.allowed) return decision
      return {
        patch: declaration.edit?.set?.({ facts, before, ...question }) ?? {},
        cause: async (stored) => {
          for (const effect of declaration.edit?.effects ?? [])
            await effect({ work, record: stored, facts, input: record })
        },
      }
    },
    decide: async ({ work, record, action, input }) => {
      const transition = transitionOf(action)
      if (!transition || (transition.automatic && work.actor.kind !== 'system')) return noSuchAction(noun)
      const state = String(record[stateField])
      if (!(transition.from as readonly string[]).includes(state))
        return alreadyElsewhere({ noun, state: states[state as State] ?? state })
      if (transition.takesTurns) await work.query('select pg_advisory_xact_lock(hashtext($1))', [transition.takesTurns])
      const facts = asksNothing(transition) ? ({} as Facts) : await declaration.facts({ work, record })
      const question = asked({ work, input })
      const decision = firstRefusal([...transition.by, ...transition.guards].map((guard) => guard(facts, question)))
      if (!decision.allowed) return decision
      const { before = [] } = transition
      return {
        ...(before.length === 0
          ? {}
          : {
              prepare: async () => {
                for (const effect of before) await effect({ work, record, facts, input })
              },
            }),
        patch: { ...transition.set?.({ facts, ...question }), [stateField]: transition.to },
        cause: async (stored) => {
          for (const effect of transition.effects ?? []) await effect({ work, record: stored, facts, input })
        },
      }
    },
    offered: async ({ work, record }) => {
      const facts = await declaration.facts({ work, record })
      const question = asked({ work, input: {} })
      const possible = entries
        .filter(
          ([, { automatic, from }]) => !automatic && (from as readonly string[]).includes(String(record[stateField])),
        )
        .filter(([, { by }]) => by.every((guard) => guard(facts, question).allowed))
      return Promise.all(
        possible.map(async ([name, { label, guards, input, grave = false, follows }]) => {
          const blockers = refusalsAmong(guards.map((guard) => guard(facts, question)))
          return {
            name,
            label,
            grave,
            input,
            blockers,
            ...(follows && blockers.length === 0 ? { follows: await follows({ work, record, facts }) } : {}),
          }
        }),
      )
    },
    obstacles: async ({ work, records, action }) => {
      const transition = transitionOf(action)
      if (!transition || records.length === 0)
        return records.map(() => ({ isTheirs: false, blockers: [noSuchAction(noun)] }))
      const facts = await factsOf({ work, records })
      const question = asked({ work, input: {} })
      return facts.map((known) => {
        const { by, guards } = onFacts({ step: action, facts: known, ...question })
        return { isTheirs: by.length === 0, blockers: guards }
      })
    },
    onFacts,
  }
}

/** A step of the software's own that no guard, field or effect asks anything about needs no facts. */
const asksNothing = <Facts, State extends string>({
  by,
  guards,
  set,
  before = [],
  effects = [],
}: Transition<Facts, State>): boolean => by.length + guards.length + before.length + effects.length === 0 && !set

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === ''

const targetsIn = ({
  fields,
  record,
}: {
  fields: readonly LockedField[]
  record: Record<string, unknown>
}): LockTarget[] =>
  fields.flatMap(({ field, collection }) => {
    const id = record[field]
    return typeof id === 'string' ? [{ collection, id }] : []
  })

const eachOnce = (targets: readonly LockTarget[]): LockTarget[] => [
  ...new Map(targets.map((target) => [target.id, target])).values(),
]

const inOrderOfId = (targets: readonly LockTarget[]): LockTarget[] =>
  [...targets].sort((left, right) => (left.id < right.id ? -1 : 1))

const columnName = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const noSuchAction = (noun: string): Refused =>
  refused({
    rule: 'STATE',
    reason: `There is no such action for a ${noun}.`,
    nextStep: 'Open the record and use the actions that it offers.',
  })

const alreadyElsewhere = ({ noun, state }: { noun: string; state: string }): Refused =>
  refused({
    rule: 'STATE',
    reason: `This ${noun} is now “${state}”, so this can no longer be done.`,
    nextStep: 'Open it again to see what happened.',
  })

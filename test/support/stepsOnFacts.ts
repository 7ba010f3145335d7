import { describe, expect, test } from '@jest/globals'
import type { Actor, PersonActor } from '../../src/core/access/actor.ts'
import type { Work } from '../../src/core/access/work.ts'
import type { Refused } from '../../src/core/errors/refusal.ts'
import type { Workflow } from '../../src/core/workflow/workflow.ts'

/** When the steps of such a test are taken: Tuesday 3 March 2026, noon in London. */
const NOW = new Date('2026-03-03T12:00:00Z')

/** The person who acts unless told, and the record that they act on. */
export const ME = 'the one who acts'
export const THIS = 'this record'

/** Somebody signed in, whose password was given half a minute ago. */
export const somebody = ({
  roles = ['co-ordinator', 'committee'],
  ...changes
}: Partial<PersonActor> = {}): PersonActor => ({
  kind: 'person',
  userId: ME,
  name: 'Quinn Invented',
  roles,
  designations: [],
  worksInPanel: true,
  profiles: {},
  provenAt: new Date('2026-03-03T11:59:30Z'),
  ...changes,
})

/** Whoever holds a link of one kind to a record. */
export const holderOf = (holder: string, recordId = THIS): Actor => ({ kind: 'link', holder, recordId })

/** The software itself. */
export const theSoftware: Actor = { kind: 'system', reason: 'a test' }

const HOLDERS = ['form', 'applicant', 'referee', 'referrer', 'view', 'guardian', 'present-address', 'new-address']

/** Everybody who may stand before a step. A link is one to this very record, unless it is called another’s. */
const EVERYBODY: Readonly<Record<string, Actor>> = {
  'co-ordinator': somebody({ roles: ['co-ordinator'] }),
  committee: somebody({ roles: ['committee'] }),
  trustee: somebody({ roles: ['trustee'] }),
  volunteer: somebody({ roles: ['volunteer'], profiles: { volunteers: 'their own' } }),
  administrator: somebody({ roles: ['administrator'] }),
  'no role': somebody({ roles: [] }),
  ...Object.fromEntries(HOLDERS.map((holder) => [`link: ${holder}`, holderOf(holder)])),
  ...Object.fromEntries(HOLDERS.map((holder) => [`link: another’s ${holder}`, holderOf(holder, 'another record')])),
  'the software': theSoftware,
  'nobody known': { kind: 'anonymous' },
}

/** One circumstance in which a step is asked for, and the words in which it is refused; none where it goes ahead. */
type Circumstance = readonly [
  what: string,
  given: { facts?: object; input?: Record<string, unknown>; actor?: Actor; now?: Date },
  says?: RegExp,
]

/** What is expected of a step, or of the making of a record: “create”. */
type Step = {
  from?: readonly string[]
  to?: string
  /** Who is not told that it is not theirs, on the good facts. */
  by: readonly string[]
  /** What else is so whenever this step is asked for. */
  facts?: object
  /** Whether the software takes it by itself, and nobody can ask for it. */
  automatic?: true
  /** Who acts below, unless told. */
  as?: Actor
  when?: readonly Circumstance[]
  /** How many letters the asked texts may have; each must be given. */
  texts?: Readonly<Record<string, number>>
  /** What else must be typed beside them. */
  beside?: Record<string, unknown>
  writes?: ReadonlyArray<readonly [given: Circumstance[1], written: Record<string, unknown>]>
}

/** A workflow as it is meant to be, written by hand. On `facts` nothing stands in the way of any step. */
export type Expected = {
  workflow: Workflow
  facts: object
  states: readonly string[]
  /** Which records are locked first: “field: collection”, in this order. */
  locked: readonly string[]
  editable?: Readonly<Record<string, readonly string[]>>
  steps: Readonly<Record<string, Step>>
}

/** Whoever there is: of a step that asks nobody, because only the software takes it. */
export const EVERYBODY_AT_ALL = Object.keys(EVERYBODY)

/** Holds a workflow against what it is meant to be, without a database. */
export const holdsOnFacts = ({ workflow, facts: good, states, locked, editable = {}, steps }: Expected): void => {
  describe(`the steps of ${workflow.collection}, on facts alone`, () => {
    test('its states, what is locked, what may be edited, and no step forgotten', () => {
      expect(Object.keys(workflow.states)).toEqual(states)
      expect(workflow.initial).toBe(states[0])
      expect(workflow.locked.map(({ field, collection }) => `${field}: ${collection}`)).toEqual(locked)
      expect(Object.fromEntries(states.map((state) => [state, [...workflow.editableIn(state)].sort()]))).toEqual(
        Object.fromEntries(states.map((state) => [state, [...(editable[state] ?? [])].sort()])),
      )
      expect(Object.keys(steps).sort()).toEqual(['create', ...workflow.diagram.map(({ action }) => action)].sort())
    })

    test.each(Object.entries(steps))(
      '%s',
      async (step, { from, to, by, facts: besides, as = somebody(), when = [], writes = [], automatic, ...asks }) => {
        const drawn = workflow.diagram.find(({ action }) => action === step)
        expect([drawn?.from, drawn?.to]).toEqual([from, to])
        const asked = ({ facts, input = {}, actor = as, now = NOW }: Circumstance[1]) =>
          workflow.onFacts({ step, facts: { ...good, ...besides, ...facts }, input, actor, now })
        expect(
          Object.keys(EVERYBODY)
            .filter((who) => asked({ actor: EVERYBODY[who] }).by.length === 0)
            .sort(),
        ).toEqual([...by].sort())
        for (const [what, given, says] of [['nothing else', {}] as const, ...when]) {
          const { by: others, guards } = asked(given)
          expect([what, [...others, ...guards].map(inWords)]).toEqual([what, says ? [expect.stringMatching(says)] : []])
        }
        for (const [given, written] of writes) expect(asked(given).writes()).toEqual(written)
        expectTexts({ workflow, step, ...asks })
        if (step !== 'create') expect([step, await isAutomatic({ workflow, step })]).toEqual([step, automatic ?? false])
      },
    )
  })
}

const inWords = ({ rule, reason, nextStep }: Refused): string => `${rule}: ${reason} ${nextStep}`

/** Of a record in no state at all a person hears that it is elsewhere; of what nobody can ask for, that there is none. */
const isAutomatic = async ({ workflow, step }: { workflow: Workflow; step: string }): Promise<boolean> => {
  const decided = await workflow.decide({ work: { actor: somebody() } as Work, record: {}, action: step, input: {} })
  return 'reason' in decided && decided.reason.startsWith('There is no such action')
}

/** Each asked text must be there, has at least one letter that can be seen, and may be so long and no longer. */
const expectTexts = ({
  workflow,
  step,
  texts = {},
  beside = {},
}: Pick<Step, 'texts' | 'beside'> & { workflow: Workflow; step: string }): void => {
  const schema = step === 'create' ? undefined : workflow.inputOf(step)
  expect(Object.keys(schema?.shape ?? {}).sort()).toEqual(Object.keys({ ...texts, ...beside }).sort())
  if (!schema) return
  const words = Object.fromEntries(Object.entries(texts).map(([name, longest]) => [name, 'x'.repeat(longest)]))
  const isTaken = (changes: Record<string, unknown>) => schema.safeParse({ ...beside, ...words, ...changes }).success
  expect(isTaken({})).toBe(true)
  for (const [name, longest] of Object.entries(texts))
    expect([
      name,
      isTaken({ [name]: 'x' }),
      isTaken({ [name]: ` ${'x'.repeat(longest)} ` }),
      isTaken({ [name]: 'x'.repeat(longest + 1) }),
      isTaken({ [name]: '  ' }),
      isTaken({ [name]: undefined }),
    ]).toEqual([name, true, true, false, false, false])
}

import { z } from 'zod'
import { rowAt } from '../../../core/database/query.ts'
import type { Work } from '../../../core/access/work.ts'
import { londonDate } from '../../../core/clock/londonDates.ts'
import { performAction } from '../../../core/workflow/perform.ts'
import { defineWorkflow, type Effect, type Workflow } from '../../../core/workflow/workflow.ts'
import { REFERENCE } from './fields.ts'
import { referencesAbout } from './queries.ts'
import { referenceWorkflow } from './workflow.ts'
import {
  caseworker,
  caseworkerOrReferee,
  asItCame,
  notAboutOneself,
  noneYet,
  secondPerson,
  type AnswerFacts,
} from './answerRules.ts'

const asTheSoftware = (work: Work): Work => ({
  ...work,
  actor: { kind: 'system', reason: 'a reference came to be held' },
})

/** What the referee wrote themselves needs no second person. */
const holdAtOnce: Effect<AnswerFacts> = async ({ work, record }) => {
  if (record.method === 'link')
    await performAction({
      work: asTheSoftware(work),
      workflow: answerWorkflow,
      id: String(record.id),
      action: 'hold',
      input: {},
    })
}

const holdReference: Effect<AnswerFacts> = async ({ work, facts }) => {
  await performAction({
    work: asTheSoftware(work),
    workflow: referenceWorkflow,
    id: facts.referenceId,
    action: 'holdByTelephone',
    input: {},
  })
}

const held = ({ now }: { now: Date }) => ({ heldOn: londonDate(now) })

/**
 * What a referee said is held as it was given: by link at once, by telephone when a second person has confirmed it
 * [VOL-6].
 */
export const answerWorkflow: Workflow = defineWorkflow<AnswerFacts, 'to-confirm' | 'held' | 'set-aside'>(
  'reference-answers',
  {
    noun: 'referee’s answer',
    states: { 'to-confirm': 'Waits for a second person', held: 'Held', 'set-aside': 'Set aside' },
    initial: 'to-confirm',
    locks: [{ field: 'reference', collection: 'volunteer-references' }],
    facts: async ({ work, record }) => {
      const rows = await work.query<{ answered: boolean; over: boolean }>(
        `select exists (select from reference_answers where reference_id = $1 and status <> 'set-aside' and id is distinct from $2) as answered,
         coalesce((select status in ('ended') or (status = 'answered' and $3) from volunteer_references where id = $1), true) as over`,
        [record.reference, record.id ?? null, work.actor.kind === 'person'],
      )
      const row = rowAt({ rows, place: 0 })
      const about =
        work.actor.kind === 'person' ? await referencesAbout({ query: work.query, userId: work.actor.userId }) : []
      return {
        referenceId: String(record.reference),
        method: String(record.method),
        spokenOn: typeof record.spokenOn === 'string' ? record.spokenOn : null,
        takenBy: typeof record.takenBy === 'string' ? record.takenBy : null,
        isAboutActor: about.includes(String(record.reference)),
        isAnswered: row.answered,
        referenceIsOver: row.over,
      }
    },
    create: {
      label: 'Record a reference',
      by: [caseworkerOrReferee],
      guards: [asItCame, notAboutOneself, noneYet],
      set: ({ actor }) => ({ takenBy: actor.kind === 'person' ? actor.userId : null }),
      effects: [holdAtOnce],
    },
    editable: {},
    transitions: {
      hold: {
        label: 'Hold what came by link',
        from: ['to-confirm'],
        to: 'held',
        by: [],
        guards: [],
        set: held,
        automatic: true,
      },
      confirm: {
        label: 'Confirm that the referee said so',
        from: ['to-confirm'],
        to: 'held',
        by: [caseworker],
        guards: [secondPerson, notAboutOneself],
        set: ({ actor, now }) => ({ ...held({ now }), confirmedBy: actor.kind === 'person' ? actor.userId : null }),
        effects: [holdReference],
      },
      setAside: {
        label: 'Set this aside',
        from: ['to-confirm'],
        to: 'set-aside',
        by: [caseworker],
        guards: [notAboutOneself],
        input: z.object({
          reason: REFERENCE.setAsideReason.asked('Say why it is set aside.').meta({ title: 'Why it is set aside' }),
        }),
        set: ({ input }) => ({ setAsideReason: input.reason }),
        grave: true,
      },
    },
  },
)

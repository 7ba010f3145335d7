import { z } from 'zod'
import type { Work } from '../../../core/access/work.ts'
import { londonDate } from '../../../core/clock/londonDates.ts'
import { allowed, refused } from '../../../core/errors/refusal.ts'
import { performAction } from '../../../core/workflow/perform.ts'
import { defineWorkflow, type Effect, type Guard, type Workflow } from '../../../core/workflow/workflow.ts'
import { isCaseworker } from '../../people/roles.ts'
import { REFERENCE } from './fields.ts'
import { referencesAbout } from './queries.ts'
import { referenceWorkflow } from './workflow.ts'

type AnswerFacts = {
  referenceId: string
  method: string
  spokenOn: string | null
  takenBy: string | null
  /** Whether the person who acts is the one it is about. */
  isAboutActor: boolean
  isAnswered: boolean
  referenceIsOver: boolean
}

type AnswerGuard = Guard<AnswerFacts>

const caseworker: AnswerGuard = (_facts, { actor }) =>
  isCaseworker(actor)
    ? allowed
    : refused({
        rule: 'VOL-6',
        reason: 'The co-ordinator and the committee take references by telephone.',
        nextStep: 'Ask one of them.',
      })

const caseworkerOrReferee: AnswerGuard = (facts, asked) =>
  asked.actor.kind === 'link' && asked.actor.holder === 'referee' && asked.actor.recordId === facts.referenceId
    ? allowed
    : caseworker(facts, asked)

const asItCame: AnswerGuard = ({ method, spokenOn }, { actor, now }) => {
  if (method !== (actor.kind === 'person' ? 'telephone' : 'link'))
    return refused({
      rule: 'VOL-6',
      reason: 'What a referee wrote comes by their own link alone.',
      nextStep: 'Choose “By telephone”, or send them a link.',
    })
  if (actor.kind === 'person' && (spokenOn === null || spokenOn > londonDate(now)))
    return refused({
      rule: 'VOL-6',
      reason: 'Say on which day you spoke to the referee.',
      nextStep: 'Fill in “Spoken to on”, today or earlier.',
    })
  return allowed
}

const notAboutOneself: AnswerGuard = ({ isAboutActor }) =>
  isAboutActor
    ? refused({ rule: 'ORG-1', reason: 'This reference is about you.', nextStep: 'Ask another committee member.' })
    : allowed

const noneYet: AnswerGuard = ({ isAnswered, referenceIsOver }) =>
  isAnswered || referenceIsOver
    ? refused({
        rule: 'VOL-6',
        reason: 'What this referee said is on record already, or is not needed any more.',
        nextStep: 'Open the reference to see how it stands.',
      })
    : allowed

const secondPerson: AnswerGuard = ({ takenBy }, { actor }) =>
  actor.kind === 'person' && actor.userId === takenBy
    ? refused({
        rule: 'VOL-6',
        reason: 'You took this reference yourself, so a second person confirms it.',
        nextStep: 'Ask the co-ordinator or a committee member.',
      })
    : allowed

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
      const [row] = await work.query<{ answered: boolean; over: boolean }>(
        `select exists (select from reference_answers where reference_id = $1 and status <> 'set-aside' and id is distinct from $2) as answered,
         coalesce((select status in ('ended') or (status = 'answered' and $3) from volunteer_references where id = $1), true) as over`,
        [record.reference, record.id ?? null, work.actor.kind === 'person'],
      )
      const about =
        work.actor.kind === 'person' ? await referencesAbout({ query: work.query, userId: work.actor.userId }) : []
      return {
        referenceId: String(record.reference),
        method: String(record.method),
        spokenOn: typeof record.spokenOn === 'string' ? record.spokenOn : null,
        takenBy: typeof record.takenBy === 'string' ? record.takenBy : null,
        isAboutActor: about.includes(String(record.reference)),
        isAnswered: row?.answered ?? false,
        referenceIsOver: row?.over ?? true,
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

import { performAction } from '../../../core/workflow/perform.ts'
import { defineWorkflow, type Effect } from '../../../core/workflow/workflow.ts'
import { tellOfWish } from '../messages.ts'
import { accountOfVolunteer } from '../ofVolunteer.ts'
import { caseworker, notAboutOneself } from '../rules.ts'
import { whatFollowsFromStopping } from './whatFollows.ts'
import { activityWorkflow } from './workflow.ts'
import { forOneself, oneAtATime, type RequestFacts } from './pauseRequestRules.ts'

/** What was wished for happens to the volunteer in the same transaction, with everything that follows from it. */
const carryItOut: Effect<RequestFacts> = async ({ work, record }) => {
  await performAction({
    work,
    workflow: activityWorkflow,
    id: String(record.volunteer),
    action: record.wish === 'leave' ? 'leave' : 'pause',
    input: { reason: 'Their own wish' },
  })
}

/** A wish is put to the committee, carried out, or taken back [VOL-11]. */
export const pauseRequestWorkflow = defineWorkflow<RequestFacts, 'open' | 'done' | 'taken-back'>('pause-requests', {
  noun: 'wish to pause or leave',
  states: { open: 'Waiting', done: 'Carried out', 'taken-back': 'Taken back' },
  initial: 'open',
  locks: [{ field: 'volunteer', collection: 'volunteers' }],
  facts: async ({ work, record }) => {
    const [another] = await work.query(
      "select 1 from pause_requests where volunteer_id = $1 and status = 'open' and id is distinct from $2",
      [record.volunteer, record.id ?? null],
    )
    return {
      ownUserId: await accountOfVolunteer({ query: work.query, volunteerId: record.volunteer }),
      hasAnother: another !== undefined,
    }
  },
  create: { label: 'Tell the committee', by: [forOneself], guards: [oneAtATime], effects: [tellOfWish] },
  editable: {},
  transitions: {
    carryOut: {
      label: 'Carry it out now',
      from: ['open'],
      to: 'done',
      by: [caseworker],
      guards: [notAboutOneself],
      effects: [carryItOut],
      grave: true,
      follows: ({ work, record }) => whatFollowsFromStopping({ work, volunteerId: String(record.volunteer) }),
    },
    takeBack: { label: 'Take it back', from: ['open'], to: 'taken-back', by: [forOneself], guards: [] },
  },
})

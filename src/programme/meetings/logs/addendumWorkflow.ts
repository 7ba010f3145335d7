import { allowed, refused } from '../../../core/errors/refusal.ts'
import { defineWorkflow, type Guard } from '../../../core/workflow/workflow.ts'
import { isCaseworker } from '../../people/roles.ts'

type AddendumFacts = { logWrittenBy: string | null }

const ownLog: Guard<AddendumFacts> = ({ logWrittenBy }, { actor }) =>
  isCaseworker(actor) || (actor.kind === 'person' && actor.userId === logWrittenBy)
    ? allowed
    : refused({
        rule: 'LOG-4',
        reason: 'You can add a note only to a log that you wrote.',
        nextStep: 'Ask the co-ordinator to add it.',
      })

/** A note on a log is added, never edited [LOG-4]. */
export const addendumWorkflow = defineWorkflow<AddendumFacts, 'added'>('log-addenda', {
  noun: 'note',
  states: { added: 'Added' },
  initial: 'added',
  locks: [],
  facts: async ({ work, record }) => {
    const [log] = await work.query<{ written_by_id: string | null }>(
      'select written_by_id from session_logs where id = $1',
      [record.log],
    )
    return { logWrittenBy: log?.written_by_id ?? null }
  },
  create: {
    label: 'Add this note',
    by: [ownLog],
    guards: [],
    set: ({ actor }) => ({ writtenBy: actor.kind === 'person' ? actor.userId : null }),
  },
  editable: {},
  transitions: {},
})

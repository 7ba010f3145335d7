import { defineWorkflow } from '../../../core/workflow/workflow.ts'
import { ownLog, type AddendumFacts } from './addendumRules.ts'

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

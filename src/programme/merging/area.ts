import { defineArea, defineTable } from '../../core/house/defineArea.ts'
import { defineQueue } from '../../core/house/defineQueue.ts'
import { heldByFields } from '../../core/house/ofPerson.ts'
import { isCaseworker } from '../people/roles.ts'
import { childMerges } from './ChildMerges.ts'
import { mergesToLookAt } from './queues.ts'

const records = [childMerges] as const

/** Two records of one child made one [SAME-CHILD]. */
export const merging = defineArea({
  name: 'merging',
  records,
  tables: [
    defineTable({
      name: 'child_merge_runs',
      final: 'once-stored',
      sensitive: false,
      about: ['keep_id', 'leave_id'],
      kept: 'as-evidence',
    }),
    defineTable({
      name: 'child_merge_moves',
      final: 'once-stored',
      sensitive: false,
      about: ['merge_id'],
      kept: 'as-evidence',
    }),
  ],
  queues: {
    merges: defineQueue({
      title: 'Children who may be on record twice',
      under: 'referrals',
      place: 5,
      concerns: isCaseworker,
      waits: mergesToLookAt,
      canBeDone: ({ isOwn }) => !isOwn,
      shows: ({ id, keepId, leaveId }) => [
        { collection: 'child-merges', id },
        ...[keepId, leaveId].map((child) => ({ collection: 'children', id: child })),
      ],
    }),
  },
  navigation: [{ under: 'Children', place: 2, records }],
  ofPerson: heldByFields(records),
})

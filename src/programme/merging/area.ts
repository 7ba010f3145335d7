import { defineArea, defineTable } from '../../core/house/defineArea.ts'
import { defineQueue, subjectOf } from '../../core/house/defineQueue.ts'
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
      agenda: { place: 7, decides: ({ id }) => ({ collection: 'child-merges', id }) },
      gravity: 'work',
      since: ({ proposedAt }) => proposedAt,
      subject: ({ id, keepId, leaveId, keepName }) =>
        subjectOf(
          keepName,
          { collection: 'child-merges', id },
          ...[keepId, leaveId].map((child) => ({ collection: 'children', id: child })),
        ),
      words: () => 'May be on record twice: look at both',
      ofOthers: {
        one: 'pair of records that you named waits for somebody else',
        many: 'pairs of records that you named wait for somebody else',
      },
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

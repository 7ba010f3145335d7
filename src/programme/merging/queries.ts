import type { Work } from '../../core/access/work.ts'
import { recordReads } from '../../core/audit/record.ts'
import { inTransaction } from '../../core/database/transaction.ts'
import { tableOf, type Query } from '../../core/database/query.ts'
import { isCaseworker } from '../people/roles.ts'
import { mergeFacts } from './facts.ts'
import { compared, type Compared } from './rules.ts'

/** How many records of one kind. */
type Counted = { kind: string; records: number }

/** What joining two records does, before it is done; or, once it is, what it did. */
export type MergePreview = {
  keep: { id: string; name: string }
  leave: { id: string; name: string }
  lines: Compared[]
  moves: Counted[]
  /** They are recorded as brothers or sisters of each other, which one child cannot be. */
  areSiblings: boolean
  /** The family that holds nobody afterwards and is taken away, by name. */
  emptiedFamily: string | undefined
  isDone: boolean
}

/**
 * The preview of a proposal, for the co-ordinator and committee alone; undefined for others and where there is none.
 * That both records are shown is recorded first [DAT-1].
 */
export const mergePreview = async ({ work, id }: { work: Work; id: string }): Promise<MergePreview | undefined> => {
  if (!isCaseworker(work.actor)) return undefined
  const { query } = work
  const [merge] = await query<{ keep: string; leave: string; status: string }>(
    'select keep_id as keep, leave_id as leave, status::text as status from child_merges where id = $1',
    [id],
  )
  if (!merge) return undefined
  const { keep, leave, areSiblings, leftFamilyIsEmptied } = await mergeFacts({ work, record: { ...merge, id } })
  if (!keep || !leave) return undefined
  const shown = {
    children: [keep.id, leave.id],
    'child-backgrounds': [keep, leave].flatMap(({ background }) => background?.id ?? []),
    'medical-needs': [keep, leave].flatMap(({ needs }) => needs?.id ?? []),
  }
  await inTransaction({
    req: work.req,
    work: async () => {
      for (const [collection, ids] of Object.entries(shown)) await recordReads({ work, collection, ids })
    },
  })
  const isDone = merge.status === 'done'
  const counted = isDone
    ? await query<{ place: string; records: number }>(
        'select table_name as place, count(*)::float8 as records from child_merge_moves where merge_id = $1 group by 1',
        [id],
      )
    : await query<{ place: string; records: number }>(
        'select place, sum(records)::float8 as records from records_of_child($1) group by 1 having sum(records) > 0',
        [leave.id],
      )
  return {
    keep: { id: keep.id, name: keep.name },
    leave: { id: leave.id, name: leave.name },
    lines: isDone ? [] : compared({ keep, leave }),
    moves: counted
      .map(({ place, records }) => ({ kind: wordsFor({ work, place }), records }))
      .sort((one, other) => one.kind.localeCompare(other.kind)),
    areSiblings,
    emptiedFamily: !isDone && leftFamilyIsEmptied ? leave.familyName : undefined,
    isDone,
  }
}

/** What a kind of record is called in the panel, by the table that holds it. */
const wordsFor = ({ work, place }: { work: Work; place: string }): string => {
  if (place === 'children') return 'Records that were joined to it before'
  const plural = work.req.payload.config.collections.find(({ slug }) => tableOf(slug) === place)?.labels.plural
  return typeof plural === 'string' ? plural : place.replaceAll('_', ' ')
}

/**
 * How a child's record stands to others of the same child: the one to which it was joined, and those that were joined
 * to it.
 */
export type JoinedRecords = {
  to: { id: string; name: string; at: Date | null } | undefined
  from: Array<{ id: string; name: string; at: Date | null }>
}

/** The records that were joined with a child's, for those alone who may read them. */
export const joinedRecordsOf = async ({
  query,
  childId,
}: {
  query: Query
  childId: string
}): Promise<JoinedRecords> => {
  const rows = await query<{ id: string; name: string; at: Date | null; isKept: boolean }>(
    `select o.id, o.name, m.carried_out_at as at, c.merged_into_id = o.id as "isKept" from children c join children o on o.id = c.merged_into_id or o.merged_into_id = c.id
       left join child_merges m on m.status = 'done' and m.leave_id = case when c.merged_into_id = o.id then c.id else o.id end
     where c.id = $1 order by o.name, o.id`,
    [childId],
  )
  return { to: rows.find(({ isKept }) => isKept), from: rows.filter(({ isKept }) => !isKept) }
}

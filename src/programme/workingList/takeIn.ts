import { asSystem } from '../../core/access/localApi.ts'
import type { Work } from '../../core/access/work.ts'
import { londonDate } from '../../core/clock/londonDates.ts'
import { recordEvent } from '../../core/audit/record.ts'
import { inTransaction } from '../../core/database/transaction.ts'
import { refusalError } from '../../core/errors/problems.ts'
import { filterIn } from './filter.ts'
import { workingList } from './list.ts'
import { countOutcomes, planDigest, planRows, type Counts, type PlannedRow } from './plan.ts'
import type { SheetRow } from './readRows.ts'
import { asItWasSeen, caseworker } from './rules.ts'

/** How large a list may be that is brought in at one time: bytes of the file, rows with their headings. */
export const LIST_LIMITS = { bytes: 1_000_000, rows: 1_001 }

/**
 * What taking rows in would do, on the list as it is now; nothing is written. For the co-ordinator and committee alone
 * (409 otherwise).
 */
export const planTakingIn = async ({
  work,
  rows,
}: {
  work: Work
  rows: readonly SheetRow[]
}): Promise<{ planned: PlannedRow[]; digest: string }> => {
  const decision = caseworker({}, work)
  if (!decision.allowed) throw refusalError(decision)
  const standing = await workingList({ work, filter: filterIn({}).filter, limit: MOST_STANDING })
  const mentors = await work.query<{ name: string }>('select name from volunteers order by name')
  const planned = planRows({
    rows,
    standing: standing.rows,
    mentors: mentors.map(({ name }) => name),
    on: londonDate(work.now),
  })
  return { planned, digest: planDigest(planned) }
}

/**
 * Takes rows in: all that can be, or none, in one transaction with the audit and the note of who brought them [ELG-6].
 * `agreedTo` is the
 * digest of the plan that the person has seen; where the list has changed since, nothing is done (409). Two people
 * taking in at the same time wait for each other.
 */
export const takeIn = async ({
  work,
  rows,
  agreedTo,
}: {
  work: Work
  rows: readonly SheetRow[]
  agreedTo: string
}): Promise<{ importId: string; counts: Counts }> =>
  inTransaction({
    req: work.req,
    work: async () => {
      await work.query("select pg_advisory_xact_lock(hashtext('working list'))")
      const { planned, digest } = await planTakingIn({ work, rows })
      const decision = asItWasSeen({ digest, agreedTo })
      if (!decision.allowed) throw refusalError(decision)
      const counts = countOutcomes(planned)
      const system = asSystem(work, { reason: 'taking in a working list' })
      const { id: importId } = await system.create({
        collection: 'working-list-imports',
        data: {
          importedBy: work.actor.kind === 'person' ? work.actor.userId : null,
          importedAt: work.now.toISOString(),
          newRows: counts.new,
          changedRows: counts.changed,
          unchangedRows: counts.unchanged,
          returnedRows: counts.returned,
        },
      })
      const origin = ({ row, digest: rowDigest }: PlannedRow) => ({ import: importId, sheetRow: row, rowDigest })
      await system.createMany({
        collection: 'working-list-entries',
        records: planned.flatMap((row): Array<Record<string, unknown>> => {
          if (row.outcome === 'new') return [{ ...row.words, ...origin(row) }]
          return row.outcome === 'changed' && !row.target.entryId
            ? [{ ...row.changes, name: row.words.name, child: row.target.childId, ...origin(row) }]
            : []
        }),
      })
      await system.changeMany({
        collection: 'working-list-entries',
        changes: planned.flatMap((row) =>
          row.outcome === 'changed' && row.target.entryId
            ? [{ id: row.target.entryId, data: { ...row.changes, ...origin(row) } }]
            : [],
        ),
      })
      await recordEvent({
        work,
        event: { action: 'import', collection: 'working-list-imports', recordId: importId, detail: { ...counts } },
      })
      return { importId, counts }
    },
  })

/** The list is compared as a whole; no charity comes near this number. */
const MOST_STANDING = 100_000

import { asSystem } from '../../../../core/access/localApi.ts'
import type { Work } from '../../../../core/access/work.ts'
import { recordEvent, recordReads } from '../../../../core/audit/record.ts'
import { LONDON, londonDate, type CalendarDate } from '../../../../core/clock/londonDates.ts'
import { isUuid, lockRecords } from '../../../../core/database/locks.ts'
import { inTransaction } from '../../../../core/database/transaction.ts'
import { notFoundError, refusalError } from '../../../../core/errors/problems.ts'
import { readableLine } from '../../../../core/fields/readable.ts'
import { asThePlanWasSeen, keepsPaper, notJoined } from '../rules.ts'
import {
  countPaperRows,
  paperPlanDigest,
  planPaperLogs,
  type OnRecord,
  type PaperCounts,
  type PlannedLog,
} from './plan.ts'
import type { PaperRow } from './readPaperRows.ts'

/** How large a log sheet may be that is brought in at one time: bytes of the file, rows with their headings. */
export const PAPER_LIMITS = { bytes: 1_000_000, rows: 501 }

/** A child whose log sheet is looked at or brought in. */
export type ChildOfPaper = { id: string; name: string; knownAs: string | null; bornOn: CalendarDate | null }

/**
 * The child, for whoever may bring in what was kept of them on paper: the co-ordinator and committee (409 otherwise).
 * Throws a 404 for nobody, and a 409 for a record that was joined to another. That it was read is recorded [DAT-1].
 */
export const childOfPaper = async ({ work, childId }: { work: Work; childId: string }): Promise<ChildOfPaper> => {
  const decision = keepsPaper({}, work)
  if (!decision.allowed) throw refusalError(decision)
  const [child] = isUuid(childId)
    ? await work.query<ChildOfPaper & { joined: boolean }>(
        'select id, name, known_as as "knownAs", born_on as "bornOn", merged_into_id is not null as joined from children where id = $1',
        [childId],
      )
    : []
  if (!child) throw notFoundError()
  const kept = notJoined({ joined: child.joined })
  if (!kept.allowed) throw refusalError(kept)
  await recordReads({ work, collection: 'children', ids: [child.id] })
  return child
}

/** What bringing in these rows would do, on the record as it is now; nothing is written. */
export const planBringingIn = async ({
  work,
  child,
  rows,
}: {
  work: Work
  child: ChildOfPaper
  rows: readonly PaperRow[]
}): Promise<{ planned: PlannedLog[]; digest: string }> => {
  const planned = planPaperLogs({
    rows,
    onRecord: await onRecord({ work, childId: child.id }),
    bornOn: child.bornOn,
    on: londonDate(work.now),
  })
  return { planned, digest: paperPlanDigest(planned) }
}

/**
 * Brings in the rows of a child's log sheet that are sure: all of them, or none, in one transaction with the audit
 * [LOG-4]. Each log says from which row of which file it came, and who brought it in. Nobody is written to, and no
 * meeting waits any less. `agreedTo` is the digest of the plan that the person has seen; where the record has changed
 * since, nothing is done (409). Who brings in a sheet of the same child at the same time waits.
 */
export const bringIn = async ({
  work,
  childId,
  rows,
  file,
  agreedTo,
}: {
  work: Work
  childId: string
  rows: readonly PaperRow[]
  file: string
  agreedTo: string
}): Promise<PaperCounts> =>
  inTransaction({
    req: work.req,
    work: async () => {
      await lockRecords({ req: work.req, targets: [{ collection: 'children', id: childId }] })
      const child = await childOfPaper({ work, childId })
      const { planned, digest } = await planBringingIn({ work, child, rows })
      const decision = asThePlanWasSeen({ digest, agreedTo })
      if (!decision.allowed) throw refusalError(decision)
      await asSystem(work, { reason: 'bringing in a log sheet' }).createMany({
        collection: 'session-logs',
        records: planned.flatMap((row): Array<Record<string, unknown>> =>
          row.outcome === 'new'
            ? [
                {
                  ...row.log,
                  activities: row.log.activities || null,
                  outcomes: row.log.outcomes || null,
                  comment: row.log.comment || null,
                  child: childId,
                  broughtInBy: work.actor.kind === 'person' ? work.actor.userId : null,
                  paperFile: fileName(file),
                  paperRow: row.row,
                  paperDate: row.words.heldOn,
                  paperDigest: row.digest,
                },
              ]
            : [],
        ),
      })
      const counts = countPaperRows(planned)
      await recordEvent({
        work,
        event: { action: 'import', collection: 'session-logs', recordId: null, detail: { child: childId, ...counts } },
      })
      return counts
    },
  })

const onRecord = async ({ work: { query }, childId }: { work: Work; childId: string }): Promise<OnRecord> => {
  const logs = await query<{ heldOn: CalendarDate; digest: string | null; at: Date }>(
    'select held_on as "heldOn", paper_digest as digest, submitted_at as at from session_logs where child_id = $1',
    [childId],
  )
  const meetings = await query<{ day: CalendarDate }>(
    `select distinct to_char(m.starts_at at time zone '${LONDON}', 'YYYY-MM-DD') as day from meetings m
     where m.child_id = $1 and m.status in ('proposed', 'confirmed') and not exists (select from session_logs l where l.meeting_id = m.id)`,
    [childId],
  )
  return {
    digests: new Map(logs.flatMap(({ digest, at }) => (digest === null ? [] : [[digest, at] as const]))),
    logged: new Set(logs.map(({ heldOn }) => heldOn)),
    meetings: new Set(meetings.map(({ day }) => day)),
  }
}

const LONGEST_FILE_NAME = 120

/** The file's name as it is kept; never more of it than fits a line. */
const fileName = (file: string): string => readableLine(file).slice(0, LONGEST_FILE_NAME) || 'a file without a name'

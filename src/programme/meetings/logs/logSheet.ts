import type { Work } from '../../../core/access/work.ts'
import { recordEvent, recordReads } from '../../../core/audit/record.ts'
import type { CalendarDate } from '../../../core/clock/londonDates.ts'
import { inTransaction } from '../../../core/database/transaction.ts'
import { childOfPaper, type ChildOfPaper } from './paper/bringIn.ts'

/** One line of a child's log sheet, with the notes that were added to it; from which file it came where it was on paper. */
export type SheetLine = {
  id: string
  heldOn: CalendarDate
  location: string
  runBy: string
  attendees: string
  activities: string | null
  outcomes: string | null
  comment: string | null
  paperFile: string | null
  paperRow: number | null
  notes: string[]
}

/**
 * A child's whole log sheet, the oldest meeting first, to read and to print: what was written in the programme and what
 * was brought in from paper alike [LOG-6]. For the co-ordinator and committee alone (409 otherwise). Who took it is
 * recorded before it is given [DAT-1, DAT-6].
 */
export const logSheetOf = async ({
  work,
  childId,
}: {
  work: Work
  childId: string
}): Promise<{ child: ChildOfPaper; lines: SheetLine[] }> =>
  inTransaction({
    req: work.req,
    work: async () => {
      const child = await childOfPaper({ work, childId })
      const lines = await work.query<SheetLine>(
        `select l.id, l.held_on as "heldOn", l.location, l.run_by as "runBy", l.attendees, l.activities, l.outcomes, l.comment, l.paper_file as "paperFile", l.paper_row::int as "paperRow",
           array(select a.text::text from log_addenda a where a.log_id = l.id order by a.created_at) as notes
         from session_logs l where l.child_id = $1 order by l.held_on, l.submitted_at, l.paper_row, l.id`,
        [childId],
      )
      await recordReads({ work, collection: 'session-logs', ids: lines.map(({ id }) => id) })
      await recordEvent({
        work,
        event: {
          action: 'export',
          collection: 'session-logs',
          recordId: null,
          detail: { form: 'print', child: childId, rows: lines.length },
        },
      })
      return { child, lines }
    },
  })

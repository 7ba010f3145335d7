import { writeSheet, type SheetFile, type SheetForm } from '../../core/sheets/writeSheet.ts'
import { LOG_SHEET, PAPER_PROBLEM_HEADING } from '../../programme/meetings/logs/paper/columns.ts'
import type { PlannedLog } from '../../programme/meetings/logs/paper/plan.ts'

/** The rows that were not brought in, in the columns of the sheet with what to put right, ready to be brought again. */
export const returnedSheet = ({
  planned,
  form,
}: {
  planned: readonly PlannedLog[]
  form: SheetForm
}): Promise<SheetFile> =>
  writeSheet({
    form,
    name: 'rows-to-put-right',
    headings: [...LOG_SHEET.map(({ heading }) => heading), PAPER_PROBLEM_HEADING],
    rows: planned.flatMap((row) =>
      row.outcome === 'returned'
        ? [
            [
              ...LOG_SHEET.map(({ key }) => row.words[key]),
              row.problems.map(({ reason, nextStep }) => `${reason} ${nextStep}`).join('\n'),
            ],
          ]
        : [],
    ),
    columnWidths: [...LOG_SHEET.map(({ width }) => width), 40],
  })

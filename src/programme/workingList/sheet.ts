import type { Work } from '../../core/access/work.ts'
import { recordEvent, recordReads } from '../../core/audit/record.ts'
import { londonDate } from '../../core/clock/londonDates.ts'
import { inTransaction } from '../../core/database/transaction.ts'
import { forbiddenError } from '../../core/errors/problems.ts'
import { writeSheet, type SheetFile, type SheetForm } from '../../core/sheets/writeSheet.ts'
import { isCaseworker } from '../people/roles.ts'
import { COLUMNS, PROBLEM_HEADING, type Words } from './columns.ts'
import { filterInWords, type ListFilter } from './filter.ts'
import { workingList, type ListRow } from './list.ts'

/** How the list leaves the software. */
export type LeavingForm = SheetForm | 'print'

/**
 * The rows that leave with a file or a print, all that the filter asks for. Who took what, in which form and how many,
 * is recorded before they are given [DAT-6, DAT-1]; for the co-ordinator and committee alone (403 otherwise).
 */
export const rowsToLeave = async ({
  work,
  filter,
  form,
}: {
  work: Work
  filter: ListFilter
  form: LeavingForm
}): Promise<ListRow[]> => {
  if (!isCaseworker(work.actor)) throw forbiddenError()
  const { rows } = await workingList({ work, filter, limit: MOST_ROWS })
  await inTransaction({
    req: work.req,
    work: async () => {
      await recordEvent({
        work,
        event: {
          action: 'export',
          collection: 'working-list-entries',
          recordId: null,
          detail: { form, filter: filterInWords(filter), rows: rows.length },
        },
      })
      await recordListRead({ work, rows })
    },
  })
  return rows
}

/** Records whose rows and records somebody is about to see [DAT-1]. */
export const recordListRead = async ({ work, rows }: { work: Work; rows: readonly ListRow[] }): Promise<void> => {
  await recordReads({ work, collection: 'children', ids: rows.flatMap(({ childId }) => childId ?? []) })
  await recordReads({ work, collection: 'working-list-entries', ids: rows.flatMap(({ entryId }) => entryId ?? []) })
}

/** The list as a file [ELG-6]. */
export const listFile = async ({
  work,
  rows,
  form,
}: {
  work: Work
  rows: readonly ListRow[]
  form: SheetForm
}): Promise<SheetFile> =>
  writeSheet({
    form,
    name: `working-list-${londonDate(work.now)}`,
    headings: COLUMNS.map(({ heading }) => heading),
    rows: rows.map(({ shown }) => cellsOf(shown)),
    columnWidths: COLUMNS.map(({ width }) => width),
  })

/** Rows that were not taken in, in the same columns with what to put right, ready to be mended and brought again. */
export const returnedFile = async ({
  rows,
  form,
}: {
  rows: ReadonlyArray<{ words: Words; problem: string }>
  form: SheetForm
}): Promise<SheetFile> =>
  writeSheet({
    form,
    name: 'rows-to-put-right',
    headings: [...COLUMNS.map(({ heading }) => heading), PROBLEM_HEADING],
    rows: rows.map(({ words, problem }) => [...cellsOf(words), problem]),
    columnWidths: [...COLUMNS.map(({ width }) => width), 40],
  })

const cellsOf = (words: Words): string[] => COLUMNS.map(({ key }) => words[key])

/** More than any charity's list; a bound all the same. */
const MOST_ROWS = 20_000

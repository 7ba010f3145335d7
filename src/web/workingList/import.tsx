import { z } from 'zod'
import { startWork } from '../../core/access/work.ts'
import { inTransaction } from '../../core/database/transaction.ts'
import { badInputError, refusalWithin } from '../../core/errors/problems.ts'
import { refusalSentence } from '../../core/errors/refusal.ts'
import { fingerprintOf, idempotencyKeyOf, newIdempotencyKey, withIdempotency } from '../../core/http/idempotency.ts'
import { wordsWithin } from '../../core/http/httpProblem.ts'
import { readUploadedForm } from '../../core/http/uploadedForm.ts'
import { readSheet } from '../../core/sheets/readSheet.ts'
import { COLUMNS, NO_WORDS } from '../../programme/workingList/columns.ts'
import type { PlannedRow } from '../../programme/workingList/plan.ts'
import { readRows, type SheetRow } from '../../programme/workingList/readRows.ts'
import { returnedFile } from '../../programme/workingList/sheet.ts'
import { LIST_LIMITS, planTakingIn, takeIn } from '../../programme/workingList/takeIn.ts'
import { renderPage } from '../design/renderPage.ts'
import { openPage } from '../visit/openPage.ts'
import type { PortalHandler } from '../visit/handler.ts'
import { typedIn } from '../visit/typed.ts'
import { ImportPage } from './ImportPage.tsx'
import { PlanPage } from './PlanPage.tsx'
import { sendFile } from './leaving.tsx'

/** The page on which a list is chosen to be brought in. */
export const showImport: PortalHandler = async ({ services, request, response }) => {
  const { frame } = await openPage({ services, request, response })
  response.type('html').send(renderPage(<ImportPage frame={frame} idempotencyKey={newIdempotencyKey()} />))
}

/**
 * Reads the file and shows, row by row, what taking it in would do. Nothing is changed and the file is not kept: its
 * rows go along in the page.
 */
export const checkList: PortalHandler = async ({ services, request, response }) => {
  const { actor, frame } = await openPage({ services, request, response })
  const work = await startWork({ payload: services.payload, actor, from: 'panel' })
  try {
    const { file } = await readUploadedForm({
      request,
      response,
      fileField: 'list',
      largest: LARGEST_FILE,
      smaller: `Leave out pictures and other sheets, or bring it in parts of up to ${LIST_LIMITS.rows - 1} rows. A photograph is no list: type its rows into a spreadsheet.`,
    })
    if (!file) throw badInputError({ reason: 'No file was chosen.', nextStep: 'Choose the file with your list in it.' })
    const { rows, leftOut } = readRows(await readSheet({ bytes: file.bytes, limits: LIST_LIMITS, by: actor.userId }))
    const { planned, digest } = await planTakingIn({ work, rows })
    response
      .type('html')
      .send(
        renderPage(
          <PlanPage
            frame={frame}
            planned={planned}
            leftOut={leftOut}
            rows={packed(rows)}
            agreedTo={digest}
            idempotencyKey={newIdempotencyKey()}
          />,
        ),
      )
  } catch (problem) {
    const words = wordsWithin(problem)
    const status = Number((problem as { status?: unknown }).status)
    if (!words || status >= 500) throw problem
    response
      .status(status)
      .type('html')
      .send(
        renderPage(<ImportPage frame={frame} idempotencyKey={newIdempotencyKey()} error={refusalSentence(words)} />),
      )
  }
}

/**
 * Takes in the rows that were looked at, all or none. The answer to the form is the page itself, with no redirect
 * between: the rows that came back stand in it and are stored nowhere. Sent again, the form is answered from what was
 * done the first time.
 */
export const takeInList: PortalHandler = async ({ services, request, response }) => {
  const { actor, frame } = await openPage({ services, request, response })
  const typed = typedIn(request.body)
  const rows = unpacked(typed.rows)
  const work = await startWork({ payload: services.payload, actor, from: 'panel' })
  try {
    const { outcome } = await inTransaction({
      req: work.req,
      work: () =>
        withIdempotency(
          {
            query: work.query,
            key: idempotencyKeyOf({ body: request.body }),
            actor: actor.userId,
            purpose: 'take in a working list',
            fingerprint: fingerprintOf({ body: request.body as unknown }),
          },
          async () => (await takeIn({ work, rows, agreedTo: typed.agreedTo ?? '' })).counts,
        ),
    })
    const { planned } = await planTakingIn({
      work: await startWork({ payload: services.payload, actor, from: 'panel' }),
      rows,
    })
    response
      .type('html')
      .send(
        renderPage(<PlanPage frame={frame} planned={planned.filter(isReturned)} taken={outcome} rows={packed(rows)} />),
      )
  } catch (problem) {
    const refusal = refusalWithin(problem)
    if (refusal?.rule !== 'SAVE') throw problem
    const { planned, digest } = await planTakingIn({
      work: await startWork({ payload: services.payload, actor, from: 'panel' }),
      rows,
    })
    response
      .status(409)
      .type('html')
      .send(
        renderPage(
          <PlanPage
            frame={frame}
            planned={planned}
            rows={packed(rows)}
            agreedTo={digest}
            idempotencyKey={newIdempotencyKey()}
            sentences={[refusalSentence(refusal)]}
          />,
        ),
      )
  }
}

/** The rows that cannot be taken in, as a file in the same columns with what to put right. Changes nothing. */
export const giveReturnedRows: PortalHandler = async ({ services, request, response }) => {
  const { actor } = await openPage({ services, request, response })
  const typed = typedIn(request.body)
  const { planned } = await planTakingIn({
    work: await startWork({ payload: services.payload, actor, from: 'panel' }),
    rows: unpacked(typed.rows),
  })
  const rows = planned
    .filter(isReturned)
    .map(({ words, reason, nextStep }) => ({ words, problem: `${reason} ${nextStep}` }))
  sendFile({ response, file: await returnedFile({ rows, form: typed.form === 'xlsx' ? 'xlsx' : 'csv' }) })
}

/** A photograph may come in, so that it can be told that it is one. What a list may have is less. */
const LARGEST_FILE = 10_000_000

const isReturned = (row: PlannedRow): row is Extract<PlannedRow, { outcome: 'returned' }> => row.outcome === 'returned'

/** Rows as one hidden field holds them: the row's number, what is marked of it, and its cells in the order of columns. */
const packed = (rows: readonly SheetRow[]): string =>
  JSON.stringify(
    rows.map(({ row, words, isHidden, shared = [] }) => [
      row,
      [...(isHidden ? [HIDDEN_MARK] : []), ...shared].join(' '),
      ...COLUMNS.map(({ key }) => words[key]),
    ]),
  )

const unpacked = (field: string | undefined): SheetRow[] => {
  const parsed = packedSchema.safeParse(field)
  if (!parsed.success)
    throw badInputError({ reason: 'The rows did not come along.', nextStep: 'Choose the file again.' })
  return parsed.data.map(([row, written, ...cells]) => {
    const marks = written.split(' ')
    const shared = COLUMNS.map(({ key }) => key).filter((key) => marks.includes(key))
    return {
      row,
      words: { ...NO_WORDS, ...Object.fromEntries(COLUMNS.map(({ key }, index) => [key, cells[index] ?? ''])) },
      ...(marks.includes(HIDDEN_MARK) ? { isHidden: true } : {}),
      ...(shared.length > 0 ? { shared } : {}),
    }
  })
}

const HIDDEN_MARK = 'hidden'

const packedSchema = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      context.addIssue('no list')
      return z.NEVER
    }
  })
  .pipe(z.array(z.tuple([z.number().int(), z.string()], z.string())).max(LIST_LIMITS.rows))

import type { Response } from 'express'
import type { ReactElement } from 'react'
import { startWork, type Work } from '../../core/access/work.ts'
import { inTransaction } from '../../core/database/transaction.ts'
import { badInputError, refusalWithin } from '../../core/errors/problems.ts'
import { refusalSentence } from '../../core/errors/refusal.ts'
import { wordsWithin } from '../../core/http/httpProblem.ts'
import { fingerprintOf, idempotencyKeyOf, newIdempotencyKey, withIdempotency } from '../../core/http/idempotency.ts'
import { readUploadedForm } from '../../core/http/uploadedForm.ts'
import { readSheet } from '../../core/sheets/readSheet.ts'
import { PAPER_DAY } from '../../programme/meetings/fields.ts'
import { bringIn, childOfPaper, PAPER_LIMITS, planBringingIn } from '../../programme/meetings/logs/paper/bringIn.ts'
import { readPaperRows, type PaperRow } from '../../programme/meetings/logs/paper/readPaperRows.ts'
import { renderPage } from '../design/renderPage.ts'
import type { PortalHandler } from '../visit/handler.ts'
import { idIn, openPage } from '../visit/openPage.ts'
import { typedIn, type Typed } from '../visit/typed.ts'
import { sendFile } from '../workingList/leaving.tsx'
import { ChooseSheetPage } from './ChooseSheetPage.tsx'
import { anywayField, dayField, SheetPlanPage } from './SheetPlanPage.tsx'
import { packed, unpacked } from './packed.ts'
import { returnedSheet } from './returnedSheet.ts'

/** The page on which an old log sheet of a child is chosen. */
export const showBringIn: PortalHandler = async (given) => {
  const { frame, child } = await openChild(given)
  send({
    response: given.response,
    page: <ChooseSheetPage frame={frame} child={child} idempotencyKey={newIdempotencyKey()} />,
  })
}

/**
 * Reads the file and shows, row by row, what bringing it in would do. Nothing is changed and the file is not kept: its
 * rows go along in the page.
 */
export const checkSheet: PortalHandler = async (given) => {
  const { request, response } = given
  const { actor, frame, child, work } = await openChild(given)
  try {
    const { file } = await readUploadedForm({
      request,
      response,
      fileField: 'sheet',
      largest: LARGEST_FILE,
      smaller: `Leave out pictures and other sheets, or bring it in parts of up to ${PAPER_LIMITS.rows - 1} rows. A photograph is no list: type its rows into a spreadsheet.`,
    })
    if (!file)
      throw badInputError({ reason: 'No file was chosen.', nextStep: 'Choose the file with the log sheet in it.' })
    const { rows, leftOut } = readPaperRows(
      await readSheet({ bytes: file.bytes, limits: PAPER_LIMITS, by: actor.userId }),
    )
    if (rows.length === 0)
      throw badInputError({
        reason: 'There is no row under the headings.',
        nextStep: 'Choose the file with the log sheet in it.',
      })
    const { planned, digest } = await planBringingIn({ work, child, rows })
    send({
      response,
      page: (
        <SheetPlanPage
          frame={frame}
          child={child}
          file={file.name}
          planned={planned}
          leftOut={leftOut}
          rows={packed(rows)}
          agreedTo={digest}
          idempotencyKey={newIdempotencyKey()}
        />
      ),
    })
  } catch (problem) {
    const words = wordsWithin(problem)
    const status = Number((problem as { status?: unknown }).status)
    if (!words || status >= 500) throw problem
    send({
      response,
      status,
      page: (
        <ChooseSheetPage
          frame={frame}
          child={child}
          idempotencyKey={newIdempotencyKey()}
          error={refusalSentence(words)}
        />
      ),
    })
  }
}

/**
 * What is done with the rows that were looked at: they are looked at once more with what was settled about them, given
 * back as a file, or brought in, all or none. Something settled that the page did not show yet is looked at first,
 * whichever button was pressed. The answer is the page itself, since the rows that came back stand in it and are stored
 * nowhere; sent again, it is answered from what was done the first time.
 */
export const takeRows: PortalHandler = async (given) => {
  const { services, request, response } = given
  const { actor, frame, child, work } = await openChild(given)
  const typed = typedIn(request.body)
  const before = unpacked(typed.rows)
  const rows = before.map((row) => ({ ...row, settled: settledIn({ typed, row }) }))
  const file = (typed.file ?? '').slice(0, 200)
  const page = async ({
    sentences = [],
    taken,
  }: { sentences?: string[]; taken?: number } = {}): Promise<ReactElement> => {
    const fresh = await startWork({ payload: services.payload, actor, from: 'panel' })
    const { planned, digest } = await planBringingIn({ work: fresh, child, rows })
    return (
      <SheetPlanPage
        frame={frame}
        child={child}
        file={file}
        planned={planned}
        rows={packed(rows)}
        agreedTo={digest}
        idempotencyKey={newIdempotencyKey()}
        sentences={sentences}
        taken={taken}
      />
    )
  }
  if (typed.deed === 'csv' || typed.deed === 'xlsx') {
    const { planned } = await planBringingIn({ work, child, rows })
    return sendFile({ response, file: await returnedSheet({ planned, form: typed.deed }) })
  }
  const isSeen = JSON.stringify(rows) === JSON.stringify(before)
  if (typed.deed !== 'bring-in' || !isSeen) return send({ response, page: await page() })
  try {
    const taken = await bringInOnce({ work, request, userId: actor.userId, childId: child.id, rows, file, typed })
    send({ response, page: await page({ taken }) })
  } catch (problem) {
    const refusal = refusalWithin(problem)
    if (refusal?.rule !== 'SAVE') throw problem
    send({ response, status: 409, page: await page({ sentences: [refusalSentence(refusal)] }) })
  }
}

const bringInOnce = async ({
  work,
  request,
  userId,
  typed,
  ...given
}: {
  work: Work
  request: Parameters<PortalHandler>[0]['request']
  userId: string
  childId: string
  rows: PaperRow[]
  file: string
  typed: Typed
}): Promise<number> => {
  const { outcome } = await inTransaction({
    req: work.req,
    work: () =>
      withIdempotency(
        {
          query: work.query,
          key: idempotencyKeyOf({ body: request.body }),
          actor: userId,
          purpose: 'bring in a log sheet',
          fingerprint: fingerprintOf({ address: request.originalUrl, body: request.body as unknown }),
        },
        async () => ({ ...(await bringIn({ work, ...given, agreedTo: typed.agreedTo ?? '' })) }),
      ),
  })
  return Number(outcome.new)
}

/** The child of the address; that their record was looked at is recorded, and who may not is refused. */
const openChild = async ({ services, request, response }: Parameters<PortalHandler>[0]) => {
  const { actor, frame } = await openPage({ services, request, response })
  const work = await startWork({ payload: services.payload, actor, from: 'panel' })
  return { actor, frame, work, child: await childOfPaper({ work, childId: idIn(request) }) }
}

const settledIn = ({ typed, row }: { typed: Typed; row: PaperRow }): PaperRow['settled'] => {
  const day = typed[dayField(row.row)]
  // A box that was not shown says nothing; one that was, and is not ticked, is not posted.
  const wasAsked = typed[`${anywayField(row.row)}-asked`] === 'yes'
  return {
    day: day === undefined ? row.settled.day : day.trim().slice(0, PAPER_DAY.longest),
    anyway: wasAsked ? typed[anywayField(row.row)] === 'yes' : row.settled.anyway,
  }
}

const send = ({ response, page, status = 200 }: { response: Response; page: ReactElement; status?: number }): void => {
  response.status(status).type('html').send(renderPage(page))
}

/** A photograph may come in, so that it can be told that it is one. What a sheet may have is less. */
const LARGEST_FILE = 10_000_000

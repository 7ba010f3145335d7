import { startWork } from '../../core/access/work.ts'
import { londonDate, speakDate } from '../../core/clock/londonDates.ts'
import type { SheetFile } from '../../core/sheets/writeSheet.ts'
import { COLUMNS } from '../../programme/workingList/columns.ts'
import { filterIn, filterInWords, filterQuery } from '../../programme/workingList/filter.ts'
import type { ListRow } from '../../programme/workingList/list.ts'
import { listFile, rowsToLeave } from '../../programme/workingList/sheet.ts'
import type { Response } from 'express'
import { DataTable } from '../design/DataTable.tsx'
import { EmptyState } from '../design/EmptyState.tsx'
import { Heading } from '../design/Heading.tsx'
import { Page } from '../design/Page.tsx'
import type { PageFrame } from '../design/pageFrame.ts'
import { renderPage } from '../design/renderPage.ts'
import { openPage } from '../visit/openPage.ts'
import type { PortalHandler } from '../visit/handler.ts'

/** The list as a file, CSV or a workbook, with what the address asks for [ELG-6, DAT-6]. */
export const giveFile: PortalHandler = async ({ services, request, response }) => {
  const { actor } = await openPage({ services, request, response })
  const form = request.query.form === 'xlsx' ? 'xlsx' : 'csv'
  const work = await startWork({ payload: services.payload, actor, from: 'panel' })
  const rows = await rowsToLeave({ work, filter: filterIn(request.query).filter, form })
  sendFile({ response, file: await listFile({ work, rows, form }) })
}

/** The list to print, on A4 across, with the same columns [ELG-6]; recorded like a file. */
export const showPrint: PortalHandler = async ({ services, request, response }) => {
  const { actor, frame, now } = await openPage({ services, request, response })
  const { filter } = filterIn(request.query)
  const rows = await rowsToLeave({
    work: await startWork({ payload: services.payload, actor, from: 'panel' }),
    filter,
    form: 'print',
  })
  response
    .type('html')
    .send(
      renderPage(
        <PrintPage
          frame={frame}
          rows={rows}
          asked={filterInWords(filter)}
          on={speakDate(londonDate(now))}
          backHref={`/admin/working-list${filterQuery({ filter })}`}
        />,
      ),
    )
}

/** Hands a file over to be saved, never to be opened in the browser. */
export const sendFile = ({ response, file }: { response: Response; file: SheetFile }): void => {
  response.setHeader('Content-Disposition', `attachment; filename="${file.name}"`)
  response.setHeader('Content-Type', file.contentType)
  response.send(file.body)
}

type PrintProps = { frame: PageFrame; rows: readonly ListRow[]; asked: string; on: string; backHref: string }

const PrintPage = ({ frame, rows, asked, on, backHref }: PrintProps) => (
  <Page frame={frame} title="Working list" width="wide" back={{ href: backHref, text: 'Back to the list' }}>
    <div className="printed-sheet flow">
      <Heading caption={`${asked}, ${rows.length} ${rows.length === 1 ? 'child' : 'children'}, on ${on}`}>
        Working list
      </Heading>
      <p className="printed-sheet__hint">
        Print it with your browser: it is laid out for A4, across. Keep the paper locked away, and shred it.
      </p>
      {rows.length === 0 ? (
        <EmptyState title="There is nobody to print.">Ask for more of the list, then print again.</EmptyState>
      ) : (
        <DataTable
          caption={`Working list, ${on}`}
          captionHidden
          columns={COLUMNS.map(({ key, heading }) => ({
            key,
            header: heading,
            cell: ({ shown }: ListRow) => <span className="words">{shown[key]}</span>,
          }))}
          rows={rows}
          rowKey={({ key }) => key}
        />
      )}
    </div>
  </Page>
)

import { startWork } from '../../core/access/work.ts'
import { londonDate, speakDate } from '../../core/clock/londonDates.ts'
import { LOG_SHEET, type PaperColumn } from '../../programme/meetings/logs/paper/columns.ts'
import { logSheetOf, type SheetLine } from '../../programme/meetings/logs/logSheet.ts'
import { ButtonLink } from '../design/ButtonLink.tsx'
import { DataTable } from '../design/DataTable.tsx'
import { EmptyState } from '../design/EmptyState.tsx'
import { Heading } from '../design/Heading.tsx'
import { Page } from '../design/Page.tsx'
import type { PageFrame } from '../design/pageFrame.ts'
import { renderPage } from '../design/renderPage.ts'
import type { PortalHandler } from '../visit/handler.ts'
import { idIn, openPage } from '../visit/openPage.ts'

/** A child's log sheet to read and to print, in the columns of the programme's own [LOG-6]. */
export const showLogSheet: PortalHandler = async ({ services, request, response }) => {
  const { actor, frame, now } = await openPage({ services, request, response })
  const work = await startWork({ payload: services.payload, actor, from: 'panel' })
  const { child, lines } = await logSheetOf({ work, childId: idIn(request) })
  response
    .type('html')
    .send(
      renderPage(
        <LogSheetPage
          frame={frame}
          childId={child.id}
          childName={child.name}
          lines={lines}
          on={speakDate(londonDate(now))}
        />,
      ),
    )
}

type LogSheetProps = { frame: PageFrame; childId: string; childName: string; lines: readonly SheetLine[]; on: string }

const LogSheetPage = ({ frame, childId, childName, lines, on }: LogSheetProps) => (
  <Page
    frame={frame}
    title={`Log sheet: ${childName}`}
    width="wide"
    back={{ href: `/admin/collections/children/${childId}`, text: `Back to ${childName}` }}
  >
    <div className="printed-sheet flow">
      <Heading caption={`${lines.length} ${lines.length === 1 ? 'meeting' : 'meetings'}, on ${on}`}>
        Log sheet: {childName}
      </Heading>
      <p className="printed-sheet__hint">
        Print it with your browser: it is laid out for A4, across. Keep the paper locked away, and shred it.
      </p>
      {lines.length === 0 ? (
        <EmptyState title="There are no logs yet.">
          If you kept a sheet on paper or in a spreadsheet, bring it in.
        </EmptyState>
      ) : (
        <DataTable
          caption={`Log sheet of ${childName}, ${on}`}
          captionHidden
          columns={LOG_SHEET.map(({ key, heading }) => ({
            key,
            header: heading,
            cell: (line: SheetLine) =>
              key === 'heldOn' ? <DayOfLine line={line} /> : <span className="words">{cellOf(key, line)}</span>,
          }))}
          rows={lines}
          rowKey={({ id }) => id}
        />
      )}
      <p className="printed-sheet__hint">
        <ButtonLink href={`/log-sheets/${childId}/bring-in`} variant="secondary">
          Bring in an old log sheet
        </ButtonLink>
      </p>
    </div>
  </Page>
)

const DayOfLine = ({ line: { heldOn, paperFile, paperRow } }: { line: SheetLine }) => (
  <>
    {speakDate(heldOn)}
    {paperFile === null ? null : <p className="muted">From paper, row {paperRow}</p>}
  </>
)

const cellOf = (key: Exclude<PaperColumn, 'heldOn'>, line: SheetLine): string =>
  key === 'comment'
    ? [line.comment ?? '', ...line.notes.map((note) => `Added later: ${note}`)].filter(Boolean).join('\n')
    : (line[key] ?? '')

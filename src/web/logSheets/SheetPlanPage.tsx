import type { ReactElement, ReactNode } from 'react'
import { speakDate } from '../../core/clock/londonDates.ts'
import { PAPER_DAY } from '../../programme/meetings/fields.ts'
import type { ChildOfPaper } from '../../programme/meetings/logs/paper/bringIn.ts'
import { LOG_SHEET } from '../../programme/meetings/logs/paper/columns.ts'
import { countPaperRows, type PlannedLog } from '../../programme/meetings/logs/paper/plan.ts'
import { namesChild, SIGN_WORDS } from '../../programme/meetings/logs/paper/signs.ts'
import { Button } from '../design/Button.tsx'
import { ButtonLink } from '../design/ButtonLink.tsx'
import { ButtonRow } from '../design/ButtonRow.tsx'
import { Card } from '../design/Card.tsx'
import { Checkbox } from '../design/Checkbox.tsx'
import { DataTable } from '../design/DataTable.tsx'
import { Details } from '../design/Details.tsx'
import { Form } from '../design/Form.tsx'
import { Heading } from '../design/Heading.tsx'
import { Notice } from '../design/Notice.tsx'
import { Page } from '../design/Page.tsx'
import type { PageFrame } from '../design/pageFrame.ts'
import { SummaryList } from '../design/SummaryList.tsx'
import { TextField } from '../design/TextField.tsx'

/** The field in which the day of a row is settled. */
export const dayField = (row: number): string => `day-${row}`

/** The box by which a row is brought in although something stood against it. */
export const anywayField = (row: number): string => `anyway-${row}`

type SheetPlanProps = {
  frame: PageFrame
  child: ChildOfPaper
  file: string
  planned: readonly PlannedLog[]
  /** The rows as the form carries them on. */
  rows: string
  /** Headings and pages that are no part of a log sheet. */
  leftOut?: readonly string[]
  agreedTo: string
  idempotencyKey: string
  sentences?: readonly string[]
  /** How many logs were brought in, once it was done. */
  taken?: number
}

/** What bringing in a log sheet would do, row by row; or, afterwards, what it did and which rows came back. */
export const SheetPlanPage = ({
  frame,
  child,
  file,
  planned,
  rows,
  leftOut = [],
  agreedTo,
  idempotencyKey,
  sentences = [],
  taken,
}: SheetPlanProps): ReactElement => {
  const counts = countPaperRows(planned)
  const returned = planned.filter((row) => row.outcome === 'returned')
  const going = planned.filter((row) => row.outcome === 'new')
  const known = planned.filter((row) => row.outcome === 'known')
  const worrying = planned.filter(({ signs }) => signs.includes('worry'))
  const isOfThisChild = namesChild({ rows: planned, child })
  const isDone = taken !== undefined
  const title = isDone ? 'The log sheet is brought in' : 'Look at the rows'
  return (
    <Page
      frame={frame}
      title={title}
      width="wide"
      back={
        isDone
          ? { href: `/admin/collections/children/${child.id}`, text: `Back to ${child.name}` }
          : { href: `/log-sheets/${child.id}/bring-in`, text: 'Choose another file' }
      }
      generalErrors={sentences}
    >
      {isDone ? (
        <Notice
          tone="success"
          title={`${inLogs(taken)} brought in.${counts.returned > 0 ? ` ${inRows(counts.returned)} came back.` : ''}`}
          announced
        />
      ) : null}
      <Heading caption={`${child.name}, ${file}`}>{title}</Heading>
      <SummaryList
        rows={
          isDone
            ? [
                { term: 'Brought in', value: taken },
                { term: 'Came back', value: counts.returned },
              ]
            : [
                { term: 'To bring in', value: counts.new },
                { term: 'Brought in already, or twice on the sheet', value: counts.known },
                { term: 'Cannot be brought in yet', value: counts.returned },
              ]
        }
      />
      {leftOut.length > 0 ? <Notice title={`Not part of a log sheet, and left out: ${leftOut.join(', ')}`} /> : null}
      {isOfThisChild ? null : (
        <Notice tone="warning" title={`Nothing on this sheet names ${child.name}`}>
          <p>Is it the sheet of this child? What is brought in cannot be moved to another afterwards.</p>
        </Notice>
      )}
      {worrying.length > 0 ? (
        <Notice tone="warning" title={`${inRows(worrying.length)} may tell of a worry: ${rowNumbers(worrying)}`}>
          <p>
            We only looked for words, and nobody is told by this. Read these rows. If a worry in them was never
            reported, <a href="/portal/worry">report it now</a>.
          </p>
        </Notice>
      ) : null}
      <Form
        action={`/log-sheets/${child.id}/bring-in/rows`}
        idempotencyKey={idempotencyKey}
        hidden={{ rows, agreedTo, file }}
      >
        {going.length > 0 ? (
          <ButtonRow>
            <Button name="deed" value="bring-in">
              Bring in {inLogs(going.length)}
            </Button>
          </ButtonRow>
        ) : isDone ? (
          <ButtonRow>
            <ButtonLink href={`/log-sheets/${child.id}`}>See the whole log sheet</ButtonLink>
          </ButtonRow>
        ) : (
          <Notice title="There is nothing to bring in as it stands." />
        )}
        {returned.length > 0 ? (
          <Part id="returned" title={isDone ? 'Rows that came back' : 'Rows that cannot be brought in yet'}>
            {returned.map((row) => (
              <Row key={row.row} row={row}>
                {row.problems.map(({ reason, nextStep }) => (
                  <p key={reason}>
                    <strong>{reason}</strong> {nextStep}
                  </p>
                ))}
                <Settle row={row} />
              </Row>
            ))}
            <ButtonRow>
              {returned.some(({ problems }) => problems.some(({ settles }) => settles)) ? (
                <Button variant="secondary" name="deed" value="look">
                  Look again with what I settled
                </Button>
              ) : null}
              <Button variant="secondary" name="deed" value="csv" hiddenText="of the rows to put right">
                Get them as CSV
              </Button>
              <Button variant="secondary" name="deed" value="xlsx" hiddenText="of the rows to put right">
                Get them as a workbook
              </Button>
            </ButtonRow>
          </Part>
        ) : null}
      </Form>
      {going.length > 0 ? (
        <Part id="going" title="Rows to bring in">
          <DataTable
            caption="Rows to bring in"
            captionHidden
            columns={[
              {
                key: 'day',
                header: 'Day',
                cell: (row: Planned<'new'>) => `${speakDate(row.log.heldOn)} (row ${row.row})`,
              },
              ...LOG_SHEET.map(({ key, heading }) => ({
                key,
                header: key === 'heldOn' ? 'Date on the sheet' : heading,
                cell: ({ words }: Planned<'new'>) =>
                  key === 'heldOn' ? words.heldOn : <span className="words">{words[key]}</span>,
              })),
              { key: 'known', header: 'To know', cell: (row: Planned<'new'>) => <ToKnow row={row} /> },
            ]}
            rows={going}
            rowKey={({ row }) => String(row)}
          />
        </Part>
      ) : null}
      {known.length > 0 ? (
        <Details summary={isDone ? 'What is in the record now' : 'Rows that are left out'}>
          <ul>
            {known.map((row) => (
              <li key={row.row}>
                Row {row.row}: {row.outcome === 'known' ? row.because : ''}
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
    </Page>
  )
}

type Planned<Outcome> = Extract<PlannedLog, { outcome: Outcome }>

const Part = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <section className="flow" aria-labelledby={id}>
    <Heading level={2} id={id}>
      {title}
    </Heading>
    {children}
  </section>
)

/** How a row was read, where that is not plain, and what its words may be a sign of. */
const ToKnow = ({ row }: { row: PlannedLog }) => (
  <>
    {[...row.notes, ...row.signs.map((sign) => SIGN_WORDS[sign])].map((words) => (
      <p key={words}>{words}</p>
    ))}
  </>
)

/** One row that came back as it stands on the sheet, and what is said of it. */
const Row = ({ row, children }: { row: PlannedLog; children: ReactNode }) => (
  <Card title={`Row ${row.row}: ${row.words.heldOn || 'no date'}`} level={3}>
    {children}
    {row.signs.map((sign) => (
      <p key={sign}>{SIGN_WORDS[sign]}</p>
    ))}
    <ul>
      {LOG_SHEET.filter(({ key }) => row.words[key] !== '').map(({ key, heading }) => (
        <li key={key} className="words">
          {heading}: {row.words[key]}
        </li>
      ))}
    </ul>
  </Card>
)

const Settle = ({ row }: { row: Planned<'returned'> }) => {
  const asks = new Set(row.problems.map(({ settles }) => settles))
  return (
    <>
      {asks.has('day') || row.settled.day !== '' ? (
        <TextField
          name={dayField(row.row)}
          label={`The day of row ${row.row}`}
          hint="Day, month and year, as in 24/9/2024"
          value={row.settled.day}
          width="short"
          maxLength={PAPER_DAY.longest}
        />
      ) : null}
      {asks.has('anyway') ? (
        <>
          <input type="hidden" name={`${anywayField(row.row)}-asked`} value="yes" />
          <Checkbox
            name={anywayField(row.row)}
            label={`Row ${row.row} took place, and is a meeting of its own: bring it in`}
            checked={row.settled.anyway}
          />
        </>
      ) : null}
    </>
  )
}

const rowNumbers = (rows: readonly PlannedLog[]): string =>
  `${rows.length === 1 ? 'row' : 'rows'} ${rows.map(({ row }) => row).join(', ')}`

const inRows = (count: number): string => (count === 1 ? '1 row' : `${count} rows`)
const inLogs = (count: number): string => (count === 1 ? '1 log' : `${count} logs`)

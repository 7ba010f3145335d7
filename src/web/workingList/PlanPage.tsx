import type { ReactElement, ReactNode } from 'react'
import { COLUMNS } from '../../programme/workingList/columns.ts'
import { countOutcomes, type Counts, type PlannedRow } from '../../programme/workingList/plan.ts'
import { Button } from '../design/Button.tsx'
import { ButtonLink } from '../design/ButtonLink.tsx'
import { DataTable } from '../design/DataTable.tsx'
import { Details } from '../design/Details.tsx'
import { Form } from '../design/Form.tsx'
import { Heading } from '../design/Heading.tsx'
import { Notice } from '../design/Notice.tsx'
import { Page } from '../design/Page.tsx'
import type { PageFrame } from '../design/pageFrame.ts'
import { SummaryList } from '../design/SummaryList.tsx'

type PlanProps = {
  frame: PageFrame
  planned: readonly PlannedRow[]
  /** The rows as the form carries them on. */
  rows: string
  /** Headings that the list does not know. */
  leftOut?: readonly string[]
  /** What was done, once it was. */
  taken?: Counts
  agreedTo?: string
  idempotencyKey?: string
  sentences?: readonly string[]
}

/** What taking in a list would do, row by row; or, afterwards, what it did and which rows came back. */
export const PlanPage = ({
  frame,
  planned,
  rows,
  leftOut = [],
  taken,
  agreedTo = '',
  idempotencyKey = '',
  sentences = [],
}: PlanProps): ReactElement => {
  const counts = taken ?? countOutcomes(planned)
  const returned = planned.filter((row) => row.outcome === 'returned')
  const toLookAt = planned.filter(({ outcome, notes }) => outcome !== 'returned' && notes.length > 0)
  const rest = planned.filter(({ outcome, notes }) => outcome !== 'returned' && notes.length === 0)
  const moving = counts.new + counts.changed
  const title = taken ? 'The list is taken in' : 'Look at the rows'
  return (
    <Page
      frame={frame}
      title={title}
      width="wide"
      back={taken ? undefined : { href: '/working-list/import', text: 'Choose another file' }}
      generalErrors={sentences}
    >
      {taken ? (
        <Notice
          tone="success"
          title={`${inRows(taken.new + taken.changed)} taken in.${taken.returned > 0 ? ` ${inRows(taken.returned)} came back.` : ''}`}
          announced
        />
      ) : null}
      <Heading>{title}</Heading>
      <SummaryList
        rows={[
          { term: 'New on the list', value: counts.new },
          { term: 'Changed', value: counts.changed },
          { term: 'On the list already, the same', value: counts.unchanged },
          { term: taken ? 'Came back' : 'Cannot be taken in yet', value: counts.returned },
        ]}
      />
      {leftOut.length > 0 ? (
        <Notice title={`Not part of the working list, and left out: ${leftOut.join(', ')}`} />
      ) : null}
      {taken ? (
        <p>
          <ButtonLink href="/admin/working-list?phase=to-complete">Complete the new rows</ButtonLink>
        </p>
      ) : moving > 0 ? (
        <Form action="/working-list/import/take-in" idempotencyKey={idempotencyKey} hidden={{ rows, agreedTo }}>
          <Button>Take in {inRows(moving)}</Button>
        </Form>
      ) : (
        <Notice title="There is nothing new to take in." />
      )}
      {returned.length > 0 ? (
        <Part id="returned" title={taken ? 'Rows that came back' : 'Rows that cannot be taken in yet'}>
          <PlanTable
            caption="Rows to put right"
            planned={returned}
            says={(row) => (row.outcome === 'returned' ? [row.reason, row.nextStep] : [])}
          />
          <form method="post" action="/working-list/import/returned" className="button-row">
            <input type="hidden" name="rows" value={rows} />
            <Button variant="secondary" name="form" value="csv" hiddenText="of the rows to put right">
              Get them as CSV
            </Button>
            <Button variant="secondary" name="form" value="xlsx" hiddenText="of the rows to put right">
              Get them as a workbook
            </Button>
          </form>
        </Part>
      ) : null}
      {toLookAt.length > 0 ? (
        <Part id="look" title="Taken in, and worth a look">
          <PlanTable caption="Rows worth a look" planned={toLookAt} says={(row) => [deedOf(row), ...row.notes]} />
        </Part>
      ) : null}
      {rest.length > 0 ? (
        <Details summary={`The other ${inRows(rest.length)}`}>
          <PlanTable caption="The other rows" planned={rest} says={(row) => [deedOf(row)]} />
        </Details>
      ) : null}
    </Page>
  )
}

const Part = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <section className="flow" aria-labelledby={id}>
    <Heading level={2} id={id}>
      {title}
    </Heading>
    {children}
  </section>
)

const PlanTable = ({
  caption,
  planned,
  says,
}: {
  caption: string
  planned: readonly PlannedRow[]
  says: (row: PlannedRow) => string[]
}) => (
  <DataTable
    caption={caption}
    captionHidden
    columns={[
      { key: 'name', header: 'Name', cell: ({ words }: PlannedRow) => words.name || 'No name' },
      { key: 'row', header: 'Row of the sheet', cell: ({ row }: PlannedRow) => row, numeric: true },
      { key: 'age', header: 'Age and year group', cell: ({ words }: PlannedRow) => words.ageGiven },
      {
        key: 'says',
        header: 'What happens',
        cell: (row: PlannedRow) => says(row).map((sentence) => <p key={sentence}>{sentence}</p>),
      },
    ]}
    rows={planned}
    rowKey={({ row }) => String(row)}
  />
)

const deedOf = (row: PlannedRow): string => {
  if (row.outcome === 'new') return 'New on the list, to complete.'
  if (row.outcome === 'unchanged') return 'On the list already; nothing changes.'
  if (row.outcome === 'returned') return row.reason
  const changed = COLUMNS.filter(({ key }) => row.changes[key] !== undefined).map(({ heading }) =>
    heading.toLowerCase(),
  )
  return `Changes ${changed.join(', ')}.`
}

const inRows = (count: number): string => (count === 1 ? '1 row' : `${count} rows`)

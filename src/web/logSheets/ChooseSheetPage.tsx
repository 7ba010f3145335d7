import type { ReactElement } from 'react'
import { PAPER_LIMITS, type ChildOfPaper } from '../../programme/meetings/logs/paper/bringIn.ts'
import { LOG_SHEET } from '../../programme/meetings/logs/paper/columns.ts'
import { Button } from '../design/Button.tsx'
import { Details } from '../design/Details.tsx'
import { FileField } from '../design/FileField.tsx'
import { Form } from '../design/Form.tsx'
import { Heading } from '../design/Heading.tsx'
import { Page } from '../design/Page.tsx'
import type { PageFrame } from '../design/pageFrame.ts'

/** Where the log sheet of a child that was kept on paper or in a spreadsheet is chosen. */
export const ChooseSheetPage = ({
  frame,
  child,
  idempotencyKey,
  error,
}: {
  frame: PageFrame
  child: ChildOfPaper
  idempotencyKey: string
  error?: string
}): ReactElement => (
  <Page
    frame={frame}
    title="Bring in an old log sheet"
    back={{ href: `/admin/collections/children/${child.id}`, text: `Back to ${child.name}` }}
    errors={error === undefined ? {} : { sheet: error }}
  >
    <Heading caption={child.name}>Bring in an old log sheet</Heading>
    <p>
      The sheet of {child.name} alone. You see first, row by row, what would happen. Nothing changes until you say so,
      nobody is written to, and the file is not kept.
    </p>
    <Form action={`/log-sheets/${child.id}/bring-in`} idempotencyKey={idempotencyKey} upload>
      <FileField
        name="sheet"
        label={`The log sheet of ${child.name}`}
        hint={`A CSV file or an Excel workbook (.xlsx), up to ${PAPER_LIMITS.rows - 1} rows.`}
        accept=".csv,.xlsx,.tsv,.txt"
        error={error}
      />
      <Button>Look at the rows</Button>
    </Form>
    <Details summary="What the sheet should look like">
      <p>The first row names the columns, in any order. The date is needed, and two columns more:</p>
      <ul>
        {LOG_SHEET.map(({ key, heading }) => (
          <li key={key}>{heading}</li>
        ))}
      </ul>
      <p>A sheet that is on paper alone is typed into a spreadsheet first.</p>
    </Details>
  </Page>
)

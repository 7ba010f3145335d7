import type { ReactElement } from 'react'
import { COLUMNS } from '../../programme/workingList/columns.ts'
import { LIST_LIMITS } from '../../programme/workingList/takeIn.ts'
import { Button } from '../design/Button.tsx'
import { Details } from '../design/Details.tsx'
import { FileField } from '../design/FileField.tsx'
import { Form } from '../design/Form.tsx'
import { Heading } from '../design/Heading.tsx'
import { Page } from '../design/Page.tsx'
import type { PageFrame } from '../design/pageFrame.ts'

/** Where a list is chosen to be brought in. */
export const ImportPage = ({
  frame,
  idempotencyKey,
  error,
}: {
  frame: PageFrame
  idempotencyKey: string
  error?: string
}): ReactElement => (
  <Page
    frame={frame}
    title="Bring in a list"
    back={{ href: '/admin/working-list', text: 'Back to the list' }}
    errors={error === undefined ? {} : { list: error }}
  >
    <Heading>Bring in a list</Heading>
    <p>You see first, row by row, what would happen. Nothing changes until you say so, and the file is not kept.</p>
    <Form action="/working-list/import/check" idempotencyKey={idempotencyKey} upload>
      <FileField
        name="list"
        label="Your list"
        hint={`A CSV file or an Excel workbook (.xlsx), up to ${LIST_LIMITS.rows - 1} rows.`}
        accept=".csv,.xlsx,.tsv,.txt"
        error={error}
      />
      <Button>Look at the rows</Button>
    </Form>
    <Details summary="What the list should look like">
      <p>The first row names the columns, in any order. Only the name is needed, and one column more:</p>
      <ul>
        {COLUMNS.map(({ key, heading }) => (
          <li key={key}>{heading}</li>
        ))}
      </ul>
      <p>A blank cell leaves what is on the list already.</p>
    </Details>
  </Page>
)

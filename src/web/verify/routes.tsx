import { createHash } from 'node:crypto'
import { Router } from 'express'
import { plainQuery } from '../../core/database/transaction.ts'
import { clientAddress } from '../../core/http/clientAddress.ts'
import { refuseForeignRequests } from '../../core/http/foreignRequests.ts'
import { newIdempotencyKey } from '../../core/http/idempotency.ts'
import { keepAddressPrivate } from '../../core/http/securityHeaders.ts'
import { readUploadedForm } from '../../core/http/uploadedForm.ts'
import { readSettings } from '../../core/settings/settings.ts'
import { isNumberOfCopy } from '../../programme/consent/copies/copies.ts'
import { Button } from '../design/Button.tsx'
import type { FieldErrors } from '../design/fieldErrors.ts'
import { FileField } from '../design/FileField.tsx'
import { Form } from '../design/Form.tsx'
import { Heading } from '../design/Heading.tsx'
import { Notice } from '../design/Notice.tsx'
import { Page } from '../design/Page.tsx'
import { pageFrame, type PageFrame } from '../design/pageFrame.ts'
import { renderPage } from '../design/renderPage.ts'
import { TextField } from '../design/TextField.tsx'
import { reachOf } from '../link/surroundings.ts'
import type { WebServices } from '../services.ts'

/**
 * Whether a file is a copy that we made of a parent's answers: by the file itself, of which nothing is kept, or by its
 * number (SHA-256). It says yes or no, names nobody, changes nothing, and is counted for each client [CON-7].
 */
export const verifyRoutes = (services: WebServices): Router => {
  const { environment, payload, rateLimits } = services
  const router = Router()
  const query = plainQuery(payload)
  const frame = async (): Promise<PageFrame> => {
    const settings = await readSettings({ query })
    const { charityName, programmeName, accent } = settings
    return pageFrame({ charityName, programmeName, accent, address: '/verify', reach: reachOf({ settings }) })
  }
  router.use(
    keepAddressPrivate,
    refuseForeignRequests({ publicUrl: environment.publicUrl, bodies: 'forms' }),
    rateLimits.limit({ name: 'verify-copy', points: 60, seconds: 15 * 60, key: clientAddress }),
  )
  router.get('/', async (request, response) => {
    const typed = typeof request.query.number === 'string' ? request.query.number : undefined
    const digest = digestIn(typed ?? '')
    const errors: FieldErrors =
      typed !== undefined && digest === undefined
        ? { number: 'A number of this kind has 64 signs: 0 to 9 and a to f.' }
        : {}
    const matches = digest === undefined ? undefined : await isNumberOfCopy({ query, digest })
    response
      .status(Object.keys(errors).length > 0 ? 400 : 200)
      .type('html')
      .send(renderPage(<VerifyPage frame={await frame()} typed={typed} errors={errors} matches={matches} />))
  })
  router.post('/', async (request, response) => {
    const { file } = await readUploadedForm({
      request,
      response,
      fileField: 'file',
      largest: 5_000_000,
      smaller: 'Choose the copy that we gave you: it is far smaller.',
    })
    if (file) return response.redirect(303, `/verify?number=${createHash('sha256').update(file.bytes).digest('hex')}`)
    response
      .status(400)
      .type('html')
      .send(
        renderPage(<VerifyPage frame={await frame()} errors={{ file: 'Choose the file that you want to check.' }} />),
      )
  })
  return router
}

/** A file's number as somebody typed it: capitals, spaces and line breaks make no difference. */
const digestIn = (typed: string): string | undefined =>
  /^[0-9a-f]{64}$/.exec(typed.replaceAll(/\s/g, '').toLowerCase())?.[0]

const VerifyPage = ({
  frame,
  typed,
  errors = {},
  matches,
}: {
  frame: PageFrame
  typed?: string
  errors?: FieldErrors
  matches?: boolean
}) => (
  <Page frame={frame} title="Check a copy" errors={errors}>
    {matches === undefined ? null : (
      <Notice
        tone={matches ? 'success' : 'warning'}
        title={matches ? 'Yes, we made this file. Nothing in it was changed.' : 'No, this is not a file as we made it.'}
        announced
      />
    )}
    <Heading>Check a copy</Heading>
    <p>
      We give parents a copy of what they said yes or no to. Here you can see if a file is such a copy. We say yes or
      no, and nothing else.
    </p>
    <Form action="/verify" idempotencyKey={newIdempotencyKey()} upload>
      <FileField
        name="file"
        label="The file"
        hint="A PDF file. We do not keep it."
        accept="application/pdf"
        error={errors.file}
      />
      <Button>Check this file</Button>
    </Form>
    <Heading level={2}>Or type its number</Heading>
    <form className="form flow" method="get" action="/verify" noValidate>
      <TextField
        name="number"
        label="The number of the file"
        hint="It is also called SHA-256. It has 64 signs."
        value={typed}
        spellCheck={false}
        maxLength={200}
        error={errors.number}
      />
      <Button variant="secondary">Check this number</Button>
    </form>
  </Page>
)

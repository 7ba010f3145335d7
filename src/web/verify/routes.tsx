import { createHash } from 'node:crypto'
import { Router, type Request, type Response } from 'express'
import { plainQuery } from '../../core/database/transaction.ts'
import { clientAddress } from '../../core/http/clientAddress.ts'
import { refuseForeignRequests } from '../../core/http/foreignRequests.ts'
import { newIdempotencyKey } from '../../core/http/idempotency.ts'
import { keepAddressPrivate } from '../../core/http/securityHeaders.ts'
import { readUploadedForm } from '../../core/http/uploadedForm.ts'
import { COMPLETE_LANGUAGES, type ParentWords } from '../../programme/people/parentWords/parentWords.ts'
import { isNumberOfCopy } from '../../programme/consent/copies/copies.ts'
import { Button } from '../design/Button.tsx'
import type { FieldErrors } from '../design/fieldErrors.ts'
import { FileField } from '../design/FileField.tsx'
import { Form } from '../design/Form.tsx'
import { Heading } from '../design/Heading.tsx'
import { Notice } from '../design/Notice.tsx'
import { Page } from '../design/Page.tsx'
import type { PageFrame } from '../design/pageFrame.ts'
import { renderPage } from '../design/renderPage.ts'
import { TextField } from '../design/TextField.tsx'
import { openWords } from '../link/language.ts'
import { LanguageSwitch } from '../link/LanguageSwitch.tsx'
import { openSurroundings } from '../link/surroundings.ts'
import type { WebServices } from '../services.ts'

/**
 * Whether a file is a copy that we made of a parent's answers: by the file itself, of which nothing is kept, or by its
 * number (SHA-256). It says yes or no, names nobody, changes nothing, and is counted for each client [CON-7].
 */
export const verifyRoutes = (services: WebServices): Router => {
  const { environment, payload, rateLimits } = services
  const router = Router()
  const query = plainQuery(payload)
  const opened = async ({ request, response }: { request: Request; response: Response }) => {
    const words = openWords({ request, response })
    return { words, frame: (await openSurroundings({ services, request, words })).frame }
  }
  router.use(
    keepAddressPrivate,
    refuseForeignRequests({ publicUrl: environment.publicUrl, bodies: 'forms' }),
    rateLimits.limit({ name: 'verify-copy', points: 60, seconds: 15 * 60, key: clientAddress }),
  )
  router.get('/', async (request, response) => {
    const typed = typeof request.query.number === 'string' ? request.query.number : undefined
    const digest = digestIn(typed ?? '')
    const shown = await opened({ request, response })
    const errors: FieldErrors =
      typed !== undefined && digest === undefined ? { number: shown.words.say('verify.odd-number') } : {}
    const matches = digest === undefined ? undefined : await isNumberOfCopy({ query, digest })
    response
      .status(Object.keys(errors).length > 0 ? 400 : 200)
      .type('html')
      .send(renderPage(<VerifyPage {...shown} typed={typed} errors={errors} matches={matches} />))
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
    const shown = await opened({ request, response })
    response
      .status(400)
      .type('html')
      .send(renderPage(<VerifyPage {...shown} errors={{ file: shown.words.say('verify.no-file') }} />))
  })
  return router
}

/** A file's number as somebody typed it: capitals, spaces and line breaks make no difference. */
const digestIn = (typed: string): string | undefined =>
  /^[0-9a-f]{64}$/.exec(typed.replaceAll(/\s/g, '').toLowerCase())?.[0]

const VerifyPage = ({
  frame,
  words: { say },
  typed,
  errors = {},
  matches,
}: {
  frame: PageFrame
  words: ParentWords
  typed?: string
  errors?: FieldErrors
  matches?: boolean
}) => (
  <Page frame={frame} title={say('verify.title')} errors={errors}>
    {matches === undefined ? null : (
      <Notice tone={matches ? 'success' : 'warning'} title={say(matches ? 'verify.yes' : 'verify.no')} announced />
    )}
    <Heading>{say('verify.title')}</Heading>
    <LanguageSwitch languages={['en', ...COMPLETE_LANGUAGES]} to="verify" />
    <p>{say('verify.what')}</p>
    <Form action="/verify" idempotencyKey={newIdempotencyKey()} upload>
      <FileField
        name="file"
        label={say('verify.file')}
        hint={say('verify.file-hint')}
        accept="application/pdf"
        error={errors.file}
      />
      <Button>{say('verify.check-file')}</Button>
    </Form>
    <Heading level={2}>{say('verify.or-number')}</Heading>
    <form className="form flow" method="get" action="/verify" noValidate>
      <TextField
        name="number"
        label={say('verify.number')}
        hint={say('verify.number-hint')}
        value={typed}
        spellCheck={false}
        maxLength={200}
        error={errors.number}
      />
      <Button variant="secondary">{say('verify.check-number')}</Button>
    </form>
  </Page>
)

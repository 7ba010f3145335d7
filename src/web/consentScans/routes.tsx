import { Router, type Request, type Response } from 'express'
import type { ReactElement } from 'react'
import { startWork } from '../../core/access/work.ts'
import { londonDate, londonTime, speakDate } from '../../core/clock/londonDates.ts'
import { isUuid } from '../../core/database/locks.ts'
import { inTransaction } from '../../core/database/transaction.ts'
import { badInputError } from '../../core/errors/problems.ts'
import { refusalSentence } from '../../core/errors/refusal.ts'
import { refuseForeignRequests } from '../../core/http/foreignRequests.ts'
import { wordsWithin } from '../../core/http/httpProblem.ts'
import { newIdempotencyKey } from '../../core/http/idempotency.ts'
import { keepAddressPrivate } from '../../core/http/securityHeaders.ts'
import { readUploadedForm } from '../../core/http/uploadedForm.ts'
import { FILE_KINDS } from '../../core/files/fileKinds.ts'
import { LARGEST_BROUGHT, SMALLER_SCAN } from '../../programme/consent/paper/scanRules.ts'
import { captureWithScans, keepScan, lookAtScan, scanFile } from '../../programme/consent/paper/scans.ts'
import { Button } from '../design/Button.tsx'
import { EmptyState } from '../design/EmptyState.tsx'
import { FileField } from '../design/FileField.tsx'
import { Form } from '../design/Form.tsx'
import { Heading } from '../design/Heading.tsx'
import { Page } from '../design/Page.tsx'
import type { PageFrame } from '../design/pageFrame.ts'
import { renderPage } from '../design/renderPage.ts'
import type { PortalHandler } from '../visit/handler.ts'
import { openPage } from '../visit/openPage.ts'
import type { WebServices } from '../services.ts'
import { requireCaseworker } from '../visit/visitor.ts'

/** The scans of paper forms, for the co-ordinator and committee alone. What was entered from them is the panel's. */
export const consentScanRoutes = (services: WebServices): Router => {
  const router = Router()
  const by = (handler: PortalHandler) => (request: Request, response: Response, next: () => void) =>
    isUuid(captureOf(request)) ? handler({ services, request, response }) : next()
  router.use(
    requireCaseworker,
    keepAddressPrivate,
    refuseForeignRequests({ publicUrl: services.environment.publicUrl, bodies: 'forms' }),
  )
  router.get('/:capture', by(showScans))
  router.post('/:capture', by(takeScan))
  router.get('/:capture/:scan', by(giveScan))
  return router
}

const showScans: PortalHandler = async (given) => {
  given.response.type('html').send(renderPage(await scansPage(given)))
}

/** Keeps the file that was chosen, and shows it among the others. */
const takeScan: PortalHandler = async (given) => {
  const { services, request, response } = given
  const { actor } = await openPage(given)
  try {
    const { file } = await readUploadedForm({
      request,
      response,
      fileField: 'scan',
      largest: LARGEST_BROUGHT,
      smaller: SMALLER_SCAN,
    })
    if (!file) throw badInputError({ reason: 'No file was chosen.', nextStep: 'Choose the scan of the form.' })
    const scan = await lookAtScan({ bytes: file.bytes, by: actor.userId })
    const work = await startWork({ payload: services.payload, actor, from: 'panel' })
    await inTransaction({ req: work.req, work: () => keepScan({ work, captureId: captureOf(request), scan }) })
    response.redirect(303, `/consent-scans/${captureOf(request)}`)
  } catch (problem) {
    const words = wordsWithin(problem)
    const status = Number((problem as { status?: unknown }).status)
    if (!words || !(status < 500) || [403, 404].includes(status)) throw problem
    response
      .status(status)
      .type('html')
      .send(renderPage(await scansPage(given, refusalSentence(words))))
  }
}

/** Hands a scan over to be saved or looked at apart: nothing in it can run, or reach anything of ours. */
const giveScan: PortalHandler = async (given) => {
  const { services, request, response } = given
  const { actor } = await openPage(given)
  const work = await startWork({ payload: services.payload, actor, from: 'panel' })
  const scan = await scanFile({ work, captureId: captureOf(request), scanId: String(request.params.scan) })
  if (!scan) throw Object.assign(new Error('There is no such scan.'), { status: 404 })
  response.setHeader('Content-Type', scan.kind)
  response.setHeader(
    'Content-Disposition',
    `attachment; filename="consent-form-${scan.digest.slice(0, 8)}.${FILE_KINDS[scan.kind]}"`,
  )
  response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  response.setHeader('Cache-Control', 'no-store')
  response.send(scan.bytes)
}

const scansPage = async (
  { services, request, response }: Parameters<PortalHandler>[0],
  error?: string,
): Promise<ReactElement> => {
  const { actor, frame } = await openPage({ services, request, response })
  const work = await startWork({ payload: services.payload, actor, from: 'panel' })
  const captureId = captureOf(request)
  return (
    <ScansPage frame={frame} captureId={captureId} {...await captureWithScans({ work, captureId })} error={error} />
  )
}

type ScansPageProps = { frame: PageFrame; captureId: string; error: string | undefined } & Awaited<
  ReturnType<typeof captureWithScans>
>

const ScansPage = ({
  frame,
  captureId,
  childName,
  guardianName,
  method,
  scans,
  error,
}: ScansPageProps): ReactElement => (
  <Page
    frame={frame}
    title="Scans of the paper form"
    errors={error === undefined ? {} : { scan: error }}
    back={{ href: `/admin/collections/consent-captures/${captureId}`, text: 'Back to what was entered' }}
  >
    <Heading caption={`${guardianName}, for ${childName}`}>Scans of the paper form</Heading>
    {scans.length === 0 ? (
      <EmptyState title="There is no scan yet">
        Choose one below. It is kept with what was entered, and cannot be changed.
      </EmptyState>
    ) : null}
    {scans.length === 0 ? null : (
      <ul>
        {scans.map(({ id, kind, size, digest, addedBy, addedAt }) => (
          <li key={id}>
            <a
              href={`/consent-scans/${captureId}/${id}`}
            >{`${FILE_KINDS[kind].toUpperCase()}, ${Math.max(1, Math.round(size / 1000))} kB`}</a>
            {`, added ${speakDate(londonDate(addedAt))} at ${londonTime(addedAt)}${addedBy === null ? '' : ` by ${addedBy}`}. Its number: ${digest.slice(0, 16)}…`}
          </li>
        ))}
      </ul>
    )}
    {method === 'paper' ? (
      <Form action={`/consent-scans/${captureId}`} idempotencyKey={newIdempotencyKey()} upload>
        <FileField
          name="scan"
          label="A scan or photograph of the form"
          hint={`PDF, JPEG or PNG, up to ${LARGEST_BROUGHT / 1_000_000} MB.`}
          accept={Object.keys(FILE_KINDS).join(',')}
          error={error}
        />
        <Button>Keep this scan</Button>
      </Form>
    ) : (
      <p>What was said by telephone has no form to scan.</p>
    )}
  </Page>
)

const captureOf = (request: Request): string => String(request.params.capture)

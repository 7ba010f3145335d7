import { z } from 'zod'
import { startWork } from '../../core/access/work.ts'
import { daysAfter, londonDate } from '../../core/clock/londonDates.ts'
import { inTransaction } from '../../core/database/transaction.ts'
import { askForDraftLink, mailDraftLink } from '../../core/drafts/draftLinks.ts'
import { DRAFT_DAYS, holderOfDraft } from '../../core/drafts/drafts.ts'
import { emailAsked } from '../../core/fields/emailAddress.ts'
import type { Limiter } from '../../core/http/rateLimits.ts'
import type { FieldErrors } from '../design/fieldErrors.ts'
import { renderPage } from '../design/renderPage.ts'
import { problemsByField, typedIn } from '../visit/typed.ts'
import { openDraftOf, showNoForm } from './asking.tsx'
import type { Held } from './held.ts'
import { FindPage, SavePage } from './SavePages.tsx'

/** An email address as it is typed, in small letters. */
export const emailAddress = emailAsked('Enter your email address.').toLowerCase()

/** Says how long the form is kept, and asks where the link may go. */
export const showSave = (held: Held): void => {
  const { frame, form, response, now } = held
  const open = openDraftOf(held)
  if (!open) return showNoForm(held)
  response
    .type('html')
    .send(renderPage(<SavePage frame={frame} form={form} until={untilOf(now)} typed={open.draft.email ?? ''} />))
}

/**
 * Sends the link to this browser's form to the address that was typed. Past the limit it is not sent, and the page says
 * the same.
 */
export const takeSave = async ({ held, perAddress }: { held: Held; perAddress: Limiter }): Promise<void> => {
  const { services, request, response, form, frame, cookie, now } = held
  const open = openDraftOf(held)
  if (!open) return showNoForm(held)
  const read = readAddress(request.body)
  if ('errors' in read)
    return void response
      .status(400)
      .type('html')
      .send(renderPage(<SavePage frame={frame} form={form} until={untilOf(now)} {...read} />))
  if ((await perAddress.take({ key: read.email })).allowed) {
    const work = await startWork({ payload: services.payload, actor: holderOfDraft(open.draft), from: 'link' })
    const { token } = await inTransaction({
      req: work.req,
      work: () => mailDraftLink({ work, draft: open.draft, email: read.email }),
    })
    // A browser that came by the link of before would lose the form.
    if (open.draft.by === 'link') cookie.keep({ response, token })
  }
  response.redirect(303, `/${form.id}/saved`)
}

/**
 * Takes down that somebody wants the link to the form that they began. The answer is the same, and takes as long,
 * whoever asks.
 */
export const takeFind = async ({ held, perAddress }: { held: Held; perAddress: Limiter }): Promise<void> => {
  const { services, request, response, form, frame } = held
  const read = readAddress(request.body)
  if ('errors' in read)
    return void response
      .status(400)
      .type('html')
      .send(renderPage(<FindPage frame={frame} form={form} {...read} />))
  if ((await perAddress.take({ key: read.email })).allowed) {
    const work = await startWork({
      payload: services.payload,
      actor: { kind: 'system', reason: 'somebody lost the link to a form' },
      from: 'link',
    })
    await inTransaction({ req: work.req, work: () => askForDraftLink({ work, form: form.id, email: read.email }) })
  }
  response.redirect(303, `/${form.id}/found`)
}

const untilOf = (now: Date): string => daysAfter({ date: londonDate(now), days: DRAFT_DAYS })

const readAddress = (body: unknown): { email: string } | { typed: string; errors: FieldErrors } => {
  const typed = typedIn(body)
  const parsed = z.object({ email: emailAddress }).safeParse(typed)
  return parsed.success ? parsed.data : { typed: typed.email ?? '', errors: problemsByField(parsed.error) }
}

import { closeDraft, draftByToken, holderOfDraft } from '../../core/drafts/drafts.ts'
import { clientAddress } from '../../core/http/clientAddress.ts'
import { fingerprintOf } from '../../core/http/idempotency.ts'
import { tooManyTries, type Limiter } from '../../core/http/rateLimits.ts'
import { Page } from '../design/Page.tsx'
import { renderPage } from '../design/renderPage.ts'
import { submit } from '../visit/submit.ts'
import { openDraftOf, showNoForm } from './asking.tsx'
import { CheckPage } from './CheckPage.tsx'
import type { Held, HeldDraft } from './held.ts'
import { answersOn, walk } from './path.ts'
import { fellIntoTrap, TRAP_SENTENCE } from './Trap.tsx'

/** Shows the answers to check, once all are there. */
export const showCheck = (held: Held): void => {
  const open = openDraftOf(held)
  if (!open) return showNoForm(held)
  const { missing } = walk({ questions: held.questions, answers: open.draft.answers })
  if (missing) return held.response.redirect(303, `/${held.form.id}/${missing.id}`)
  held.response.type('html').send(renderPage(checkPage({ open })))
}

/**
 * Sends the form: in one transaction its answers become what the form makes of them, and the draft ends. However many
 * send it at the same moment, one does; the others are led to what came of it. Answers that changed since they were
 * read are shown again.
 */
export const takeCheck = async ({ held, sends }: { held: Held; sends: Limiter }): Promise<void> => {
  const { services, request, response, form } = held
  const open = openDraftOf(held)
  if (!open) return showNoForm(held)
  const { walked, missing } = walk({ questions: held.questions, answers: open.draft.answers })
  if (missing) return response.redirect(303, `/${form.id}/${missing.id}`)
  const again = ({ status, sentence }: { status: number; sentence: string }): void =>
    void response
      .status(status)
      .type('html')
      .send(renderPage(checkPage({ open, sentences: [sentence] })))
  if (fellIntoTrap(request.body as Record<string, unknown>)) return again({ status: 400, sentence: TRAP_SENTENCE })
  const answers = answersOn({ walked, answers: open.draft.answers })
  const mark = markOf(answers)
  if ((request.body as Record<string, unknown>).mark !== mark)
    return again({
      status: 409,
      sentence:
        'Your answers have changed since you opened this page, perhaps in another window. Please check them again. Nothing was sent.',
    })
  const counted = await sends.take({ key: clientAddress(request) })
  if (!counted.allowed) throw tooManyTries(counted)
  await submit({
    services,
    request,
    response,
    actor: holderOfDraft(open.draft),
    purpose: `send the form ${form.id}`,
    work: async (work) => {
      const draft = await draftByToken({
        query: work.query,
        form: form.id,
        token: open.token,
        now: work.now,
        lock: true,
      })
      if (!draft?.isSent && draft && markOf(answersOn({ walked, answers: draft.answers })) === mark) {
        const outcome = await form.send({ work, answers, draftId: draft.id })
        await closeDraft({ query: work.query, draft, outcome, now: work.now })
      }
      return { location: `/${form.id}/${draft && !draft.isSent ? 'done' : 'go-on'}` }
    },
    again: (sentences) => checkPage({ open, sentences }),
  })
}

/** The last page, which stands for a day in the browser that sent the form. */
export const showDone = (held: Held): void => {
  const { frame, form, settings, draft, response } = held
  if (!draft?.isSent || !draft.outcome) return showNoForm(held)
  response.type('html').send(
    renderPage(
      <Page frame={frame} title={form.doneTitle}>
        {form.done({ outcome: draft.outcome, settings })}
      </Page>,
    ),
  )
}

const markOf = (answers: unknown): string => fingerprintOf(answers)

const checkPage = ({ open, sentences }: { open: HeldDraft; sentences?: readonly string[] }) => {
  const { walked } = walk({ questions: open.questions, answers: open.draft.answers })
  const answers = answersOn({ walked, answers: open.draft.answers })
  return (
    <CheckPage
      frame={open.frame}
      form={open.form}
      walked={walked}
      answers={answers}
      mark={markOf(answers)}
      sentences={sentences}
    />
  )
}

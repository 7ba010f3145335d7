import { beginDraft, saveAnswers, type Answers, type Draft } from '../../core/drafts/drafts.ts'
import { clientAddress } from '../../core/http/clientAddress.ts'
import { tooManyTries, type Limiter } from '../../core/http/rateLimits.ts'
import { renderPage } from '../design/renderPage.ts'
import { readPage, shownFromAnswer, shownFromBody } from './answering.ts'
import type { Question, QuestionField } from './form.ts'
import type { Held, HeldDraft } from './held.ts'
import { placeOf, walk } from './path.ts'
import { QuestionPage } from './QuestionPage.tsx'
import { NoFormPage } from './SavePages.tsx'
import { fellIntoTrap, TRAP_SENTENCE } from './Trap.tsx'

type Body = Record<string, string | string[]>

/** Shows a page. The first can be seen before anything is begun; the others only once the answers lead there. */
export const showQuestion = ({ held, question }: { held: Held; question: Question }): void => {
  const { response, form } = held
  if (!isFirst({ held, question })) {
    const open = openDraftOf(held)
    if (!open) return showNoForm(held)
    const { walked, missing } = walk({ questions: held.questions, answers: open.draft.answers })
    if (!walked.includes(question)) return response.redirect(303, `/${form.id}/${missing?.id ?? 'check'}`)
  }
  const answers = openDraftOf(held)?.draft.answers ?? {}
  response
    .type('html')
    .send(
      renderPage(
        <QuestionPage
          {...surroundingsOf({ held, question })}
          shown={(field) => shownFromAnswer({ field, answer: answers[field.name] })}
        />,
      ),
    )
}

/**
 * Takes a page: keeps its answers, begins the form with the first, and leads on. What is wrong is said; what was typed
 * stays.
 */
export const takeQuestion = async ({
  held,
  question,
  begins,
}: {
  held: Held
  question: Question
  begins: Limiter
}): Promise<void> => {
  const { request, response, form } = held
  const open = openDraftOf(held)
  if (!open && !isFirst({ held, question })) return showNoForm(held)
  const body = request.body as Body
  const { answers, errors, empty } = readPage({ question, body })
  const again = ({ wrong = {}, sentences }: { wrong?: Record<string, string>; sentences?: string[] }): void => {
    response
      .status(400)
      .type('html')
      .send(
        renderPage(
          <QuestionPage
            {...surroundingsOf({ held, question })}
            shown={(field: QuestionField) => shownFromBody({ field, body })}
            errors={wrong}
            sentences={sentences}
          />,
        ),
      )
  }
  if (fellIntoTrap(body)) return again({ sentences: [TRAP_SENTENCE] })
  const leaving = body.step === 'save'
  const answeredSoFar = { ...open?.draft.answers, ...answers }
  const conflicts = Object.keys(errors).length === 0 ? (question.conflicts?.(answeredSoFar) ?? {}) : {}
  if (Object.keys(conflicts).length > 0) return again({ wrong: conflicts })
  const wrong = leaving ? Object.fromEntries(Object.entries(errors).filter(([name]) => !empty.includes(name))) : errors
  if (Object.keys(wrong).length > 0) return again({ wrong })
  // What was not yet answered on a page that is left half-way stays unanswered.
  const kept = leaving ? Object.fromEntries(Object.entries(answers).filter(([name]) => !empty.includes(name))) : answers
  await keep({ held, open, answers: kept, begins })
  response.redirect(
    303,
    leaving ? `/${form.id}/save` : nextAddress({ held, question, answers: { ...open?.draft.answers, ...kept } }),
  )
}

/** The form of this browser, where it is one that can still be filled in. */
export const openDraftOf = (held: Held): HeldDraft | undefined => {
  const { token, draft } = held
  return token === undefined || draft === undefined || draft.isSent ? undefined : { ...held, token, draft }
}

/** Says that there is no form to go on with, or shows the end of the one that was sent. */
export const showNoForm = ({ draft, response, form, frame, settings }: Held): void => {
  if (draft?.isSent) return response.redirect(303, `/${form.id}/done`)
  response
    .status(404)
    .type('html')
    .send(renderPage(<NoFormPage frame={frame} form={form} settings={settings} />))
}

const isFirst = ({ held: { questions }, question }: { held: Held; question: Question }): boolean =>
  questions[0] === question

const keep = async ({
  held: { response, form, cookie, query, now, request },
  open,
  answers,
  begins,
}: {
  held: Held
  open: HeldDraft | undefined
  answers: Answers
  begins: Limiter
}): Promise<void> => {
  if (open) {
    await saveAnswers({ query, draft: open.draft, answers, now })
    return cookie.keep({ response, token: open.token })
  }
  const counted = await begins.take({ key: clientAddress(request) })
  if (!counted.allowed) throw tooManyTries(counted)
  cookie.keep({ response, token: (await beginDraft({ query, form: form.id, answers, now })).token })
}

const surroundingsOf = ({ held, question }: { held: Held; question: Question }) => {
  const { frame, form, questions, request } = held
  const isChange = request.query.change === 'yes' || (request.body as Body | undefined)?.change === 'yes'
  const answers = held.draft?.answers ?? {}
  return {
    frame,
    form,
    question,
    place: placeOf({ questions, answers, question }),
    warning: question.warning?.(answers),
    isChange,
    back: isChange ? `/${form.id}/check` : backAddress({ form: form.id, questions, draft: held.draft, question }),
  }
}

const backAddress = ({
  form,
  questions,
  draft,
  question,
}: {
  form: string
  questions: readonly Question[]
  draft: Draft | undefined
  question: Question
}): string => {
  const { walked } = walk({ questions, answers: draft?.answers ?? {} })
  const before = walked[walked.indexOf(question) - 1]
  return before ? `/${form}/${before.id}` : `/${form}`
}

const nextAddress = ({
  held: { form, questions, request },
  question,
  answers,
}: {
  held: Held
  question: Question
  answers: Answers
}): string => {
  const { walked, missing } = walk({ questions, answers })
  if ((request.body as Body).change === 'yes')
    return missing ? `/${form.id}/${missing.id}?change=yes` : `/${form.id}/check`
  return `/${form.id}/${walked[walked.indexOf(question) + 1]?.id ?? 'check'}`
}

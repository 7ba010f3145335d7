import { Router, type Request, type RequestHandler, type Response } from 'express'
import { clientAddress } from '../../core/http/clientAddress.ts'
import { refuseForeignRequests } from '../../core/http/foreignRequests.ts'
import { parseForm } from '../../core/http/forms.ts'
import { isLinkToken } from '../../core/http/linkCookie.ts'
import { keepAddressPrivate } from '../../core/http/securityHeaders.ts'
import { renderPage } from '../design/renderPage.ts'
import type { WebServices } from '../services.ts'
import { openDraftOf, showNoForm, showQuestion, takeQuestion } from './asking.tsx'
import type { PublicForm } from './form.ts'
import { cookieOf, hold, type Held } from './held.ts'
import { walk } from './path.ts'
import { ClosedPage, FindPage, LINKS_AN_HOUR, LinkSentPage } from './SavePages.tsx'
import { showSave, takeFind, takeSave } from './saving.tsx'
import { showCheck, showDone, takeCheck } from './sending.tsx'
import { StartPage } from './StartPage.tsx'

/**
 * All pages of one public form, to be mounted at its address: `app.use('/refer', questionRoutes({ services, form }))`.
 */
export const questionRoutes = ({ services, form }: { services: WebServices; form: PublicForm }): Router => {
  const { environment, rateLimits } = services
  const router = Router()
  const posts = rateLimits.limit({ name: 'form-post-client', points: 600, seconds: HOUR, key: clientAddress })
  const begins = rateLimits.limiter({ name: 'form-begin-client', points: 60, seconds: HOUR })
  const sends = rateLimits.limiter({ name: 'form-send-client', points: 60, seconds: 24 * HOUR })
  const links = rateLimits.limit({ name: 'form-link-client', points: 20, seconds: HOUR, key: clientAddress })
  const perAddress = rateLimits.limiter({ name: 'form-link-address', points: LINKS_AN_HOUR, seconds: HOUR })
  const cookie = cookieOf({ services, form })

  const page =
    (handler: (held: Held) => void | Promise<void>): RequestHandler =>
    async (request, response) =>
      handler(await hold({ services, request, response, form }))
  const said = (element: (held: Held) => Parameters<typeof renderPage>[0]): RequestHandler =>
    page((held) => void held.response.type('html').send(renderPage(element(held))))
  const question =
    (handler: (given: { held: Held; question: Held['questions'][number] }) => void | Promise<void>): RequestHandler =>
    async (request, response, next) => {
      const held = await hold({ services, request, response, form })
      const asked = held.questions.find(({ id }) => id === request.params.question)
      if (asked) await handler({ held, question: asked })
      else next()
    }

  router.use(
    keepAddressPrivate,
    refuseForeignRequests({ publicUrl: environment.publicUrl, bodies: 'forms' }),
    parseForm({ kilobytes: 32, fields: 60 }),
  )
  router.post('/{*page}', posts)
  router.get(
    '/',
    said((held) => (
      <StartPage
        frame={held.frame}
        form={form}
        settings={held.settings}
        first={String(held.questions[0]?.id)}
        isBegun={openDraftOf(held) !== undefined}
      />
    )),
  )
  router.get('/return/:token', arrive)
  router.get('/go-on', page(goOn))
  router.get('/check', page(showCheck))
  router.post(
    '/check',
    page((held) => takeCheck({ held, sends })),
  )
  router.get('/done', page(showDone))
  router.get('/save', page(showSave))
  router.post(
    '/save',
    links,
    page((held) => takeSave({ held, perAddress })),
  )
  router.get(
    '/saved',
    said(({ frame }) => <LinkSentPage frame={frame} form={form} wasSaved />),
  )
  router.get(
    '/find',
    said(({ frame }) => <FindPage frame={frame} form={form} />),
  )
  router.post(
    '/find',
    links,
    page((held) => takeFind({ held, perAddress })),
  )
  router.get(
    '/found',
    said(({ frame }) => <LinkSentPage frame={frame} form={form} wasSaved={false} />),
  )
  router.post('/close', (_request, response) => {
    cookie.forget({ response })
    response.redirect(303, `/${form.id}/closed`)
  })
  router.get(
    '/closed',
    said(({ frame }) => <ClosedPage frame={frame} form={form} />),
  )
  router.get('/:question', question(showQuestion))
  router.post(
    '/:question',
    question(({ held, question: asked }) => takeQuestion({ held, question: asked, begins })),
  )
  return router

  /**
   * The address of an emailed link: mail programs follow it first, so it changes nothing and asks nothing of the
   * database.
   */
  function arrive(request: Request, response: Response): void {
    const { token } = request.params
    if (isLinkToken(token)) cookie.keep({ response, token })
    else cookie.forget({ response })
    response.redirect(303, `/${form.id}/go-on`)
  }
}

const HOUR = 60 * 60

/** Leads to the first page that is not answered yet, else to the answers to check. */
const goOn = (held: Held): void => {
  const open = openDraftOf(held)
  if (!open) return showNoForm(held)
  const { missing } = walk({ questions: held.questions, answers: open.draft.answers })
  held.response.redirect(303, `/${held.form.id}/${missing?.id ?? 'check'}`)
}

import { Router, type Request, type Response } from 'express'
import { refuseForeignRequests } from '../../core/http/foreignRequests.ts'
import { parseForm } from '../../core/http/forms.ts'
import { keepAddressPrivate } from '../../core/http/securityHeaders.ts'
import { renderPage } from '../design/renderPage.ts'
import type { WebServices } from '../services.ts'
import { showAgree, takeAgree } from './agree.tsx'
import { showAnswers, showConsent, takeAnswers } from './answers.tsx'
import { arrive } from './arrive.ts'
import { showCall, takeCall } from './call.tsx'
import { showCheck, takeCheck } from './checkDateOfBirth.tsx'
import { takeLanguage } from './chooseLanguage.ts'
import { closeLink, showClosed } from './close.tsx'
import { giveCopy, showCopies } from './copy.tsx'
import { showCodeAsking, showCodeTyping, takeCode, takeCodeAsking } from './emailCode.tsx'
import { countGuess, GUESSES } from './guesses.ts'
import { showNewLinkAsked, takeNewLinkAsked } from './newLink.tsx'
import { openLink, type ParentHandler } from './openedLink.ts'
import { keepLanguage } from '../link/language.ts'
import { UnusableLinkPage } from '../link/UnusableLinkPage.tsx'
import { givePaperForm, showPaper, takePaper } from './paper.tsx'
import { showWithdrawal, showWithdrawalOfOne, withdrawEverything, withdrawOne } from './withdraw.tsx'

/**
 * The parents' pages, for the holder of an emailed link: no account, plain forms, nothing stored before a person has
 * acted.
 */
export const parentRoutes = (services: WebServices): Router => {
  const { environment, rateLimits } = services
  const router = Router()
  const perClient = rateLimits.limiter({ name: 'consent-check-client', points: 60, seconds: 15 * 60 })
  const perLink = rateLimits.limiter({ name: 'consent-change-link', points: 30, seconds: 60 * 60 })

  const perCopy = rateLimits.limiter({ name: 'consent-copy-link', points: 30, seconds: 60 * 60 })
  const guesses = rateLimits.limiter({ name: 'consent-unknown-link-client', ...GUESSES })
  const newLink = takeNewLinkAsked({
    perClient: rateLimits.limiter({ name: 'consent-new-link-client', points: 20, seconds: 60 * 60 }),
    perLink: rateLimits.limiter({ name: 'consent-new-link', points: 3, seconds: 60 * 60 }),
  })
  const codeAsking = takeCodeAsking({
    perClient: rateLimits.limiter({ name: 'consent-code-asked-client', points: 20, seconds: 60 * 60 }),
    perLink: rateLimits.limiter({ name: 'consent-code-asked-link', points: 6, seconds: 60 * 60 }),
  })

  const withLink = (handler: ParentHandler) => async (request: Request, response: Response) => {
    const { link, ...surroundings } = await openLink({ services, request, response })
    await countGuess({ guesses, services, request, link })
    if (link) await handler({ services, request, response, link })
    else
      response
        .status(404)
        .type('html')
        .send(renderPage(<UnusableLinkPage {...surroundings} newLinkAddress="/consent/new-link" />))
  }
  const checked = (handler: ParentHandler) =>
    withLink((given) => (given.link.checkedBy ? handler(given) : showCheck(given)))

  router.use(keepAddressPrivate)
  router.use(
    refuseForeignRequests({ publicUrl: environment.publicUrl, bodies: 'forms' }),
    parseForm({ kilobytes: 16, fields: 40 }),
  )
  router.get('/', checked(showConsent))
  router.post('/', checked(takeAnswers({ perLink })))
  router.post('/check', withLink(takeCheck({ perClient })))
  router.get('/code', withLink(showCodeAsking))
  router.post('/code', withLink(codeAsking))
  router.get('/code/type', withLink(showCodeTyping))
  router.post(
    '/code/type',
    withLink(
      takeCode({ perClient: rateLimits.limiter({ name: 'consent-code-client', points: 60, seconds: 15 * 60 }) }),
    ),
  )
  router.get('/answers', checked(showAnswers))
  router.get('/withdraw', checked(showWithdrawal))
  router.post('/withdraw', checked(withdrawEverything))
  router.get('/withdraw-one', checked(showWithdrawalOfOne))
  router.post('/withdraw-one', checked(withdrawOne))
  router.get('/agree', checked(showAgree))
  router.post('/agree', checked(takeAgree({ perLink })))
  router.get('/copy', checked(showCopies))
  router.get('/copy/:number', checked(giveCopy({ perLink: perCopy })))
  router.get('/call', checked(showCall))
  router.post('/call', checked(takeCall))
  router.post('/new-link', (request, response) => newLink({ services, request, response }))
  router.get('/new-link', (request, response) => showNewLinkAsked({ services, request, response }))
  router.get('/in/:language', (request, response) => {
    keepLanguage({ response, publicUrl: environment.publicUrl, language: request.params.language })
    response.redirect(
      303,
      request.query.to === 'parents' || request.query.to === 'verify' ? `/${request.query.to}` : '/consent',
    )
  })
  router.post('/language', checked(takeLanguage))
  router.get('/paper', checked(showPaper))
  router.post('/paper', checked(takePaper))
  router.get('/paper/form', checked(givePaperForm({ perLink: perCopy })))
  router.post('/close', (_request, response) => closeLink({ services, response }))
  router.get('/closed', (request, response) => showClosed({ services, request, response }))
  router.get('/:token', arrive(services))
  return router
}

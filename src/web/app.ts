import express, { type Express } from 'express'
import { plainQuery } from '../core/database/transaction.ts'
import { answerErrors, answerNotFound, type ProblemPage as Problem } from '../core/http/answerErrors.ts'
import { trustProxies } from '../core/http/clientAddress.ts'
import { refuseForeignRequests } from '../core/http/foreignRequests.ts'
import { healthRoutes } from '../core/http/health.ts'
import { refuseMalformedAddresses } from '../core/http/malformedAddresses.ts'
import { createMetrics } from '../core/http/metrics.ts'
import { refuseOddRequests } from '../core/http/oddRequests.ts'
import { payloadRest } from '../core/http/payloadRest.ts'
import { logRequests } from '../core/http/requestLog.ts'
import { securityHeaders } from '../core/http/securityHeaders.ts'
import { accountRoutes } from './account/routes.ts'
import { applicationForm } from './applicant/applicationForm.tsx'
import { refereeRoutes, trackRoutes } from './applicant/routes.tsx'
import { serveAssets } from './assets.ts'
import { problemElement } from './problems.tsx'
import { renderPage } from './design/renderPage.ts'
import { consentScanRoutes } from './consentScans/routes.tsx'
import { directoryRoutes } from './directory/routes.ts'
import { logSheetRoutes } from './logSheets/routes.ts'
import { mailEventRoutes } from './mailEvents/routes.ts'
import { panelRoutes } from './panel.ts'
import { paperFormRoutes } from './paperForm/routes.tsx'
import { parentsDoorRoutes } from './parentsDoor.tsx'
import { privacyNoticeRoutes } from './privacyNotice.tsx'
import { parentRoutes } from './parent/routes.tsx'
import { portalRoutes } from './portal/routes.ts'
import { questionRoutes } from './questions/index.ts'
import { referrerRoutes } from './referrer/routes.ts'
import type { WebServices } from './services.ts'
import { openOnlyToSetUp } from './setUp.tsx'
import { verifyRoutes } from './verify/routes.tsx'
import { askToSignIn } from './signIn/lostForms.tsx'
import { signInRoutes } from './signIn/routes.tsx'
import { answerLostForms, personOf, recogniseVisitor, requirePanelPerson } from './visit/visitor.ts'
import { welcomeRoutes } from './welcome.tsx'
import { workingListRoutes } from './workingList/routes.ts'
import { whoLookedRoutes } from './whoLooked/routes.ts'

/** The whole web application: a list of steps in order. The second part is for the port where figures are read. */
export const createApp = (services: WebServices): { app: Express; metricsApp: Express } => {
  const { environment, logger, payload } = services
  const { publicUrl } = environment
  const metrics = createMetrics()
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  trustProxies({ app, hops: environment.trustedProxyHops })
  app.use(logRequests({ logger }))
  app.use(metrics.measureRequests)
  app.use(securityHeaders({ publicUrl }))
  app.use(refuseMalformedAddresses, refuseOddRequests)
  app.use(
    healthRoutes({
      query: plainQuery(payload),
      areMigrationsApplied: services.areMigrationsApplied,
      isWorkerAlive: services.isWorkerAlive,
    }),
  )
  app.use(serveAssets(services))
  if (services.localPages) app.use(services.localPages)
  app.use('/api/mail-events', mailEventRoutes(services))
  app.use(openOnlyToSetUp(services))
  app.use('/consent', parentRoutes(services))
  app.use('/verify', verifyRoutes(services))
  app.use('/refer', referrerRoutes(services))
  app.use('/reference', refereeRoutes(services))
  app.use('/apply/track', trackRoutes(services))
  app.use('/apply', questionRoutes({ services, form: applicationForm }))
  app.use(recogniseVisitor(services), answerLostForms(askToSignIn(services)))
  app.use(signInRoutes(services))
  app.use(accountRoutes(services))
  app.use(welcomeRoutes(services))
  app.use(parentsDoorRoutes(services))
  app.use(privacyNoticeRoutes(services))
  app.use('/portal', portalRoutes(services))
  app.use('/working-list', workingListRoutes(services))
  app.use('/log-sheets', logSheetRoutes(services))
  app.use('/consent-scans', consentScanRoutes(services))
  app.use('/directory', directoryRoutes(services))
  app.use('/who-looked', whoLookedRoutes(services))
  app.use('/paper-form', paperFormRoutes(services))
  app.use(
    '/api',
    requirePanelPerson,
    refuseForeignRequests({ publicUrl, bodies: 'api' }),
    payloadRest({ config: payload.config, publicUrl, recognised: personOf }),
  )
  app.use(panelRoutes(services))
  app.use(answerNotFound)
  app.use(
    answerErrors({
      renderProblem: async (problem: Problem, given) =>
        renderPage(await problemElement({ services, problem, ...given })),
    }),
  )
  return { app, metricsApp: metrics.metricsApp }
}

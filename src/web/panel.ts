import { Router } from 'express'
import { createElement } from 'react'
import { refuseForeignRequests } from '../core/http/foreignRequests.ts'
import { noteBeingMadeReady } from '../core/http/requestLog.ts'
import { panelHeaders } from '../core/http/securityHeaders.ts'
import { PanelPreparingPage } from './design/pages/PanelPreparingPage.tsx'
import { renderPage } from './design/renderPage.ts'
import { frameFor } from './visit/frame.ts'
import type { WebServices } from './services.ts'
import { signInNotices } from './signIn/notices.ts'
import { requirePanelPerson } from './visit/visitor.ts'

/** The committee's panel, answered by Next; while it is being built, a page that says so. */
export const panelRoutes = (services: WebServices): Router => {
  const { environment, panel } = services
  const { publicUrl } = environment
  const router = Router()
  router.get(['/admin/login', '/admin/forgot', '/admin/create-first-user'], (_request, response) =>
    response.redirect(303, '/sign-in?next=/admin'),
  )
  router.get('/admin/logout', (_request, response) =>
    response.redirect(303, signInNotices.addressWith({ path: '/sign-in', notice: 'signed-out' })),
  )
  router.use('/admin', requirePanelPerson, refuseForeignRequests({ publicUrl, bodies: 'panel' }), (...given) =>
    panelHeaders({ publicUrl, development: panel.opened()?.isReloading ?? false })(...given),
  )
  router.use('/admin', async (request, response, next) => {
    const state = panel.state()
    const opened = panel.opened()
    if (state === 'ready' && opened) {
      request.url = request.originalUrl
      return opened.pages(request, response, next)
    }
    const page = createElement(PanelPreparingPage, {
      frame: await frameFor({ services, request, response }),
      state: state === 'ready' ? 'starting' : state,
      address: request.originalUrl,
      portalHref: '/portal',
    })
    noteBeingMadeReady(response)
    response.status(503).setHeader('Retry-After', '5').type('html').send(renderPage(page))
  })
  // Nothing below /_next is asked of Next itself in a real deployment: it would answer with pages and actions of the panel, past the door
  // above.
  router.use('/_next', (request, response, next) => {
    const opened = panel.opened()
    if (!opened?.isReloading) return next()
    request.url = request.originalUrl
    opened.pages(request, response, next)
  })
  router.use('/_next/static', (request, response, next) => {
    const opened = panel.opened()
    return opened ? opened.files(request, response, next) : next()
  })
  return router
}

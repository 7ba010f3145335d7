import { readFileSync } from 'node:fs'
import { Router, type Response } from 'express'
import { createElement, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { MessageStore } from './messageStore.ts'
import { ListPage, MessagePage, MissingPage } from './pages.tsx'

/** The pages on which to read what was sent. They run no script and change nothing, wherever they are mounted. */
export const createMailboxRouter = ({ store }: { store: MessageStore }): Router => {
  const router = Router()

  router.use((_request, response, next) => {
    response.set({
      'Content-Security-Policy': pagePolicy,
      'X-Frame-Options': 'DENY',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
      'X-Robots-Tag': 'noindex',
    })
    next()
  })

  router.get('/', (request, response) => {
    const find = typeof request.query.find === 'string' ? request.query.find.trim() : ''
    const all = store.list()
    const wanted = find.toLowerCase()
    const messages = all.filter(({ subject, to }) =>
      [subject, ...to].some((text) => text.toLowerCase().includes(wanted)),
    )
    send({ response, page: createElement(ListPage, { base: request.baseUrl, messages, find, kept: all.length }) })
  })

  router.get('/mailbox.css', (_request, response) => {
    response.type('css').send(stylesheet)
  })

  router.get('/messages/:id', async (request, response) => {
    const message = await store.read(request.params.id)
    if (!message) return missing({ base: request.baseUrl, response })
    send({ response, page: createElement(MessagePage, { base: request.baseUrl, ...message }) })
  })

  router.get('/messages/:id/html', async (request, response) => {
    const html = (await store.read(request.params.id))?.parsed?.html
    if (!html) return missing({ base: request.baseUrl, response })
    response.set({ 'Content-Security-Policy': messagePolicy, 'X-Frame-Options': 'SAMEORIGIN' })
    response.type('html').send(openingLinksInNewTab(html))
  })

  router.get('/messages/:id/source', async (request, response) => {
    const message = await store.read(request.params.id)
    if (!message) return missing({ base: request.baseUrl, response })
    response.type('text/plain; charset=utf-8').send(message.source)
  })

  router.get('/messages/:id/attachments/:index', async (request, response) => {
    const attachment = (await store.read(request.params.id))?.parsed?.attachments[Number(request.params.index)]
    if (!attachment) return missing({ base: request.baseUrl, response })
    response
      .attachment(attachment.filename ?? 'attachment')
      .type(attachment.contentType)
      .send(Buffer.from(attachment.content))
  })

  return router
}

const stylesheet = readFileSync(new URL('mailbox.css', import.meta.url), 'utf8')

const pagePolicy =
  "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// A message is somebody else's page: it may be styled and show pictures, and its links may open; it runs and loads
// nothing.
const messagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox"

const send = ({ response, page }: { response: Response; page: ReactElement }): void => {
  response.type('html').send(`<!doctype html>${renderToStaticMarkup(page)}`)
}

const missing = ({ base, response }: { base: string; response: Response }): void => {
  response.status(404)
  send({ response, page: createElement(MissingPage, { base }) })
}

/** Inside the frame a link would fill the frame, where nothing that it leads to works. */
const openingLinksInNewTab = (html: string): string => {
  const target = '<base target="_blank">'
  return /<head\b[^>]*>/i.test(html)
    ? html.replace(/<head\b[^>]*>/i, (head) => `${head}${target}`)
    : `<!doctype html>${target}${html}`
}

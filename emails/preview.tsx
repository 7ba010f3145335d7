import { Router, type Response } from 'express'
import type { ReactElement, ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Brand } from './frame/brand.ts'

/** What the preview shows: each message's samples, and how one is put together. */
type Shown = {
  emails: Readonly<Record<string, { samples: Readonly<Record<string, unknown>> }>>
  renderEmail: (given: {
    template: string
    props: unknown
    brand: Brand
  }) => Promise<{ subject: string; html: string; text: string }>
  brand: Brand
}

/** Pages that show every message with made-up contents, for those who write them. To be mounted in local mode only. */
export const emailPreview = (shown: Shown): Router => {
  const router = Router()

  router.get('/', (request, response) => {
    sendPage({ response, page: <ListPage base={request.baseUrl} emails={shown.emails} /> })
  })

  router.get('/:template/:sample', async (request, response) => {
    const rendered = await renderSample({ ...request.params, shown })
    if (!rendered) {
      response.status(404).type('text').send('There is no such message.')
      return
    }
    const frame = `${request.baseUrl}/${request.params.template}/${encodeURIComponent(request.params.sample)}/html`
    sendPage({
      response,
      page: <MessagePage base={request.baseUrl} frame={frame} subject={rendered.subject} text={rendered.text} />,
    })
  })

  router.get('/:template/:sample/html', async (request, response) => {
    const rendered = await renderSample({ ...request.params, shown })
    if (!rendered) {
      response.status(404).type('text').send('There is no such message.')
      return
    }
    response.set(
      'Content-Security-Policy',
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox",
    )
    response.set('X-Frame-Options', 'SAMEORIGIN')
    response.type('html').send(rendered.html)
  })

  return router
}

const renderSample = async ({
  template,
  sample,
  shown: { emails, renderEmail, brand },
}: {
  template: string
  sample: string
  shown: Shown
}) => {
  if (!Object.hasOwn(emails, template)) return undefined
  const samples = emails[template]?.samples ?? {}
  return Object.hasOwn(samples, sample) ? await renderEmail({ template, props: samples[sample], brand }) : undefined
}

const sendPage = ({ response, page }: { response: Response; page: ReactElement }): void => {
  response.set(
    'Content-Security-Policy',
    "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; frame-ancestors 'none'",
  )
  response.type('html').send(`<!doctype html>${renderToStaticMarkup(page)}`)
}

const Sheet = ({ title, children }: { title: string; children: ReactNode }) => (
  <html lang="en-GB">
    <head>
      <meta charSet="utf-8" />
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <style>
        {
          'body { font: 1.125rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 44rem; padding: 0 1rem } iframe { border: 1px solid; height: 42rem; width: 100% } pre { white-space: pre-wrap }'
        }
      </style>
    </head>
    <body>
      <main>
        <h1>{title}</h1>
        {children}
      </main>
    </body>
  </html>
)

const ListPage = ({ base, emails }: { base: string; emails: Shown['emails'] }) => (
  <Sheet title="Messages">
    {Object.entries(emails).map(([name, { samples }]) => (
      <section key={name}>
        <h2>{name}</h2>
        <ul>
          {Object.keys(samples).map((sample) => (
            <li key={sample}>
              <a href={`${base}/${name}/${encodeURIComponent(sample)}`}>{sample}</a>
            </li>
          ))}
        </ul>
      </section>
    ))}
  </Sheet>
)

const MessagePage = ({
  base,
  frame,
  subject,
  text,
}: {
  base: string
  frame: string
  subject: string
  text: string
}) => (
  <Sheet title={subject}>
    <p>
      <a href={base}>All messages</a>
    </p>
    <iframe sandbox="" src={frame} title="The message as it is read" />
    <h2>As plain text</h2>
    <pre>{text}</pre>
  </Sheet>
)

import { Router, type Response } from 'express'
import type { ReactElement, ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { emailNames, emails, renderEmail, type Brand, type EmailName } from './index.ts'

/** Pages that show every message with made-up contents, for those who write them. To be mounted in local mode only. */
export const emailPreview = ({ brand }: { brand: Brand }): Router => {
  const router = Router()

  router.get('/', (request, response) => {
    sendPage({ response, page: <ListPage base={request.baseUrl} /> })
  })

  router.get('/:template/:sample', async (request, response) => {
    const rendered = await renderSample({ ...request.params, brand })
    if (!rendered) {
      response.status(404).type('text').send('There is no such message.')
      return
    }
    const frame = `${request.baseUrl}/${request.params.template}/${encodeURIComponent(request.params.sample)}/html`
    sendPage({ response, page: <MessagePage base={request.baseUrl} frame={frame} subject={rendered.subject} text={rendered.text} /> })
  })

  router.get('/:template/:sample/html', async (request, response) => {
    const rendered = await renderSample({ ...request.params, brand })
    if (!rendered) {
      response.status(404).type('text').send('There is no such message.')
      return
    }
    response.set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox")
    response.set('X-Frame-Options', 'SAMEORIGIN')
    response.type('html').send(rendered.html)
  })

  return router
}

const renderSample = async ({ template, sample, brand }: { template: string; sample: string; brand: Brand }) => {
  if (!Object.hasOwn(emails, template)) return undefined
  const samples: Readonly<Record<string, unknown>> = emails[template as EmailName].samples
  return Object.hasOwn(samples, sample) ? await renderEmail({ template, props: samples[sample], brand }) : undefined
}

const sendPage = ({ response, page }: { response: Response; page: ReactElement }): void => {
  response.set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; frame-ancestors 'none'")
  response.type('html').send(`<!doctype html>${renderToStaticMarkup(page)}`)
}

const Sheet = ({ title, children }: { title: string; children: ReactNode }) => (
  <html lang="en-GB">
    <head>
      <meta charSet="utf-8" />
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <style>{'body { font: 1.125rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 44rem; padding: 0 1rem } iframe { border: 1px solid; height: 42rem; width: 100% } pre { white-space: pre-wrap }'}</style>
    </head>
    <body>
      <main>
        <h1>{title}</h1>
        {children}
      </main>
    </body>
  </html>
)

const ListPage = ({ base }: { base: string }) => (
  <Sheet title="Messages">
    {emailNames.map((name) => (
      <section key={name}>
        <h2>{name}</h2>
        <ul>
          {Object.keys(emails[name].samples).map((sample) => (
            <li key={sample}>
              <a href={`${base}/${name}/${encodeURIComponent(sample)}`}>{sample}</a>
            </li>
          ))}
        </ul>
      </section>
    ))}
  </Sheet>
)

const MessagePage = ({ base, frame, subject, text }: { base: string; frame: string; subject: string; text: string }) => (
  <Sheet title={subject}>
    <p>
      <a href={base}>All messages</a>
    </p>
    <iframe sandbox="" src={frame} title="The message as it is read" />
    <h2>As plain text</h2>
    <pre>{text}</pre>
  </Sheet>
)

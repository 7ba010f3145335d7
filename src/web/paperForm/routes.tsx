import { Router } from 'express'
import type { ReactElement } from 'react'
import { plainQuery } from '../../core/database/transaction.ts'
import { keepAddressPrivate } from '../../core/http/securityHeaders.ts'
import { readSettings } from '../../core/settings/settings.ts'
import { paperFormFile } from '../../programme/consent/paper/paperFormFile.ts'
import { languagesInForce, wordingInForce } from '../../programme/consent/wording/wordingInForce.ts'
import { FORM_LANGUAGES, isFormLanguage, type FormLanguage } from '../../programme/people/formLanguages.ts'
import { Heading } from '../design/Heading.tsx'
import { Page } from '../design/Page.tsx'
import type { PageFrame } from '../design/pageFrame.ts'
import { renderPage } from '../design/renderPage.ts'
import { frameFor } from '../visit/frame.ts'
import type { WebServices } from '../services.ts'
import { requireCaseworker } from '../visit/visitor.ts'

/**
 * The consent form to print, for the co-ordinator and committee [CON-1]: in English, and in each language whose words
 * are adopted, beside the English [CON-3]. `?for=themselves` gives the young person's own. It names nobody.
 */
export const paperFormRoutes = (services: WebServices): Router => {
  const { payload, clock } = services
  const router = Router()
  const query = plainQuery(payload)
  router.use(requireCaseworker, keepAddressPrivate)
  router.get('/', async (request, response) => {
    const frame = await frameFor({ services, request, response })
    response.type('html').send(renderPage(<FormsPage frame={frame} languages={await languagesInForce({ query })} />))
  })
  router.get('/consent', async (request, response, next) => {
    const themselves = request.query.for === 'themselves'
    const language = request.query.language ?? null
    if (language !== null && !isFormLanguage(language)) return next()
    const { wording, missingIn } = await wordingInForce({ query, reader: { themselves, language } })
    // The words in this language went out of force: the page of forms has those that are.
    if (missingIn !== undefined) return response.redirect(303, '/paper-form')
    const file = await paperFormFile({
      wording,
      settings: await readSettings({ query }),
      themselves,
      now: clock.now(),
    })
    response
      .attachment(
        `${['consent-form', ...(themselves ? ['young-person'] : []), ...(language === null ? [] : [language])].join('-')}.pdf`,
      )
      .type('pdf')
      .send(file)
  })
  return router
}

const FormsPage = ({ frame, languages }: { frame: PageFrame; languages: readonly FormLanguage[] }): ReactElement => (
  <Page frame={frame} title="Print the consent form" back={{ href: '/admin', text: 'Back to Today' }}>
    <Heading>Print the consent form</Heading>
    <p>For an answer on paper. The form names nobody: whoever fills it in writes the names.</p>
    {[false, true].map((themselves) => (
      <section key={String(themselves)} className="flow" aria-labelledby={themselves ? 'themselves' : 'parents'}>
        <Heading level={2} id={themselves ? 'themselves' : 'parents'}>
          {themselves ? 'For a young person of 18 or over' : 'For a parent or carer'}
        </Heading>
        <ul>
          {[undefined, ...languages].map((language) => (
            <li key={language ?? 'en'}>
              <a
                href={`/paper-form/consent?${new URLSearchParams({ ...(themselves ? { for: 'themselves' } : {}), ...(language === undefined ? {} : { language }) }).toString()}`}
              >
                {language === undefined ? 'In English' : `In ${FORM_LANGUAGES[language]}, with the English beside it`}
              </a>
            </li>
          ))}
        </ul>
      </section>
    ))}
    {languages.length === 0 ? <p>No words in another language are adopted yet.</p> : null}
    <p>
      <a href="/admin/collections/policy-translations">Wordings in other languages</a>
    </p>
  </Page>
)

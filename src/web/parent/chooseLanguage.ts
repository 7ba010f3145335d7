import { performAction } from '../../core/workflow/perform.ts'
import { startWork } from '../../core/access/work.ts'
import { consentRequestWorkflow, LANGUAGE_CHOSEN } from '../../programme/consent/asking/workflow.ts'
import { keepLanguage } from '../link/language.ts'
import type { WebServices } from '../services.ts'
import { typedIn } from '../visit/typed.ts'
import { parentNotices } from './notices.ts'
import type { OpenedLink, ParentHandler } from './openedLink.ts'

/** Takes the language in which a parent who passed the check wants to read from now on [CON-3]. */
export const takeLanguage: ParentHandler = async ({ services, request, response, link }) => {
  const { language } = typedIn(request.body)
  const chosen = link.otherLanguages.find((offered) => offered === language)
  if (chosen === undefined) return response.redirect(303, '/consent')
  await rememberLanguage({ services, link, language: chosen })
  keepLanguage({ response, publicUrl: services.environment.publicUrl, language: chosen })
  response.redirect(303, parentNotices.addressWith({ path: '/consent', notice: 'language' }))
}

/**
 * After the check: whoever read the question in another language than we have on record reads the form in it too, and
 * gets our emails in it [CON-3].
 */
export const rememberLanguageOfCheck = async ({
  services,
  link,
}: {
  services: WebServices
  link: OpenedLink
}): Promise<void> => {
  const { language } = link.words
  if (language !== 'en' && language !== link.visit.language) await rememberLanguage({ services, link, language })
}

const rememberLanguage = async ({
  services,
  link: { visit, actor },
  language,
}: {
  services: WebServices
  link: OpenedLink
  language: string
}): Promise<void> => {
  await performAction({
    work: await startWork({ payload: services.payload, actor, from: 'link' }),
    workflow: consentRequestWorkflow,
    id: visit.requestId,
    action: LANGUAGE_CHOSEN[visit.status],
    input: { language },
  })
}

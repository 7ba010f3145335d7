import type { Request, Response } from 'express'
import type { Query } from '../../core/database/query.ts'
import { plainQuery } from '../../core/database/transaction.ts'
import { newIdempotencyKey } from '../../core/http/idempotency.ts'
import { nonceOf } from '../../core/http/securityHeaders.ts'
import { londonDate } from '../../core/clock/londonDates.ts'
import { readSettingsBeside, type Settings } from '../../core/settings/settings.ts'
import { committeeContacts } from '../../programme/matching/queries.ts'
import { isCaseworker, ownVolunteerIdOf, volunteerIdOf } from '../../programme/people/roles.ts'
import { pageFrame, type PageFrame } from '../design/pageFrame.ts'
import { reachOf } from '../link/surroundings.ts'
import { mayEnterPanel } from '../../core/access/mayEnterPanel.ts'
import { wordsOf } from '../link/language.ts'
import { personOf } from './visitor.ts'
import type { WebServices } from '../services.ts'

/** What surrounds the page of this request: the charity's names, the person's navigation, the way to report a worry. */
export const frameFor = async ({
  services,
  request,
  response,
  query = plainQuery(services.payload),
}: {
  services: WebServices
  request: Request
  response: Response
  /** What asks for the settings, where they are asked for together with what the page shows. */
  query?: Query
}): Promise<PageFrame> => {
  const person = personOf(response)
  const { settings, beside: contacts } = await readSettingsBeside<string[]>({
    query,
    column: committeeContacts({ whose: 'volunteer_id', id: '$1', on: '$2' }),
    values: [(person && volunteerIdOf(person)) ?? null, londonDate(services.clock.now())],
  })
  return frameWith({ settings, contacts, request, response })
}

/** The same from what is at hand. */
const frameWith = ({
  settings,
  contacts,
  request,
  response,
}: {
  settings: Settings
  contacts: readonly string[]
  request: Request
  response: Response
}): PageFrame => {
  const person = personOf(response)
  const inPortal = person !== undefined && (volunteerIdOf(person) !== undefined || isCaseworker(person))
  const holdsRole = person !== undefined && person.roles.length > 0
  return pageFrame({
    charityName: settings.charityName,
    programmeName: settings.programmeName,
    accent: settings.accent,
    nonce: nonceOf(response),
    address: request.originalUrl.split('?')[0],
    homeHref: inPortal ? '/portal' : '/',
    reach: reachOf({ settings, contacts }),
    words: wordsOf(response),
    ...(person
      ? {
          navigation: [
            ...(inPortal ? PORTAL : []),
            ...(holdsRole ? [POLICIES, GUIDANCE] : []),
            ...(ownVolunteerIdOf(person) === undefined ? [] : [RECORD]),
            ACCOUNT,
            ...(mayEnterPanel(person) ? [PANEL] : []),
          ],
        }
      : {}),
    ...(holdsRole ? { worryHref: '/portal/worry' } : {}),
    ...(person
      ? { signOut: { action: '/sign-out', idempotencyKey: newIdempotencyKey(), signedInAs: person.name } }
      : {}),
  })
}

const PORTAL = [
  { href: '/portal', text: 'Home' },
  { href: '/portal/meetings', text: 'Meetings' },
  { href: '/portal/logs', text: 'Logs' },
  { href: '/portal/calendar', text: 'Calendar' },
  { href: '/portal/directory', text: 'Directory' },
]
const POLICIES = { href: '/portal/policies', text: 'Policies' }
const GUIDANCE = { href: '/portal/guidance', text: 'Guidance' }
const RECORD = { href: '/portal/record', text: 'My record' }
const ACCOUNT = { href: '/account', text: 'Account' }
const PANEL = { href: '/admin', text: 'Panel' }

import type { Request, Response } from 'express'
import type { PersonActor } from '../../core/access/actor.ts'
import type { Query } from '../../core/database/query.ts'
import { plainQuery } from '../../core/database/transaction.ts'
import { menuFor, placeInMenu } from '../../core/house/menu.ts'
import { newIdempotencyKey } from '../../core/http/idempotency.ts'
import { nonceOf } from '../../core/http/securityHeaders.ts'
import { londonDate } from '../../core/clock/londonDates.ts'
import { readSettingsBeside, type Settings } from '../../core/settings/settings.ts'
import { committeeContacts } from '../../programme/matching/queries.ts'
import { areas, MENU_WORDS } from '../../programme/house.ts'
import { isCaseworker, ownVolunteerIdOf, volunteerIdOf } from '../../programme/people/roles.ts'
import { pageFrame, type NavigationLink, type PageFrame } from '../design/pageFrame.ts'
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
  const address = request.originalUrl.split('?')[0] ?? ''
  const panelMenu = person && panelMenuAt({ person, address })
  return pageFrame({
    charityName: settings.charityName,
    programmeName: settings.programmeName,
    accent: settings.accent,
    nonce: nonceOf(response),
    address: panelMenu ? panelMenu.address : address,
    homeHref: panelMenu ? '/admin' : inPortal ? '/portal' : '/',
    reach: reachOf({ settings, contacts }),
    words: wordsOf(response),
    ...(panelMenu ? { navigation: panelMenu.navigation, navigationName: 'Panel' } : {}),
    ...(person && !panelMenu
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

/**
 * The panel's menu on those of its pages that are answered here, and where in it the page stands; undefined on all
 * others, and for those who have no panel.
 */
const panelMenuAt = ({
  person,
  address,
}: {
  person: PersonActor
  address: string
}): { navigation: NavigationLink[]; address: string } | undefined => {
  const [begins, stands] = PAGES_OF_THE_PANEL.find(([beginning]) => address.startsWith(beginning)) ?? []
  if (begins === undefined || !mayEnterPanel(person) || !isCaseworker(person)) return undefined
  const menu = menuFor({ areas, words: MENU_WORDS, actor: person })
  const word = placeInMenu({ menu, areas, address: stands ?? '' })?.word
  return {
    navigation: menu.map((one) => ({ href: one.href, text: one.word })),
    // Below the page to which the word leads, never that page itself.
    address: `${word?.href ?? '/admin'}${address}`,
  }
}

/** Pages for the co-ordinator and committee that are answered beside the panel, and where in its menu they belong. */
const PAGES_OF_THE_PANEL: ReadonlyArray<readonly [beginning: string, stands: string]> = [
  ['/working-list/', '/admin/working-list'],
  ['/log-sheets/', '/admin/collections/children'],
  ['/consent-scans/', '/admin/collections/consent-requests'],
  ['/paper-form', '/admin/collections/consent-requests'],
]

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

import type { Actor } from '../../core/access/actor.ts'
import {
  isAdministrator,
  isCaseworker,
  isSafeguardingLead,
  isTrustee,
  volunteerIdOf,
} from '../../programme/people/roles.ts'

/** A way to something that is often done. */
export type QuickLink = { href: string; words: string }

/** What a person most often begins here, by what they may do. */
export const quickLinks = (actor: Actor): QuickLink[] => [
  ...(isCaseworker(actor)
    ? [
        { href: '/admin/collections/referrals/create', words: 'Enter a referral' },
        { href: '/admin/working-list', words: 'Open the working list' },
        { href: '/admin/collections/children', words: 'Find a child' },
        { href: '/admin/collections/matches/create', words: 'Propose a match' },
        { href: '/admin/collections/meetings/create', words: 'Propose a meeting' },
        { href: '/admin/collections/consent-requests/create', words: 'Ask for consent' },
        { href: '/paper-form', words: 'Print the consent form' },
        { href: '/admin/collections/vetting-records/create', words: 'Record vetting' },
        { href: '/admin/collections/directory-entries', words: 'Keep the directory' },
      ]
    : []),
  ...(isCaseworker(actor) || isTrustee(actor) ? [{ href: '/admin/policies', words: 'Read the policies' }] : []),
  ...(isSafeguardingLead(actor) ? [{ href: '/admin/collections/audit-events', words: 'See who looked at what' }] : []),
  ...(isAdministrator(actor)
    ? [
        { href: '/admin/collections/users', words: 'Look after accounts' },
        { href: '/admin/globals/programme-settings', words: 'Change settings' },
      ]
    : []),
  ...(isCaseworker(actor) || volunteerIdOf(actor) !== undefined ? [{ href: '/portal', words: 'Open the portal' }] : []),
]

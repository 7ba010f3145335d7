import { workOf } from '../../core/access/work.ts'
import type { Query } from '../../core/database/query.ts'
import { isCaseworker } from '../../programme/people/roles.ts'
import { applicantNeedsNewLink } from '../../programme/recruitment/applications/links.ts'
import { needsNewLink } from '../../programme/referrals/endLinks.ts'
import type { RecordPartProps } from '../record/partProps.ts'

/** On a record whose link went to an address that has changed since: that it opens nothing, and what to do [CON-10]. */
export const LinkEnded = async ({ id, req, collectionSlug }: RecordPartProps) => {
  const { actor, query } = workOf(req)
  const ended = ENDED[collectionSlug]
  if (!ended || !isCaseworker(actor) || !(await ended.asks({ query, id: id }))) return null
  return (
    <p className="version-ways">
      {`The address to which we sent the link has changed, so the link opens nothing. A new one is needed: “${ended.step}”.`}
    </p>
  )
}

const SENT_AGAIN = 'Correct the address and send again'

const ENDED: Readonly<
  Record<string, { asks: (given: { query: Query; id: string }) => Promise<boolean>; step: string }>
> = {
  'view-requests': { asks: (given) => needsNewLink({ ...given, collection: 'view-requests' }), step: SENT_AGAIN },
  'incoming-referrals': {
    asks: (given) => needsNewLink({ ...given, collection: 'incoming-referrals' }),
    step: 'Correct the referrer’s address and send again',
  },
  applications: { asks: applicantNeedsNewLink, step: 'Send the applicant a new link' },
}

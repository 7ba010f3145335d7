import type { Payload } from 'payload'
import type { Actor } from '../../../core/access/actor.ts'
import { linkDigest, linkToken } from '../../../core/access/linkTokens.ts'
import type { Query } from '../../../core/database/query.ts'
import { firstNameSql } from '../../people/names.ts'

/** What a referee's link is for. */
export const REFERENCE_LINK = 'reference'

/** For how many days a referee's link can be used. */
export const REFERENCE_LINK_DAYS = 28

/** What a referee's link leads to: whose reference it is, and whether it was given. */
export type RefereeVisit = {
  id: string
  status: 'asked' | 'answered' | 'declined'
  rowVersion: number
  about: string
  firstName: string
}

/** The secret part of a referee's link of this number. */
export const refereeToken = ({ payload, id, number }: { payload: Payload; id: string; number: number }): string =>
  linkToken({ payload, subject: { purpose: REFERENCE_LINK, id, number } })

/**
 * The reference behind the token of a link, while it can be used: the newest, not over, still wanted. Undefined for
 * every other reason alike.
 */
export const refereeVisit = async ({
  query,
  token,
  now,
}: {
  query: Query
  token: string
  now: Date
}): Promise<RefereeVisit | undefined> => {
  const [visit] = await query<RefereeVisit>(
    `select r.id, r.status::text as status, r.row_version::float8 as "rowVersion", coalesce(a.name, v.name) as about, ${firstNameSql('coalesce(a.name, v.name)')} as "firstName"
     from volunteer_references r left join applications a on a.id = r.application_id left join volunteers v on v.id = r.volunteer_id
     where r.link_digest = $1 and r.ends_at > $2 and r.status in ('asked', 'answered', 'declined') and coalesce(a.status::text, '') not in ('withdrawn', 'not-approved')`,
    [linkDigest(token), now.toISOString()],
  )
  return visit
}

/** The referee who holds the link, as the rules and the audit see them. */
export const refereeHolding = ({ id }: Pick<RefereeVisit, 'id'>): Actor => ({
  kind: 'link',
  holder: 'referee',
  recordId: id,
})

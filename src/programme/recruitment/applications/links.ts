import type { Payload } from 'payload'
import type { Actor } from '../../../core/access/actor.ts'
import { linkDigest, linkToken } from '../../../core/access/linkTokens.ts'
import type { CalendarDate } from '../../../core/clock/londonDates.ts'
import type { Query } from '../../../core/database/query.ts'

/** What an applicant's link is for: to see how far their application is, and to withdraw it. */
export const APPLICATION_LINK = 'application'

/** For how many days an applicant's link can be used. */
export const APPLICATION_LINK_DAYS = 180

/** What an applicant sees of their application: how far it is, and nothing that was said or written about them. */
export type ApplicantVisit = {
  id: string
  code: string
  status: ApplicationState
  rowVersion: number
  receivedOn: CalendarDate
  interviewAt: Date | null
  interviewPlace: string | null
  /** What they said of another time, until one is planned. */
  interviewWish: string | null
}

/** How far an application is. */
export type ApplicationState =
  'received' | 'considered' | 'interview-planned' | 'interviewed' | 'approved' | 'not-approved' | 'withdrawn'

/** The secret part of an applicant's link of this number. */
export const applicantToken = ({ payload, id, number }: { payload: Payload; id: string; number: number }): string =>
  linkToken({ payload, subject: { purpose: APPLICATION_LINK, id, number } })

/** The application behind the token of a link, while it can be used. Undefined for every other reason alike. */
export const applicantVisit = async ({
  query,
  token,
  now,
}: {
  query: Query
  token: string
  now: Date
}): Promise<ApplicantVisit | undefined> => {
  const [visit] = await query<ApplicantVisit>(
    `select id, code, status::text as status, row_version::float8 as "rowVersion", received_on as "receivedOn", interview_at as "interviewAt", interview_place as "interviewPlace", interview_wish as "interviewWish"
     from applications where link_digest = $1 and ends_at > $2`,
    [linkDigest(token), now.toISOString()],
  )
  return visit
}

/** Whether the link of an application ended with the address to which it went, so that a new one is needed [CON-10]. */
export const applicantNeedsNewLink = async ({ query, id }: { query: Query; id: string }): Promise<boolean> =>
  (await query('select from applications where id = $1 and link_digest is null and link_number > 0', [id])).length > 0

/** The applicant who holds the link, as the rules and the audit see them. */
export const applicantHolding = ({ id }: Pick<ApplicantVisit, 'id'>): Actor => ({
  kind: 'link',
  holder: 'applicant',
  recordId: id,
})

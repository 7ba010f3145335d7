import type { Actor } from '../../../core/access/actor.ts'
import { linkDigest } from '../../../core/access/linkTokens.ts'
import { londonDate, type CalendarDate } from '../../../core/clock/londonDates.ts'
import type { Query } from '../../../core/database/query.ts'
import { isAdult } from '../../people/adulthood.ts'
import { mayBeWrittenTo } from '../../people/families/contactRules.ts'
import type { PageLanguage } from '../../people/parentWords/parentWords.ts'
import { childName } from '../../people/names.ts'
import { MOST_WRONG_TRIES } from './dateOfBirthCheck.ts'
import { OFFERED_LANGUAGES } from '../wording/wordingInForce.ts'
import { answersFor } from './deciders.ts'

/** What a consent link that can be used leads to. Nothing of it is shown before the child's date of birth was given. */
export type LinkVisit = {
  requestId: string
  linkNumber: number
  rowVersion: number
  status: 'open' | 'signed' | 'declined'
  childId: string
  childName: string
  bornOn: CalendarDate
  guardianId: string
  guardianRelationship: string | null
  /** The address on file, to which the link goes. Never shown. */
  email: string | null
  answeredAt: Date | null
  answeredBy: 'link' | 'paper' | 'telephone' | null
  /** Whether the link is the young person’s own, who is 18 or over. */
  themselves: boolean
  /** Whether they sign for the council that has parental responsibility. */
  forCouncil: boolean
  signedName: string | null
  signedRelationship: string | null
  wording: string | null
  /** The code of the language in which the parent reads the form; null for English. */
  language: string | null
  /** The codes of the languages in which the form can be read here, beside English. */
  offered: PageLanguage[]
}

/**
 * The request behind the token of a link, as long as the link can be used: it is the newest, the request was not taken
 * back and has not run out unanswered, the parent may still be asked [CON-8], the child is under 18 (or, for the young
 * person’s own link, is not) [CON-9], and nobody has guessed at it for long. Undefined for every other reason alike.
 */
export const visitByToken = ({
  query,
  token,
  now,
}: {
  query: Query
  token: string
  now: Date
}): Promise<LinkVisit | undefined> =>
  visitWhere({
    query,
    now,
    condition: "r.link_digest = $2 and (r.status in ('signed', 'declined') or r.ends_at > $3)",
    values: [linkDigest(token), now.toISOString()],
  })

/** The same by the request itself, whether or not its newest link has run out. */
export const visitOfRequest = ({
  query,
  requestId,
  now,
}: {
  query: Query
  requestId: string
  now: Date
}): Promise<LinkVisit | undefined> => visitWhere({ query, now, condition: 'r.id = $2', values: [requestId] })

const visitWhere = async ({
  query,
  now,
  condition,
  values,
}: {
  query: Query
  now: Date
  condition: string
  values: string[]
}): Promise<LinkVisit | undefined> => {
  const [visit] = await query<LinkVisit>(
    `select r.id as "requestId", r.link_number::float8 as "linkNumber", r.row_version::float8 as "rowVersion", r.status::text as status, c.id as "childId", ${childName.first('c')} as "childName",
       c.born_on as "bornOn", g.id as "guardianId", g.relationship as "guardianRelationship", nullif(g.email, '') as email, r.answered_at as "answeredAt", r.answered_by::text as "answeredBy", g.themselves_id is not null as themselves, coalesce(g.for_council, false) as "forCouncil", r.signed_name as "signedName", r.signed_relationship as "signedRelationship", r.wording, g.form_language::text as language, ${OFFERED_LANGUAGES} as offered
     from consent_requests r join children c on c.id = r.child_id join guardians g on g.id = r.guardian_id and g.family_id = c.family_id
     where ${condition} and r.status in ('open', 'signed', 'declined') and r.wrong_tries < $1
       and ${mayBeWrittenTo('g')} and g.parental_responsibility and ${answersFor({ guardian: 'g', child: 'c' })} and c.born_on is not null`,
    [MOST_WRONG_TRIES, ...values],
  )
  return visit && isAdult({ bornOn: visit.bornOn, on: londonDate(now) }) === visit.themselves ? visit : undefined
}

/** The parent or carer who holds the link, as the rules and the audit see them. */
export const holderOf = ({ requestId }: Pick<LinkVisit, 'requestId'>): Actor => ({
  kind: 'link',
  holder: 'guardian',
  recordId: requestId,
})

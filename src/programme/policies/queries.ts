import type { AlsoFound } from '../../core/search/listSearch.ts'
import { isFoundIn } from '../../core/search/sought.ts'
import { WORDS_ALIKE } from '../people/wordsAlike.ts'
import { wordsOfText } from '../../core/richText/nodes.ts'
import type { CalendarDate } from '../../core/clock/londonDates.ts'
import type { Query } from '../../core/database/query.ts'
import { CONFIDENTIALITY_AGREEMENT, type RequiredDocument } from './rules.ts'

/** Of the policy `p`: its adopted and once adopted versions in order. */
const VERSIONS = `(select json_agg(json_build_object('number', v.number, 'adoptedOn', v.adopted_on, 'adoptedIn', v.adopted_in, 'graceUntil', v.grace_until) order by v.adopted_on, v.created_at)
         from policy_versions v where v.policy_id = p.id and v.status in ('adopted', 'superseded'))`

/** Of the policy `p`: what a user accepted of it, and when. */
const acceptancesOf = (
  user: string,
): string => `coalesce((select json_agg(json_build_object('number', v.number, 'acceptedOn', to_char(a.accepted_at at time zone 'Europe/London', 'YYYY-MM-DD')))
         from policy_acceptances a join policy_versions v on v.id = a.version_id where v.policy_id = p.id and a.user_id = ${user}), '[]')`

const HAS_BEEN_ADOPTED =
  "exists (select from policy_versions v where v.policy_id = p.id and v.status in ('adopted', 'superseded'))"

/** The required documents (or the one of a kind, required or not) as they concern some users, by user id. */
export const requiredDocumentsOf = async ({
  query,
  userIds,
  kind = null,
}: {
  query: Query
  userIds: readonly string[]
  kind?: string | null
}): Promise<Map<string, RequiredDocument[]>> => {
  if (userIds.length === 0) return new Map()
  const rows = await query<{
    user_id: string
    title: string
    versions: RequiredDocument['versions']
    acceptances: RequiredDocument['acceptances']
  }>(
    `with documents as (
         select p.id, p.title, json_agg(json_build_object('number', v.number, 'adoptedOn', v.adopted_on, 'adoptedIn', v.adopted_in, 'graceUntil', v.grace_until) order by v.adopted_on, v.created_at) as versions
         from policies p join policy_versions v on v.policy_id = p.id and v.status in ('adopted', 'superseded')
         where p.kind::text = $2 or ($2::text is null and p.must_be_accepted) group by p.id
       ),
       accepted as (
         select a.user_id, v.policy_id, json_agg(json_build_object('number', v.number, 'acceptedOn', to_char(a.accepted_at at time zone 'Europe/London', 'YYYY-MM-DD'))) as acceptances
         from policy_acceptances a join policy_versions v on v.id = a.version_id where a.user_id = any($1::uuid[]) group by a.user_id, v.policy_id
       )
     select u.id as user_id, d.title, d.versions, coalesce(a.acceptances, '[]') as acceptances
     from unnest($1::uuid[]) as u(id) cross join documents d left join accepted a on a.user_id = u.id and a.policy_id = d.id`,
    [userIds, kind],
  )
  const byUser = new Map<string, RequiredDocument[]>()
  for (const { user_id, ...document } of rows) byUser.set(user_id, [...(byUser.get(user_id) ?? []), document])
  return byUser
}

/**
 * The documents that volunteers are asked to accept, as they concern some users, by user id and then by title [POL-4].
 */
export const askedDocumentsOf = async ({
  query,
  userIds,
}: {
  query: Query
  userIds: readonly string[]
}): Promise<Map<string, PersonalDocument[]>> => {
  if (userIds.length === 0) return new Map()
  const rows = await query<PersonalDocument & { user_id: string }>(
    `select u.id as user_id, p.kind::text as kind, p.title, coalesce(p.must_be_accepted, false) as "mustBeAccepted", ${VERSIONS} as versions, ${acceptancesOf('u.id')} as acceptances
     from unnest($1::uuid[]) as u(id) cross join policies p where (p.must_be_accepted or p.kind::text = $2) and ${HAS_BEEN_ADOPTED} order by p.title`,
    [userIds, CONFIDENTIALITY_AGREEMENT],
  )
  const byUser = new Map<string, PersonalDocument[]>()
  for (const { user_id, ...document } of rows) byUser.set(user_id, [...(byUser.get(user_id) ?? []), document])
  return byUser
}

/** A document as one person meets it: its adopted and once adopted versions, and what they accepted of it. */
export type PersonalDocument = RequiredDocument & { kind: string; mustBeAccepted: boolean }

/** Every document of which a version is or was adopted, as it concerns one person, by title. */
export const personalDocuments = ({ query, userId }: { query: Query; userId: string }): Promise<PersonalDocument[]> =>
  query<PersonalDocument>(
    `select p.kind::text as kind, p.title, coalesce(p.must_be_accepted, false) as "mustBeAccepted",
       ${VERSIONS} as versions,
       ${acceptancesOf('$1')} as acceptances
     from policies p where ${HAS_BEEN_ADOPTED} order by p.title`,
    [userId],
  )

/** The kinds of the documents in force in whose title or text all that is asked for is found. */
export const kindsFound = async ({ query, asked }: { query: Query; asked: string }): Promise<Set<string>> => {
  const documents = await query<{ kind: string; title: string; text: unknown }>(
    "select p.kind::text as kind, p.title, v.text from policies p join policy_versions v on v.policy_id = p.id and v.status = 'adopted'",
  )
  return new Set(
    documents
      .filter(({ title, text }) => isFoundIn({ asked, said: `${title} ${wordsOfText(text)}`, alike: WORDS_ALIKE }))
      .map(({ kind }) => kind),
  )
}

/** The policies in whose text in force a word stands; the text is folded by the database. */
export const policiesThatSay: AlsoFound = async ({ query, word }) =>
  (
    await query<{ id: string }>(
      "select policy_id as id from policy_versions where status = 'adopted' and position($1 in found_by) > 0",
      [word],
    )
  ).map(({ id }) => id)

/** One adopted or once adopted version, to read exactly as it was adopted. */
export type ReadableVersion = {
  id: string
  number: string
  status: 'adopted' | 'superseded'
  text: unknown
  changes: string | null
  adoptedBy: string | null
  signedBy: string | null
  adoptedOn: CalendarDate
  /** In words, where only the month or the year is known; of the review likewise. */
  adoptedIn: string | null
  reviewOn: CalendarDate | null
  reviewIn: string | null
}

/**
 * The adopted and once adopted versions of a document, newest first; drafts and proposals are nobody's to read here.
 */
export const readableVersions = ({ query, kind }: { query: Query; kind: string }): Promise<ReadableVersion[]> =>
  query<ReadableVersion>(
    `select v.id, v.number, v.status::text as status, v.text, v.changes, v.adopted_by as "adoptedBy", v.signed_by as "signedBy", v.adopted_on as "adoptedOn", v.adopted_in as "adoptedIn", v.review_on as "reviewOn", v.review_in as "reviewIn"
     from policy_versions v join policies p on p.id = v.policy_id
     where p.kind::text = $1 and v.status in ('adopted', 'superseded') order by v.adopted_on desc, v.created_at desc`,
    [kind],
  )

/** What a person accepted, newest first. */
export type OwnAcceptance = {
  kind: string
  title: string
  number: string
  typedName: string
  textDigest: string
  acceptedAt: Date
}

/** A person's own acceptances of every document, newest first [POL-4]. */
export const ownAcceptances = ({ query, userId }: { query: Query; userId: string }): Promise<OwnAcceptance[]> =>
  query<OwnAcceptance>(
    `select p.kind::text as kind, p.title, v.number, a.typed_name as "typedName", a.text_digest as "textDigest", a.accepted_at as "acceptedAt"
     from policy_acceptances a join policy_versions v on v.id = a.version_id join policies p on p.id = v.policy_id
     where a.user_id = $1 order by a.accepted_at desc limit 200`,
    [userId],
  )

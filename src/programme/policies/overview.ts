import type { Work } from '../../core/access/work.ts'
import { londonDate, type CalendarDate } from '../../core/clock/londonDates.ts'
import { isUuid } from '../../core/database/locks.ts'
import { isFoundIn } from '../../core/search/sought.ts'
import { isCaseworker, isTrustee } from '../people/roles.ts'
import { WORDS_ALIKE } from '../people/wordsAlike.ts'
import { kindsFound } from './queries.ts'
import { signersOn, type Signer } from './acceptances/signing.ts'

/** A document with the version that holds now, and the one that is on its way. */
export type DocumentLine = {
  id: string
  kind: string
  title: string
  mustBeAccepted: boolean
  current: {
    id: string
    number: string
    adoptedOn: CalendarDate
    adoptedIn: string | null
    reviewOn: CalendarDate | null
    reviewIn: string | null
  } | null
  next: { id: string; number: string; status: string } | null
}

/**
 * Every document of the programme by title, or those in whose title or text in force all that is asked for is found;
 * and for the co-ordinator and committee who has signed what. Undefined for all who may not see it.
 */
export const policyOverview = async ({
  work,
  asked = '',
}: {
  work: Work
  asked?: string
}): Promise<{ documents: DocumentLine[]; signers: Signer[] | undefined; today: CalendarDate } | undefined> => {
  const { actor, query, now } = work
  if (!isCaseworker(actor) && !isTrustee(actor)) return undefined
  const today = londonDate(now)
  const [documents, signers, found] = await Promise.all([
    query<DocumentLine>(
      `select p.id, p.kind::text as kind, p.title, coalesce(p.must_be_accepted, false) as "mustBeAccepted",
         (select json_build_object('id', v.id, 'number', v.number, 'adoptedOn', v.adopted_on, 'adoptedIn', v.adopted_in, 'reviewOn', v.review_on, 'reviewIn', v.review_in) from policy_versions v where v.policy_id = p.id and v.status = 'adopted') as current,
         (select json_build_object('id', v.id, 'number', v.number, 'status', v.status) from policy_versions v where v.policy_id = p.id and v.status in ('draft', 'proposed', 'scheduled') order by v.created_at desc limit 1) as next
       from policies p order by p.title`,
    ),
    isCaseworker(actor) ? signersOn({ query, on: today }) : undefined,
    asked === '' ? undefined : kindsFound({ query, asked }),
  ])
  const shown = documents.filter(
    ({ kind, title }) => !found || found.has(kind) || isFoundIn({ asked, said: title, alike: WORDS_ALIKE }),
  )
  return { documents: shown, signers, today }
}

/** A version as it is compared with another. */
export type VersionToCompare = {
  id: string
  policyId: string
  title: string
  number: string
  status: string
  adoptedOn: CalendarDate | null
  adoptedIn: string | null
  text: unknown
}

/**
 * Two versions of one document in the order of their numbers, drafts too: for the co-ordinator, committee and trustees.
 * Undefined when they are not there, not of one document, or not for this person.
 */
export const versionsToCompare = async ({
  work: { actor, query },
  ids,
}: {
  work: Work
  ids: readonly [string, string]
}): Promise<[earlier: VersionToCompare, later: VersionToCompare] | undefined> => {
  if ((!isCaseworker(actor) && !isTrustee(actor)) || !ids.every(isUuid)) return undefined
  const found = await query<VersionToCompare>(
    `select v.id, p.id as "policyId", p.title, v.number, v.status::text as status, v.adopted_on as "adoptedOn", v.adopted_in as "adoptedIn", v.text from policy_versions v join policies p on p.id = v.policy_id
     where v.id = any($1::uuid[]) order by string_to_array(v.number, '.')::int[]`,
    [ids],
  )
  const [earlier, later] = found
  return earlier && later && earlier.policyId === later.policyId ? [earlier, later] : undefined
}

/** The versions of the document that a version belongs to, the newest number first. */
export const siblingVersions = ({
  work: { query },
  versionId,
}: {
  work: Work
  versionId: string
}): Promise<Array<{ id: string; number: string; status: string }>> =>
  query<{ id: string; number: string; status: string }>(
    `select v.id, v.number, v.status::text as status from policy_versions v where v.policy_id = (select o.policy_id from policy_versions o where o.id = $1) order by string_to_array(v.number, '.')::int[] desc`,
    [versionId],
  )

/** Every version of a document, the newest number first: for the co-ordinator, committee and trustees. */
export const versionsOfPolicy = ({
  work: { query },
  policyId,
}: {
  work: Work
  policyId: string
}): Promise<
  Array<{ id: string; number: string; status: string; adoptedOn: CalendarDate | null; adoptedIn: string | null }>
> =>
  query<{ id: string; number: string; status: string; adoptedOn: CalendarDate | null; adoptedIn: string | null }>(
    `select id, number, status::text as status, adopted_on as "adoptedOn", adopted_in as "adoptedIn" from policy_versions where policy_id = $1 order by string_to_array(number, '.')::int[] desc`,
    [policyId],
  )

import type { Work } from '../../../core/access/work.ts'
import { isCaseworker } from '../../people/roles.ts'
import { referencesAbout } from './queries.ts'

/**
 * A reference that somebody has to do something about: ask, ask again, confirm, ring about a worry, or name another
 * referee.
 */
export type ReferenceOutstanding = {
  id: string
  rowVersion: number
  about: { collection: 'applications' | 'volunteers'; id: string }
  aboutName: string
  refereeName: string
  hasEmail: boolean
  state: 'to-ask' | 'asked' | 'link-ended' | 'to-confirm' | 'declined'
  askedAt: Date | null
  /** What was said by telephone and waits for its second person. */
  answerId: string | null
  answerVersion: number | null
  takenBySelf: boolean
}

/**
 * The references that are wanted and not held, what is to be confirmed first, then the longest waiting; for the
 * co-ordinator and committee alone, and none about themselves [VOL-6]. Of applicants only once the committee goes on
 * with them.
 */
export const referencesOutstanding = async ({
  work,
  limit,
}: {
  work: Work
  limit: number
}): Promise<ReferenceOutstanding[]> => {
  const { actor } = work
  if (!isCaseworker(actor) || actor.kind !== 'person') return []
  const about = await referencesAbout({ query: work.query, userId: actor.userId })
  const rows = await work.query<
    Omit<ReferenceOutstanding, 'about'> & { applicationId: string | null; volunteerId: string | null }
  >(OUTSTANDING, [work.now.toISOString(), actor.userId, about, limit])
  return rows.map(({ applicationId, volunteerId, ...row }) => ({
    ...row,
    about:
      applicationId === null
        ? { collection: 'volunteers', id: volunteerId ?? '' }
        : { collection: 'applications', id: applicationId },
  }))
}

const OUTSTANDING = `
  select o.id, o."rowVersion", o."applicationId", o."volunteerId", o."aboutName", o."refereeName", o."hasEmail", o.state, o."askedAt", o."answerId", o."answerVersion", o."takenBySelf" from (
    select r.id, r.row_version::float8 as "rowVersion", r.application_id as "applicationId", r.volunteer_id as "volunteerId", coalesce(a.name, v.name) as "aboutName", r.referee_name as "refereeName", coalesce(r.referee_email, '') <> '' as "hasEmail", r.asked_at as "askedAt", r.created_at,
      w.id as "answerId", w.row_version::float8 as "answerVersion", coalesce(w.taken_by_id = $2, false) as "takenBySelf",
      case when w.status = 'to-confirm' then 'to-confirm' when r.status = 'declined' then 'declined' when r.status = 'named' then 'to-ask' when r.ends_at <= $1 then 'link-ended' else 'asked' end as state
    from volunteer_references r left join applications a on a.id = r.application_id left join volunteers v on v.id = r.volunteer_id left join reference_answers w on w.reference_id = r.id and w.status = 'to-confirm'
    where r.status in ('named', 'asked', 'declined') and coalesce(a.status::text, 'considered') not in ('received', 'not-approved', 'withdrawn') and coalesce(v.standing::text, '') <> 'left' and not r.id = any($3::uuid[])
      and (r.status <> 'declined' or (select count(*) from volunteer_references o where (o.application_id = r.application_id or o.volunteer_id = r.volunteer_id) and o.status in ('named', 'asked', 'answered')) < 2)
  ) o order by array_position(array['to-confirm', 'declined', 'to-ask', 'link-ended', 'asked'], o.state), o."askedAt" nulls first, o.created_at limit $4`

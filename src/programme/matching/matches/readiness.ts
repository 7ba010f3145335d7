import type { Work } from '../../../core/access/work.ts'
import { londonDate } from '../../../core/clock/londonDates.ts'
import { rowAt } from '../../../core/database/query.ts'
import type { RecordData } from '../../../core/workflow/workflow.ts'
import type { Readiness } from './readinessRules.ts'

/** The fields of a match in which its readiness is written down. */
export const READINESS_FIELDS = [
  'goalsSetOn',
  'parentsMetBy',
  'parentsMetOn',
  'school',
  'schoolReason',
  'introducedOn',
  'firstReviewOn',
  'childAgreedOn',
  'riskAcceptedOn',
  'riskAcceptedBy',
  'alreadyKnown',
] as const

/** Loads what the readiness list asks about, for some matches as given, in their order. */
export const readinessOfMany = async ({
  work,
  records,
}: {
  work: Work
  records: readonly RecordData[]
}): Promise<Readiness[]> => {
  const today = londonDate(work.now)
  const rows = await work.query<
    Pick<Readiness, 'member' | 'accepted' | 'goals' | 'parentsMetByCommittee' | 'riskAcceptedByCommittee' | 'contact'>
  >(KNOWN_ELSEWHERE, [
    today,
    records.map(({ child }) => child ?? null),
    records.map(({ parentsMetBy }) => parentsMetBy ?? null),
    records.map(({ committeeContact }) => committeeContact ?? null),
    records.map(({ riskAcceptedBy }) => riskAcceptedBy ?? null),
    records.map(({ volunteer }) => volunteer ?? null),
  ])
  return records.map((record, place) => {
    const done = (field: string): boolean =>
      typeof record[field] === 'string' && record[field] !== '' && record[field] <= today
    return {
      ...rowAt({ rows, place }),
      goalsSet: done('goalsSetOn'),
      parentsMet: done('parentsMetOn'),
      school: record.school === 'told' || record.school === 'not-told' ? record.school : null,
      schoolReason: typeof record.schoolReason === 'string' ? record.schoolReason : '',
      introduced: done('introducedOn'),
      firstReview: typeof record.firstReviewOn === 'string' && record.firstReviewOn !== '',
      childAgreed: done('childAgreedOn'),
      riskAccepted: done('riskAcceptedOn'),
    }
  })
}

/**
 * Somebody who has sat on the committee, and who is not the volunteer of the match: what the volunteer did is no second
 * pair of eyes [ORG-1].
 */
const besideTheVolunteer = (person: string): string =>
  `(exists (select from role_grants where user_id = ${person} and role = 'committee' and starts_on <= $1) and not exists (select from volunteers v where v.id = r.volunteer_id and v.user_id = ${person}))`

const KNOWN_ELSEWHERE = `
  select exists (select from memberships where child_id = r.child_id and since <= $1 and (until is null or $1 <= until)) as member,
    exists (select from referrals where child_id = r.child_id and status = 'accepted') as accepted,
    (select count(*)::float8 from goals where child_id = r.child_id) as goals,
    ${besideTheVolunteer('r.met_by')} as "parentsMetByCommittee",
    ${besideTheVolunteer('r.risk_by')} as "riskAcceptedByCommittee",
    (exists (select from role_grants where user_id = r.contact and role = 'committee' and starts_on <= $1 and (ends_on is null or $1 <= ends_on)) and exists (select from users u where u.id = r.contact and u.standing = 'open')
      and not exists (select from volunteers v where v.id = r.volunteer_id and v.user_id = r.contact)) as contact
  from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[]) with ordinality as r(child_id, met_by, contact, risk_by, volunteer_id, place)
  order by r.place`

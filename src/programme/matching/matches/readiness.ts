import type { Work } from '../../../core/access/work.ts'
import { londonDate } from '../../../core/clock/londonDates.ts'
import { rowAt } from '../../../core/database/query.ts'
import { allowed, refused } from '../../../core/errors/refusal.ts'
import type { Guard, RecordData } from '../../../core/workflow/workflow.ts'

/** What the readiness list asks about, besides clearance and consent [MAT-2]. */
export type Readiness = {
  member: boolean
  accepted: boolean
  goals: number
  goalsSet: boolean
  parentsMet: boolean
  parentsMetByCommittee: boolean
  school: 'told' | 'not-told' | null
  schoolReason: string
  introduced: boolean
  firstReview: boolean
  contact: boolean
  childAgreed: boolean
  riskAccepted: boolean
  /** Whether it was a committee member other than the volunteer who accepted it. */
  riskAcceptedByCommittee: boolean
}

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

type WithReadiness = { readiness: Readiness }

/** The readiness list, one gate an item, each with who can do it [MAT-2, MAT-9, MAT-10]. */
export const READINESS: ReadonlyArray<Guard<WithReadiness>> = [
  ({ readiness }) =>
    readiness.member
      ? allowed
      : missing('MAT-2', 'The child is not a current member of the club.', 'The co-ordinator records the membership.'),
  ({ readiness }) =>
    readiness.accepted
      ? allowed
      : missing(
          'MAT-2',
          'The committee has not accepted the child’s referral.',
          'A committee member decides the referral.',
        ),
  ({ readiness }) =>
    readiness.goals > 0 && readiness.goalsSet
      ? allowed
      : missing(
          'MAT-2',
          'Goals have not been set together by volunteer and committee.',
          'The committee and the volunteer set them and write down the day.',
        ),
  ({ readiness }) =>
    readiness.parentsMet && readiness.parentsMetByCommittee
      ? allowed
      : missing(
          'MAT-2',
          'No committee member has met the parents.',
          'A committee member meets them and writes down the day.',
        ),
  ({ readiness }) =>
    readiness.school === 'told' || (readiness.school === 'not-told' && readiness.schoolReason.trim() !== '')
      ? allowed
      : missing(
          'MAT-2',
          'The school has not been told, and no reason is recorded why not.',
          'The schools liaison tells the school, or records the reason.',
        ),
  ({ readiness }) =>
    readiness.introduced
      ? allowed
      : missing(
          'MAT-2',
          'Volunteer, child and family have not met.',
          'The co-ordinator arranges it and writes down the day.',
        ),
  ({ readiness }) =>
    readiness.firstReview
      ? allowed
      : missing('MAT-2', 'The first review is not dated.', 'The co-ordinator agrees a day.'),
  ({ readiness }) =>
    readiness.contact ? allowed : missing('MAT-2', 'No committee contact is assigned.', 'The committee chooses one.'),
  ({ readiness }) =>
    readiness.childAgreed
      ? allowed
      : missing(
          'MAT-9',
          'The child has not agreed to the children’s code of conduct.',
          'The volunteer or co-ordinator goes through it with the child and writes down the day.',
        ),
  ({ readiness }) =>
    readiness.riskAccepted && readiness.riskAcceptedByCommittee
      ? allowed
      : missing(
          'MAT-10',
          'The pair’s risk assessment is not accepted.',
          'A committee member accepts it and writes down the day.',
        ),
]

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
    exists (select from role_grants where user_id = r.contact and role = 'committee' and starts_on <= $1 and (ends_on is null or $1 <= ends_on)) as contact
  from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[]) with ordinality as r(child_id, met_by, contact, risk_by, volunteer_id, place)
  order by r.place`

const missing = (rule: string, reason: string, nextStep: string) => refused({ rule, reason, nextStep })

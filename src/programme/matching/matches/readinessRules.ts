import { allowed, refused } from '../../../core/errors/refusal.ts'
import type { Guard } from '../../../core/workflow/workflow.ts'

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

const missing = (rule: string, reason: string, nextStep: string) => refused({ rule, reason, nextStep })

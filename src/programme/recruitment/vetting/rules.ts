import { caseworkersOnly } from '../../people/rules.ts'
import { refused, allowed, type Decision } from '../../../core/errors/refusal.ts'
import { speakDate, londonDate, type CalendarDate } from '../../../core/clock/londonDates.ts'
import type { Guard } from '../../../core/workflow/workflow.ts'

/** What the rules of a vetting record ask about. */
export type VettingFacts = {
  volunteerId: string
  ownUserId: string | null
  kind: string
  takenOn: CalendarDate
  validUntil: CalendarDate | null
  latestRecheck: CalendarDate
  isWhole: boolean
  dbs: { scheme: string; number: string; workforce: string; level: string }
  heldByCommittee: boolean
  faceToFace: boolean
}

/** Whose work it is, and what everybody else is told [VOL-6]. */
export const caseworker = caseworkersOnly({
  rule: 'VOL-6',
  reason: 'Only the co-ordinator and the committee keep vetting records.',
  orSoftware: true,
})

/** Nobody vouches for themselves [ORG-1]. */
export const notOneself: Guard<VettingFacts> = ({ ownUserId }, { actor }) =>
  actor.kind === 'person' && ownUserId === actor.userId
    ? refused({
        rule: 'ORG-1',
        reason: 'This record is about you, so somebody else must enter it.',
        nextStep: 'Ask another committee member.',
      })
    : allowed

/** Approval after the interview and the induction are a committee member's [VOL-3]. */
export const heldByCommittee: Guard<VettingFacts> = ({ kind, heldByCommittee: isSo }) =>
  isSo || (kind !== 'committee-approval' && kind !== 'induction')
    ? allowed
    : refused({
        rule: 'VOL-3',
        reason:
          kind === 'induction'
            ? 'An induction is held by a committee member.'
            : 'The committee approves a volunteer after an interview.',
        nextStep: 'Under “Seen, held or given by” choose who of the committee it was.',
      })

/** Safeguarding training clears nobody unless it was taken face to face [VOL-3]. */
export const takenFaceToFace: Guard<VettingFacts> = ({ kind, faceToFace }) =>
  kind !== 'safeguarding-training' || faceToFace
    ? allowed
    : refused({
        rule: 'VOL-3',
        reason: 'Safeguarding training counts only where it was taken face to face.',
        nextStep: 'Tick “Face to face” if it was. If not, record it under “Training taken”; it clears nobody.',
        field: 'faceToFace',
      })

/** An induction goes through everything on its list [VOL-3]. */
export const wholeInduction: Guard<VettingFacts> = ({ kind, isWhole }) =>
  kind !== 'induction' || isWhole
    ? allowed
    : refused({
        rule: 'VOL-3',
        reason: 'An induction goes through everything on its list.',
        nextStep: 'Tick each thing that you went through; hold the rest first.',
      })

/** Of a certificate: who issued it, its number, workforce and level; never what it says [VOL-6]. */
export const certificateDescribed: Guard<VettingFacts> = ({ kind, dbs: { scheme, number, workforce, level } }) => {
  if (kind !== 'dbs-check') return allowed
  if (!scheme || !workforce || !level)
    return missing('A DBS check needs who issued it, the workforce and the level.', 'Choose each of them.')
  if (scheme === 'dbs' ? !/^\d{12}$/.test(number) : !/^[0-9A-Z]{6,16}$/i.test(number))
    return missing(
      scheme === 'dbs' ? 'A DBS certificate has a number of 12 digits.' : 'The certificate needs its number.',
      'Copy it from the certificate. Write down nothing else of it.',
    )
  return workforce === 'child' || workforce === 'child-and-adult' || level === 'basic'
    ? allowed
    : missing('The certificate is not for work with children.', 'Ask for one whose workforce is “Children”.')
}

/** A DBS check says when it is due again, by the charity’s own rule at the latest [VOL-6]. */
export const recheckInTime: Guard<VettingFacts> = ({ kind, validUntil, latestRecheck }) => {
  if (kind !== 'dbs-check') return allowed
  if (!validUntil) return missing('A DBS check needs the last day before a recheck is due.', 'Fill in “Valid until”.')
  return validUntil <= latestRecheck
    ? allowed
    : missing(
        `By the charity’s own rule this check is due again by ${speakDate(latestRecheck)}.`,
        'Choose a day up to then, or leave it empty.',
      )
}

/** It has happened, and ends after it began [VOL-6]. */
export const datesInOrder: Guard<VettingFacts> = ({ takenOn, validUntil }, { now }) => {
  if (takenOn > londonDate(now)) return missing('This is dated in the future.', 'Record it once it has happened.')
  return validUntil && validUntil < takenOn
    ? missing('“Valid until” is before the day itself.', 'Check both dates.')
    : allowed
}

const missing = (reason: string, nextStep: string): Decision => refused({ rule: 'VOL-6', reason, nextStep })

import { isPossiblePhoneNumber } from 'libphonenumber-js/min'
import { speakDate, type CalendarDate } from '../../core/clock/londonDates.ts'
import { refused, type Refused } from '../../core/errors/refusal.ts'
import { documentsNotAccepted, type RequiredDocument } from '../policies/rules.ts'
import { missingReferences, type ReferenceFacts } from './references/rules.ts'

/** One vetting fact that still stands (was not withdrawn). Dates are calendar dates, valid through the named day. */
export type VettingFact = {
  kind: 'committee-approval' | 'dbs-check' | 'safeguarding-training' | 'induction'
  takenOn: CalendarDate
  validUntil: CalendarDate | null
  faceToFace: boolean
}

/** What a volunteer's clearance is worked out from. */
export type ClearanceFacts = { name: string; standing: 'active' | 'paused' | 'left'; vetting: readonly VettingFact[]; documents: readonly RequiredDocument[]; references: ReferenceFacts }

/**
 * What a volunteer lacks on a date, each in words with who can put it right; nothing when they are cleared [VOL-3]. A fact
 * counts from its day and through its last day.
 */
export const missingForClearance = ({ facts, on }: { facts: ClearanceFacts; on: CalendarDate }): Refused[] => {
  const held = heldForClearance({ facts, on })
  const holds = (kind: VettingFact['kind']): boolean => held.some((fact) => fact.kind === kind)
  const missing: Array<Refused | false> = [
    facts.standing !== 'active' && lacking(`${facts.name} is not an active volunteer.`, 'The co-ordinator can say when they are active again.'),
    !holds('committee-approval') && lacking(`The committee has not approved ${facts.name} after an interview.`, 'A committee member records the interview and its outcome.'),
    !holds('dbs-check') && lacking(`${facts.name} has no DBS check that is valid on ${speakDate(on)}.`, 'The co-ordinator records a new check and when it is due again.'),
    !holds('safeguarding-training') &&
      lacking(`${facts.name} has no safeguarding training taken face to face that is valid on ${speakDate(on)}.`, 'The co-ordinator books a place and records the day.'),
    !holds('induction') && lacking(`${facts.name} has not had an induction.`, 'A committee member holds one and records the day.'),
  ]
  return [...missing.filter((item): item is Refused => item !== false), ...missingReferences({ name: facts.name, facts: facts.references, on }), ...documentsNotAccepted({ documents: facts.documents, on })]
}

/**
 * The vetting facts that clear a volunteer on a date, of each kind the one that holds longest [VOL-3]. A DBS check without the
 * day of its recheck does not count, nor does safeguarding training that was not face to face.
 */
export const heldForClearance = ({ facts, on }: { facts: Pick<ClearanceFacts, 'vetting'>; on: CalendarDate }): VettingFact[] => {
  const holding = facts.vetting.filter((fact) => fact.takenOn <= on && (fact.validUntil === null || on <= fact.validUntil) && countsAtAll(fact))
  return CLEARANCE_KINDS.flatMap((kind) => holding.filter((fact) => fact.kind === kind).sort(longestFirst).slice(0, 1))
}

const CLEARANCE_KINDS = ['committee-approval', 'dbs-check', 'safeguarding-training', 'induction'] as const

const countsAtAll = ({ kind, validUntil, faceToFace }: VettingFact): boolean => (kind === 'dbs-check' ? validUntil !== null : kind === 'safeguarding-training' ? faceToFace : true)

const longestFirst = (one: VettingFact, other: VettingFact): number => (other.validUntil ?? FOR_EVER).localeCompare(one.validUntil ?? FOR_EVER)

/** Later than any date that is written down. */
const FOR_EVER = '9999-12-31'

const lacking = (reason: string, nextStep: string): Refused => refused({ rule: 'VOL-3', reason, nextStep })

/** Whether somebody is 18 or over on a date; nobody whose date of birth is not known is [VOL-12]. Born on 29 February, one is so from 1 March. */
export const isAdult = ({ bornOn, on }: { bornOn: CalendarDate | null; on: CalendarDate }): boolean => bornOn !== null && Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4)) - (on.slice(5) < bornOn.slice(5) ? 1 : 0) >= 18

/** Whether a telephone number can be rung at all, read as one of the United Kingdom where no country is given [VOL-7]. */
export const isReachable = (mobile: string | null): boolean => mobile !== null && isPossiblePhoneNumber(mobile, 'GB')

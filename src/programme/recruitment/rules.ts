import { speakDate, type CalendarDate } from '../../core/clock/londonDates.ts'
import { isMobile, mobileProblem, NO_MOBILE } from '../../core/fields/telephone.ts'
import { refused, type Refused, allowed, type Decision } from '../../core/errors/refusal.ts'
import { isAdult } from '../people/adulthood.ts'
import { documentsNotAccepted, type RequiredDocument } from '../policies/rules.ts'
import { missingReferences, type ReferenceFacts } from './references/rules.ts'
import { DBS_LEVELS, reachesLevel, requiredDbsLevel, type ContactFacts, type DbsLevel } from './dbs/level.ts'
import { caseworkersOnly, committeeOnly } from '../people/rules.ts'
import type { Asked } from '../../core/workflow/workflow.ts'
import { speakingOf, type Speaking } from './speakingOf.ts'

/** One vetting fact that still stands (was not withdrawn). Dates are calendar dates, valid through the named day. */
export type VettingFact = {
  kind: 'committee-approval' | 'dbs-check' | 'safeguarding-training' | 'induction'
  takenOn: CalendarDate
  validUntil: CalendarDate | null
  faceToFace: boolean
  /** Of a DBS check; null where nobody wrote it down. */
  level: DbsLevel | null
  /** Of an induction: whether everything on its list was gone through. */
  isWhole: boolean
  /**
   * The day on which the update service said that this check is current no longer; from then on it counts for nothing.
   */
  endsBefore: CalendarDate | null
}

/** What a volunteer's clearance is worked out from. */
export type ClearanceFacts = ContactFacts & {
  name: string
  standing: 'joining' | 'active' | 'paused' | 'left'
  bornOn: CalendarDate | null
  mobile: string | null
  vetting: readonly VettingFact[]
  documents: readonly RequiredDocument[]
  references: ReferenceFacts
}

/**
 * What a volunteer lacks on a date, each in words with who can put it right; nothing when they are cleared [VOL-3,
 * VOL-6, VOL-7, VOL-12]. A fact counts from its day and through its last day.
 */
export const missingForClearance = ({
  facts,
  on,
  speaking = speakingOf(facts.name),
}: {
  facts: ClearanceFacts
  on: CalendarDate
  /** To whom it is said; by name unless told. */
  speaking?: Speaking
}): Refused[] => [
  ...(facts.standing === 'active' ? [] : [notActive({ standing: facts.standing, speaking })]),
  ...missingToBecomeActive({ facts, on, speaking }),
]

/** Whether a volunteer puts right by themselves what they lack; all else of the list is for others to do [VOL-7]. */
export const isOnesOwnToMend = ({ rule }: Refused): boolean => rule === 'VOL-7'

/** The same for somebody whom the committee is about to make active: everything but being so already. */
export const missingToBecomeActive = ({
  facts,
  on,
  speaking = speakingOf(facts.name),
}: {
  facts: ClearanceFacts
  on: CalendarDate
  speaking?: Speaking
}): Refused[] => {
  const { bornOn, mobile } = facts
  const { who, whom, has, is, own } = speaking
  const held = heldForClearance({ facts, on })
  const holds = (kind: VettingFact['kind']): boolean => held.some((fact) => fact.kind === kind)
  const missing: Array<Refused | false> = [
    !holds('committee-approval') &&
      lacking(
        `The committee has not approved ${whom} after an interview.`,
        'A committee member records the interview and its outcome.',
      ),
    !holds('dbs-check') && withoutCheck({ facts, on, speaking }),
    !holds('safeguarding-training') &&
      lacking(
        `${who} ${has} no safeguarding training taken face to face that is valid on ${speakDate(on)}.`,
        'The co-ordinator books a place and records the day.',
      ),
    !holds('induction') &&
      lacking(
        `${who} ${has} not had an induction.`,
        'A committee member holds one, goes through the whole list, and records the day.',
      ),
    !isAdult({ bornOn, on }) &&
      refused({
        rule: 'VOL-12',
        reason: bornOn ? `${who} ${is} not 18 yet on ${speakDate(on)}.` : `${own('date of birth')} is not recorded.`,
        nextStep: 'The co-ordinator checks the date of birth.',
      }),
    !isMobile(mobile) &&
      refused({
        rule: 'VOL-7',
        reason: `${who} ${has} no mobile number that can be rung.`,
        nextStep: 'The volunteer enters it under My record, or the co-ordinator does.',
      }),
  ]
  return [
    ...missing.filter((item): item is Refused => item !== false),
    ...missingReferences({ speaking, facts: facts.references, on }),
    ...documentsNotAccepted({ documents: facts.documents, on }),
  ]
}

/**
 * The vetting facts that clear a volunteer on a date, of each kind the one that holds longest [VOL-3]. A DBS check
 * without the day of its recheck or of too low a level does not count [VOL-6], nor does safeguarding training that was
 * not face to face, nor an induction that left something out.
 */
export const heldForClearance = ({
  facts,
  on,
}: {
  facts: ContactFacts & Pick<ClearanceFacts, 'vetting'>
  on: CalendarDate
}): VettingFact[] => {
  const required = requiredDbsLevel({ facts, on }).level
  const holding = facts.vetting.filter((fact) => isInForce({ fact, on }) && countsAtAll({ fact, required }))
  return CLEARANCE_KINDS.flatMap((kind) =>
    holding
      .filter((fact) => fact.kind === kind)
      .sort(longestFirst)
      .slice(0, 1),
  )
}

const CLEARANCE_KINDS = ['committee-approval', 'dbs-check', 'safeguarding-training', 'induction'] as const

const isInForce = ({
  fact: { takenOn, validUntil, endsBefore },
  on,
}: {
  fact: VettingFact
  on: CalendarDate
}): boolean => takenOn <= on && (validUntil === null || on <= validUntil) && (endsBefore === null || on < endsBefore)

const countsAtAll = ({
  fact: { kind, validUntil, faceToFace, level, isWhole },
  required,
}: {
  fact: VettingFact
  required: DbsLevel
}): boolean => {
  if (kind === 'dbs-check') return validUntil !== null && reachesLevel({ held: level, required })
  if (kind === 'safeguarding-training') return faceToFace
  return kind === 'induction' ? isWhole : true
}

/** Why no DBS check counts: there is none, or one whose level is too low for how often they meet children. */
const withoutCheck = ({
  facts,
  on,
  speaking: { who, has, own, they },
}: {
  facts: ClearanceFacts
  on: CalendarDate
  speaking: Speaking
}): Refused => {
  const { level, reason } = requiredDbsLevel({ facts, on })
  const tooLow = facts.vetting.find(
    (fact) => fact.kind === 'dbs-check' && fact.validUntil !== null && isInForce({ fact, on }),
  )
  if (!tooLow)
    return lacking(
      `${who} ${has} no DBS check that is valid on ${speakDate(on)}.`,
      'The co-ordinator records a new check and when it is due again.',
    )
  return refused({
    rule: 'VOL-6',
    reason: `${own('DBS check')} ${tooLow.level ? `is “${DBS_LEVELS[tooLow.level]}”` : 'has no level written down'}; the role asks for “${DBS_LEVELS[level]}”, because ${reason.replace(/^they\b/, they)}.`,
    nextStep: 'The co-ordinator asks for a check of that level and records it.',
  })
}

const notActive = ({
  standing,
  speaking: { who, is },
}: Pick<ClearanceFacts, 'standing'> & { speaking: Speaking }): Refused =>
  standing === 'joining'
    ? lacking(
        `${who} ${is} not active yet.`,
        'The co-ordinator or a committee member makes them active once nothing else is missing.',
      )
    : lacking(`${who} ${is} not an active volunteer.`, 'The co-ordinator can say when they are active again.')

const longestFirst = (one: VettingFact, other: VettingFact): number =>
  (other.validUntil ?? FOR_EVER).localeCompare(one.validUntil ?? FOR_EVER)

/** Later than any date that is written down. */
const FOR_EVER = '9999-12-31'

const lacking = (reason: string, nextStep: string): Refused => refused({ rule: 'VOL-3', reason, nextStep })

/** Facts about whose record something is. */
export type OwnFacts = { ownUserId: string | null }

/** Only the co-ordinator and the committee keep what clears volunteers [VOL-3]. */
export const caseworker = caseworkersOnly({
  rule: 'VOL-3',
  reason: 'Only the co-ordinator and the committee keep this.',
  orSoftware: true,
})

/** Only a committee member decides this [VOL-5]. */
export const committee = committeeOnly({ rule: 'VOL-5', reason: 'A committee member decides this.' })

/** Nobody vouches for themselves [ORG-1]. */
export const notAboutOneself = ({ ownUserId }: OwnFacts, { actor }: Asked): Decision =>
  actor.kind === 'person' && ownUserId === actor.userId
    ? refused({
        rule: 'ORG-1',
        reason: 'This is about you, so somebody else must do it.',
        nextStep: 'Ask another committee member.',
      })
    : allowed

/** Whether the person acting is the volunteer whom it is about. */
export const isOneself = ({ ownUserId }: OwnFacts, { actor }: Pick<Asked, 'actor'>): boolean =>
  actor.kind === 'person' && ownUserId === actor.userId

/** A volunteer gives a number that can be rung [VOL-7]. */
export const canBeRung = ({ mobile }: { mobile: string }): Decision =>
  isMobile(mobile)
    ? allowed
    : refused({
        rule: 'VOL-7',
        reason: mobileProblem(mobile) ?? NO_MOBILE,
        nextStep: 'Enter the number that you carry.',
        field: 'mobile',
      })

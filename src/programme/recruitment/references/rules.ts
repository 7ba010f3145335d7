import type { CalendarDate } from '../../../core/clock/londonDates.ts'
import { refused, type Decision, type Refused, allowed } from '../../../core/errors/refusal.ts'
import { caseworkersOnly } from '../../people/rules.ts'
import type { Guard } from '../../../core/workflow/workflow.ts'
import type { Speaking } from '../speakingOf.ts'
import type { ReferenceFactsOfOne } from './facts.ts'

/** How many references a volunteer needs [VOL-6]. */
export const REFERENCES_NEEDED = 2

/** How a referee knows the person. A reference from family is kept, and does not count. */
export const CAPACITIES = {
  work: 'We work or worked together',
  volunteering: 'From volunteering or a club',
  education: 'I taught or trained them',
  neighbour: 'As a neighbour',
  friend: 'As a friend',
  family: 'We are family',
  other: 'Another way',
} as const

/** One way of knowing a person, as stored. */
export type Capacity = keyof typeof CAPACITIES

/**
 * What is on record beside the vetting: the days on which references from outside the family came to be held, and that
 * of the latest self-declaration.
 */
export type ReferenceFacts = { referencesHeldOn: readonly CalendarDate[]; declaredOn: CalendarDate | null }

/** How many references count on a date. Each counts from the day on which it is held. */
export const referencesHeld = ({
  facts,
  on,
}: {
  facts: Pick<ReferenceFacts, 'referencesHeldOn'>
  on: CalendarDate
}): number => facts.referencesHeldOn.filter((day) => day <= on).length

/**
 * What a volunteer lacks of two references and a self-declaration on a date, each in words with who can put it right
 * [VOL-6].
 */
export const missingReferences = ({
  speaking: { who, has, needs },
  facts,
  on,
}: {
  speaking: Speaking
  facts: ReferenceFacts
  on: CalendarDate
}): Refused[] => {
  const held = referencesHeld({ facts, on })
  const missing: Array<Refused | false> = [
    held < REFERENCES_NEEDED &&
      refused({
        rule: 'VOL-6',
        reason: `${who} ${needs} two references, and ${held === 0 ? 'none is' : 'one is'} held.`,
        nextStep: 'The co-ordinator asks a referee, or records what one said by telephone.',
      }),
    (facts.declaredOn === null || on < facts.declaredOn) &&
      refused({
        rule: 'VOL-6',
        reason: `${who} ${has} not made a self-declaration.`,
        nextStep: 'The co-ordinator asks for it and records it.',
      }),
  ]
  return missing.filter((item): item is Refused => item !== false)
}

type ReferenceGuard = Guard<ReferenceFactsOfOne>

/** Whose work it is, and what everybody else is told [VOL-6]. */
export const caseworker = caseworkersOnly({
  rule: 'VOL-6',
  reason: 'The co-ordinator and the committee look after references.',
})

/** Whoever applies names two referees as they do; for everybody else the co-ordinator and committee do it. */
export const caseworkerOrApplicant: ReferenceGuard = (facts, asked) =>
  asked.actor.kind === 'system' || (asked.actor.kind === 'link' && asked.actor.holder === 'form')
    ? allowed
    : caseworker(facts, asked)

/** Nobody looks after a reference about themselves, or one that they are asked for [ORG-1]. */
export const notInvolved: ReferenceGuard = ({ aboutUserId, refereeUserIds }, { actor }) =>
  actor.kind === 'person' && (actor.userId === aboutUserId || refereeUserIds.includes(actor.userId))
    ? refused({
        rule: 'ORG-1',
        reason: 'This reference is about you, or you are the referee.',
        nextStep: 'Ask another committee member.',
      })
    : allowed

/** A reference is for one person, in one capacity [VOL-6]. */
export const oneSubject: ReferenceGuard = ({ hasOneSubject }) =>
  hasOneSubject
    ? allowed
    : refused({
        rule: 'VOL-6',
        reason: 'A reference is for one application, or for one volunteer.',
        nextStep: 'Choose one of the two.',
      })

/** A referee is another person, and one who is not named yet [VOL-6]. */
export const somebodyElse: ReferenceGuard = (facts) => anotherPerson(facts)

/** The same of a referee who is still being named, for the form that asks for them [VOL-6]. */
export const anotherPerson = ({
  refereeIsThePerson,
  namedAlready,
}: Pick<ReferenceFactsOfOne, 'refereeIsThePerson' | 'namedAlready'>): Decision =>
  refereeIsThePerson || namedAlready
    ? refused({
        rule: 'VOL-6',
        reason: refereeIsThePerson ? 'Nobody can be their own referee.' : 'This referee is named already.',
        nextStep: 'Name another person, who is not family.',
      })
    : allowed

/** A link needs an address [VOL-6]. */
export const hasEmail: ReferenceGuard = ({ hasEmail: has }) =>
  has
    ? allowed
    : refused({
        rule: 'VOL-6',
        reason: 'We have no email address for this referee.',
        nextStep: 'Add one, or ring them and record what they say.',
      })

/** Nobody is asked twice about one person who has applied twice [VOL-6]. */
export const notAskedElsewhere: ReferenceGuard = ({ askedElsewhere }) =>
  askedElsewhere
    ? refused({
        rule: 'VOL-6',
        reason: 'This referee was asked about the same person already, for another application.',
        nextStep: 'Look at both applications, withdraw the one that is too many, and go on with the other.',
      })
    : allowed

/** No reference is asked for or taken once an application is closed [VOL-6]. */
export const stillWanted: ReferenceGuard = ({ subjectIsClosed }) =>
  subjectIsClosed
    ? refused({
        rule: 'VOL-6',
        reason: 'This application is closed, so no reference is needed.',
        nextStep: 'There is nothing more to do.',
      })
    : allowed

/** A referee answers once [VOL-6]. */
export const notAnswered: ReferenceGuard = ({ isAnswered }) =>
  isAnswered
    ? refused({
        rule: 'VOL-6',
        reason: 'We have this reference already.',
        nextStep: 'There is nothing more to do. Thank you.',
      })
    : allowed

/** A link ends [VOL-6]. */
export const notRunOut: ReferenceGuard = ({ endsAt }, { now }) =>
  endsAt !== null && endsAt <= now
    ? refused({ rule: 'VOL-6', reason: 'This link has run out.', nextStep: 'Ask us for a new one.' })
    : allowed

/** The referee answers by their own link [VOL-6]. */
export const heldByLink: ReferenceGuard = ({ id }, { actor }) =>
  actor.kind === 'link' && actor.holder === 'referee' && actor.recordId === id
    ? allowed
    : refused({
        rule: 'VOL-6',
        reason: 'Only the referee answers, by their own link.',
        nextStep: 'Record what they say by telephone instead.',
      })

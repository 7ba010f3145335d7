import { londonDate, speakDate, speakMoment, type CalendarDate } from '../../core/clock/londonDates.ts'
import { allowed, firstRefusal, refused, type Decision } from '../../core/errors/refusal.ts'
import type { Guard } from '../../core/workflow/workflow.ts'
import { missingConsent, type ConsentAnswer } from '../consent/rules.ts'
import { isCaseworker, isCommittee } from '../people/roles.ts'
import { missingForClearance, type ClearanceFacts } from '../recruitment/rules.ts'

/** Where a meeting may be, and how the person choosing it reads it. */
export const PLACE_KINDS = {
  public: 'A public place where you can be seen and heard',
  cinema: 'Cinema',
  theatre: 'Theatre',
  home: 'Somebody’s home',
  private: 'Somewhere private',
} as const

/**
 * What stands wherever the place of a meeting is read that is in no public place; its address is kept apart, for those
 * whose meeting it is [SAF-7, MAT-7].
 */
export const AT_HOME = 'At home'

/** The kinds of places whose address is kept apart. */
export const KEPT_APART: ReadonlyArray<keyof typeof PLACE_KINDS> = ['home', 'private']

/** What a meeting is: one to one, or with the parents there. */
export const MEETING_KINDS = { 'one-to-one': 'One to one', family: 'With the parents there' } as const

/** How the parent agreed. */
export const AGREEMENT_WAYS = {
  text: 'Text message',
  email: 'Email',
  telephone: 'Telephone',
  'in-person': 'In person',
} as const

/** Everything that the gates of a meeting ask about, loaded once. */
export type MeetingFacts = {
  kind: keyof typeof MEETING_KINDS
  placeKind: keyof typeof PLACE_KINDS
  place: string
  startsAt: Date
  agreedOn: CalendarDate | null
  agreedWay: keyof typeof AGREEMENT_WAYS | null
  guardianOfChild: boolean
  /** The match on the day of the meeting: of this child and volunteer, and active then. */
  matchHolds: boolean
  volunteerUserId: string | null
  secondUserId: string | null
  proposedBy: string | null
  /** Who changed the proposal last: it is theirs then as well. */
  changedBy: string | null
  volunteer: ClearanceFacts | undefined
  secondVolunteer: ClearanceFacts | undefined
  secondVolunteerIsSame: boolean
  answers: readonly ConsentAnswer[]
  /** User ids of today's meeting confirmers, covers included. */
  confirmers: readonly string[]
  /** Whether whoever acts may know the parents and carers of the child [MAT-7]. */
  knowsParents: Decision
  /** Other meetings, waiting or confirmed, at which one of these is for part of the same time. */
  overlaps: readonly Overlap[]
}

/** Another meeting at the same time, and who of this one is in it too. */
export type Overlap = { status: 'proposed' | 'confirmed'; child: boolean; volunteer: boolean; secondVolunteer: boolean }

/**
 * Who may not know the parents now cannot name one as having agreed; asked before anything about the one named is told
 * [MAT-7].
 */
export const mayNameParent: Guard<MeetingFacts> = ({ knowsParents }) => knowsParents

/** Agreed with the parent beforehand, never with the child, and recorded [MTG-1]. */
export const agreedWithParent: Guard<MeetingFacts> = ({ guardianOfChild, agreedOn, agreedWay }, { now }) => {
  if (!guardianOfChild)
    return refused({
      rule: 'MTG-1',
      reason: 'A meeting is agreed with a parent or carer of this child.',
      nextStep: 'Choose which parent or carer agreed to it.',
      field: 'guardian',
    })
  if (!agreedOn || !agreedWay)
    return refused({
      rule: 'MTG-1',
      reason: 'Place, date and time have to be agreed with the parent or carer first, never with the child.',
      nextStep: 'Say on which day and how they agreed.',
      field: agreedOn ? 'agreedWay' : 'agreedOn',
    })
  return agreedOn > londonDate(now)
    ? refused({
        rule: 'MTG-1',
        reason: 'The parent or carer cannot have agreed on a day that is still to come.',
        nextStep: 'Check the day on which they agreed.',
        field: 'agreedOn',
      })
    : allowed
}

/** One-to-one meetings are in public, where they can be seen and heard; a home only with the parents there [MTG-2]. */
export const publicPlace: Guard<MeetingFacts> = ({ kind, placeKind, place }) => {
  if (!place.trim() || (!KEPT_APART.includes(placeKind) && place.trim().toLowerCase() === AT_HOME.toLowerCase()))
    return refused({
      rule: 'MTG-2',
      reason: 'Say where you will meet.',
      nextStep: 'Write the name of the place.',
      field: 'place',
    })
  if (placeKind === 'private')
    return refused({
      rule: 'MTG-2',
      reason: 'You have to be seen and heard when you meet.',
      nextStep: 'Choose a public place, such as a café or a library.',
      field: 'placeKind',
    })
  return placeKind === 'home' && kind === 'one-to-one'
    ? refused({
        rule: 'MTG-2',
        reason: 'You cannot meet one to one in a home.',
        nextStep: 'Choose a public place, or meet with the parents there.',
        field: 'placeKind',
      })
    : allowed
}

/**
 * A cinema or theatre only with at least one more cleared volunteer; what they lack is told to nobody who proposes
 * [MTG-3].
 */
export const secondVolunteerWhereDark: Guard<MeetingFacts> = (
  { placeKind, secondVolunteer, secondVolunteerIsSame, startsAt },
  { now },
) => {
  if (placeKind !== 'cinema' && placeKind !== 'theatre') return allowed
  const place = PLACE_KINDS[placeKind].toLowerCase()
  if (!secondVolunteer || secondVolunteerIsSame)
    return refused({
      rule: 'MTG-3',
      reason: `A ${place} needs a second volunteer with you.`,
      nextStep: 'Choose another volunteer who comes along, or a different place.',
      field: 'secondVolunteer',
    })
  // Why not is between the second volunteer and the committee.
  return missingForClearance({ facts: secondVolunteer, on: dayOf({ startsAt, now }) }).length > 0
    ? refused({
        rule: 'MTG-3',
        reason: 'The second volunteer is not cleared for that day.',
        nextStep: 'Choose another volunteer who comes along, or a different place.',
        field: 'secondVolunteer',
      })
    : allowed
}

/** A meeting is for a child of one's own, on a day on which the match holds [MTG-4, MAT-6]. */
export const matchOnTheDay: Guard<MeetingFacts> = ({ matchHolds }) =>
  matchHolds
    ? allowed
    : refused({
        rule: 'MTG-4',
        reason: 'This child and this volunteer are not matched on the day of the meeting.',
        nextStep: 'The co-ordinator can look at the match.',
      })

/** The volunteer is cleared on the day of the meeting [MTG-4, VOL-3]. */
export const volunteerClearedOnTheDay: Guard<MeetingFacts> = ({ volunteer, startsAt }, { now }) =>
  (volunteer ? missingForClearance({ facts: volunteer, on: dayOf({ startsAt, now }) })[0] : undefined) ??
  (volunteer
    ? allowed
    : refused({
        rule: 'VOL-3',
        reason: 'There is no volunteer for this meeting.',
        nextStep: 'Choose the match again.',
      }))

/** What is required of the parents' consent holds on the day of the meeting [MTG-4, CON-1]. */
export const consentOnTheDay: Guard<MeetingFacts> = ({ answers, startsAt }, { now }) =>
  missingConsent({ answers, on: dayOf({ startsAt, now }) })[0] ?? allowed

/** The day of a meeting in London; today, while nobody has said when, which is refused by itself. */
const dayOf = ({ startsAt, now }: { startsAt: Date; now: Date }): CalendarDate =>
  londonDate(Number.isNaN(startsAt.getTime()) ? now : startsAt)

/** A meeting is proposed before it takes place; what has already happened is written in a log instead [MTG-4]. */
export const stillAhead: Guard<MeetingFacts> = ({ startsAt }, { now }) => {
  if (Number.isNaN(startsAt.getTime()))
    return refused({
      rule: 'MTG-1',
      reason: 'Say when you will meet.',
      nextStep: 'Choose a day and a time that is still to come.',
      field: 'startsAt',
    })
  return startsAt > now
    ? allowed
    : refused({
        rule: 'MTG-4',
        reason: `${speakMoment(startsAt)} has already passed.`,
        nextStep: 'Choose a time that is still to come. If you have already met, write a log instead.',
        field: 'startsAt',
      })
}

/**
 * Nobody has two confirmed meetings at once: neither the child, nor the volunteer, nor the second volunteer [MTG-12].
 * One may begin as another ends.
 */
export const nowhereElse: Guard<MeetingFacts> = ({ overlaps }) =>
  nobodyTwice(overlaps.filter(({ status }) => status === 'confirmed'))

/** A proposal takes its time on the calendar already: nothing is proposed beside one that waits [MTG-12]. */
export const noOtherProposal: Guard<MeetingFacts> = ({ overlaps }) => nobodyTwice(overlaps)

const nobodyTwice = (overlaps: readonly Overlap[]): Decision => {
  const who = overlaps.some(({ child }) => child)
    ? 'The child'
    : overlaps.some(({ volunteer }) => volunteer)
      ? 'The volunteer'
      : 'The second volunteer'
  const field = who === 'The second volunteer' ? 'secondVolunteer' : 'startsAt'
  return overlaps.length === 0
    ? allowed
    : refused({
        rule: 'MTG-12',
        reason: `${who} has another meeting at that time.`,
        nextStep: 'Choose another time, or call the other meeting off first.',
        field,
      })
}

/** The gates that hold for proposing and, asked again for the day itself, for confirming [MTG-4]. */
export const gatesOfTheDay: ReadonlyArray<Guard<MeetingFacts>> = [
  agreedWithParent,
  publicPlace,
  secondVolunteerWhereDark,
  matchOnTheDay,
  volunteerClearedOnTheDay,
  consentOnTheDay,
  nowhereElse,
]

/** All gates of the day in one answer: what the software asks again when something lapses. */
export const allGatesOfTheDay: Guard<MeetingFacts> = (facts, asked): Decision =>
  firstRefusal(gatesOfTheDay.map((gate) => gate(facts, asked)))

/** The match and the volunteer of a meeting that is still ahead, as they stand now. */
export type PairOfMeeting = {
  meetsOn: CalendarDate
  matchStatus: string
  matchEndsOn: CalendarDate | null
  standing: string
}

/**
 * Why a meeting that is still ahead cannot take place any more, whatever else holds; undefined where it still may
 * [MAT-5, VOL-11]. A match holds through its last day.
 */
export const calledOffBecause = ({
  meetsOn,
  matchStatus,
  matchEndsOn,
  standing,
}: PairOfMeeting): string | undefined => {
  if (matchStatus === 'ended') return 'The match has ended.'
  if (matchEndsOn !== null && matchEndsOn < meetsOn)
    return `The last day of the match, ${speakDate(matchEndsOn)}, comes before this meeting.`
  if (standing === 'paused') return 'The volunteer has paused.'
  return standing === 'left' ? 'The volunteer has left the programme.' : undefined
}

/** The match's own volunteer proposes, or the co-ordinator and committee for them. */
export const mayPropose: Guard<MeetingFacts> = ({ volunteerUserId }, { actor }) =>
  isCaseworker(actor) || (actor.kind === 'person' && actor.userId === volunteerUserId)
    ? allowed
    : refused({
        rule: 'MTG-4',
        reason: 'You can propose meetings only with a child you are matched with.',
        nextStep: 'Ask the co-ordinator.',
      })

/**
 * A meeting confirmer accepts, or their cover; where all of those are involved themselves, any committee member who is
 * not, so that it never dead-locks [MTG-4, ORG-1].
 */
export const mayConfirm: Guard<MeetingFacts> = (facts, { actor }) => {
  const { confirmers } = facts
  const involved = (userId: string): boolean => hasPartIn({ facts, userId })
  if (actor.kind !== 'person')
    return refused({ rule: 'MTG-4', reason: 'A meeting confirmer accepts meetings.', nextStep: 'Sign in.' })
  if (confirmers.includes(actor.userId)) return allowed
  return isCommittee(actor) && confirmers.every(involved)
    ? allowed
    : refused({
        rule: 'MTG-4',
        reason: 'Only a meeting confirmer can do this.',
        nextStep: 'They have been told that the meeting is waiting.',
      })
}

/**
 * Whether somebody has a part in a meeting: they proposed it or changed the proposal, mentor the child, or come along
 * [ORG-1].
 */
export const hasPartIn = ({
  facts: { volunteerUserId, secondUserId, proposedBy, changedBy },
  userId,
}: {
  facts: MeetingFacts
  userId: string
}): boolean => [volunteerUserId, secondUserId, proposedBy, changedBy].includes(userId)

/** Nobody confirms what they proposed or changed, or take part in themselves [ORG-1]. */
export const fourEyes: Guard<MeetingFacts> = (facts, { actor }) =>
  actor.kind === 'person' && hasPartIn({ facts, userId: actor.userId })
    ? refused({
        rule: 'ORG-1',
        reason: 'You proposed this meeting, changed it or take part in it, so somebody else must confirm it.',
        nextStep: 'Another meeting confirmer, a cover, or a committee member who is not involved can do it.',
      })
    : allowed

/** The volunteer, the co-ordinator and the committee can call a meeting off. */
export const mayCancel: Guard<MeetingFacts> = (facts, asked) => mayPropose(facts, asked)

import type { Actor } from '../../core/access/actor.ts'
import { allowed, refused, type Decision } from '../../core/errors/refusal.ts'
import { whoElse as whoElseOfThem, type Named } from '../people/children/seats.ts'

/** A yes of one committee member: to the child, or to one child more than there is room for. */
export type Voice = { kind: 'accept' | 'over-capacity'; by: string }

/** What deciding a referral asks about. */
export type ReferralFacts = {
  memberToday: boolean
  /** Whether a volunteer has the child now. */
  hasActiveMatch: boolean
  goals: number
  enteredBy: string | null
  /** The referral from outside that it came from. */
  incoming: string | null
  /** Other children whose referral is accepted and who have not left. */
  inProgramme: number
  capacity: number
  membersToAccept: number
  membersOverCapacity: number
  voices: readonly Voice[]
  /** Who sits on the committee today. */
  committee: readonly Named[]
  /** Who could be given a seat: trustees and co-ordinators who have none. */
  candidates: readonly Named[]
}

type Asked = { actor: Actor }

/**
 * Nobody decides what they entered themselves; the task passes to the next, and where there is none it is said who
 * could be [ORG-1].
 */
export const notOwnReferral = (facts: ReferralFacts, { actor }: Asked): Decision =>
  actor.kind === 'person' && actor.userId === facts.enteredBy
    ? refused({
        rule: 'ORG-1',
        reason: 'You entered this referral, so somebody else must decide it.',
        nextStep: whoElse({ facts, without: [actor.userId], missing: 1 }),
      })
    : allowed

/** Only a current member of the club may enter [ELG-1]. */
export const currentMember = ({ memberToday }: ReferralFacts): Decision =>
  memberToday
    ? allowed
    : refused({
        rule: 'ELG-1',
        reason: 'Only a current member of the club can enter the programme.',
        nextStep: 'Record the child’s membership first.',
        adds: 'memberships',
      })

/**
 * A child whom a volunteer meets has not left the programme: the match is ended first, with its reason and its note to
 * the family [MAT-5].
 */
export const noActiveMatch = ({ hasActiveMatch }: ReferralFacts): Decision =>
  hasActiveMatch
    ? refused({
        rule: 'MAT-5',
        reason: 'A volunteer still meets this child.',
        nextStep: 'End the match first, then record that the child has left.',
      })
    : allowed

/** At least one goal, with its outcome and how it will be measured [ELG-3]. */
export const hasGoal = ({ goals }: ReferralFacts): Decision =>
  goals > 0
    ? allowed
    : refused({
        rule: 'ELG-3',
        reason: 'Accepting needs at least one goal, with the outcome hoped for and how it will be measured.',
        nextStep: 'Add a goal for this child.',
        adds: 'goals',
      })

/** As many members as the setting says, whoever presses the button among them, and never who entered it [ORG-2]. */
export const enoughMembers = (facts: ReferralFacts, { actor }: Asked): Decision => {
  const yes = new Set([...membersFor({ facts, kind: 'accept' }), ...(actor.kind === 'person' ? [actor.userId] : [])])
  const missing = facts.membersToAccept - yes.size
  if (missing <= 0) return allowed
  return refused({
    rule: 'ORG-2',
    reason: `Accepting a child needs ${facts.membersToAccept} committee members; so far there ${yes.size === 1 ? 'is one' : `are ${yes.size}`}.`,
    nextStep: whoElse({ facts, without: [...yes], missing }),
  })
}

/** More children than there is room for need an override by as many members as the setting says [ELG-5, ORG-2]. */
export const withinCapacity = (facts: ReferralFacts): Decision => {
  if (!isFull(facts)) return allowed
  const given = membersFor({ facts, kind: 'over-capacity' })
  const missing = facts.membersOverCapacity - given.length
  if (missing <= 0) return allowed
  return refused({
    rule: 'ELG-5',
    reason: `There is room for ${facts.capacity === 1 ? 'one child' : `${facts.capacity} children`}, and ${facts.inProgramme === 1 ? 'one is' : `${facts.inProgramme} are`} in the programme.`,
    nextStep: `To go over it, “${ALLOW_ONE_MORE}” is needed from ${missing === 1 ? 'one committee member' : `${missing} committee members`}. ${whoElse({ facts, without: given, missing })}`,
  })
}

/** Whether one child more would be too many [ELG-5]. */
export const isFull = ({ inProgramme, capacity }: ReferralFacts): boolean => inProgramme + 1 > capacity

/** What the override's button says. */
export const ALLOW_ONE_MORE = 'Allow one more than there is room for'

/** Nobody is counted twice. */
export const notSaidYet =
  (kind: Voice['kind']) =>
  ({ voices }: ReferralFacts, { actor }: Asked): Decision =>
    actor.kind === 'person' && voices.some((voice) => voice.kind === kind && voice.by === actor.userId)
      ? refused({
          rule: 'ORG-2',
          reason: 'You have said yes to this already.',
          nextStep: 'It counts once. Another committee member may add theirs.',
        })
      : allowed

const membersFor = ({
  facts: { voices, enteredBy },
  kind,
}: {
  facts: ReferralFacts
  kind: Voice['kind']
}): string[] => [
  ...new Set(voices.filter((voice) => voice.kind === kind && voice.by !== enteredBy).map(({ by }) => by)),
]

const whoElse = ({
  facts,
  without,
  missing,
}: {
  facts: ReferralFacts
  without: readonly string[]
  missing: number
}): string => whoElseOfThem({ seats: facts, without: [facts.enteredBy, ...without], missing })

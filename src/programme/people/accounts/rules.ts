import type { Actor } from '../../../core/access/actor.ts'
import type { StoringRule } from '../../../core/access/storing.ts'
import { londonDate } from '../../../core/clock/londonDates.ts'
import { allowed, refused, type Decision } from '../../../core/errors/refusal.ts'
import { committeeAmong } from '../queries.ts'
import { DESIGNATIONS, type Designation } from '../roles.ts'
import { heldAlone, type LeftEmpty } from './jobs.ts'

/** Nobody gives, changes or lengthens what gives themselves more to see or to decide [ORG-1]. */
export const notToOneself = ({
  actor,
  people,
  what,
}: {
  actor: Actor
  people: readonly unknown[]
  what: string
}): Decision =>
  actor.kind === 'person' && people.includes(actor.userId)
    ? refused({
        rule: 'ORG-1',
        reason: `You cannot give yourself ${what}, or change one of your own.`,
        nextStep: 'Ask another administrator or committee member.',
      })
    : allowed

/**
 * What somebody does alone is handed on in the same step in which their account is closed; or, with a reason, the
 * account goes at once and all of the committee are told. The role of an administrator takes two people, so it is given
 * to somebody else beforehand [ORG-1].
 */
export const mayGo = ({
  name,
  left: { designations, isAdministrator: isOnlyAdministrator },
  successor,
  because,
}: {
  name: string
  left: LeftEmpty
  successor: { isAnother: boolean; onCommittee: boolean } | undefined
  because: string
}): Decision => {
  const jobs = designations.map((designation) => DESIGNATIONS[designation].toLowerCase())
  if ((jobs.length === 0 && !isOnlyAdministrator) || because.trim() !== '') return allowed
  if (isOnlyAdministrator)
    return refused({
      rule: 'ORG-1',
      reason: `${name} is the only administrator.`,
      nextStep:
        'Propose the role for somebody else under “Changes of accounts”, and close this account once it is confirmed. If it must be at once, write why: all of the committee are told.',
      field: 'closedBecause',
    })
  if (!successor)
    return refused({
      rule: 'ORG-1',
      reason: `${name} is the only ${jobs.join(' and ')}.`,
      nextStep:
        'Name a committee member who takes over. If it must be at once, write why: all of the committee are told.',
      field: 'successor',
    })
  return successor.isAnother && successor.onCommittee
    ? allowed
    : refused({
        rule: 'ORG-1',
        reason: 'Only another committee member whose account is open can take over.',
        nextStep: 'Choose one, or give the person that role first.',
        field: 'successor',
      })
}

/** The command that makes the first administrator is for a deployment that nobody can enter [ORG-1]. */
export const nobodyIsThere = ({ hasEntered }: { hasEntered: boolean }): Decision =>
  hasEntered
    ? refused({
        rule: 'ORG-1',
        reason: 'There is an administrator here who has chosen a password, so nothing was done.',
        nextStep:
          'Ask them for an account. Whoever has forgotten their password asks for a new one where one signs in.',
      })
    : allowed

/** A job that somebody holds alone is not ended before somebody else holds it [ORG-1]. */
export const heldByAnotherToo = ({ alone }: { alone: readonly Designation[] }): Decision =>
  alone.length === 0
    ? allowed
    : refused({
        rule: 'ORG-1',
        reason: `Nobody else is ${alone.map((designation) => DESIGNATIONS[designation].toLowerCase()).join(' or ')}.`,
        nextStep: 'Add a designation for somebody else first, then end this one.',
      })

/**
 * A designation is held and covered by committee members. Nobody takes one for themselves, but its holder names who
 * covers it while they are away [ORG-1].
 */
export const mayDesignate: StoringRule = async ({ work, before, after }) => {
  const givenAnew = ['holder', 'designation', 'endsOn'].some((field) => before[field] !== after[field])
  const self = notToOneself({
    actor: work.actor,
    people: [after.cover, ...(givenAnew ? [before.holder, after.holder] : [])],
    what: 'a designation',
  })
  if (!self.allowed) return self
  const ends =
    before.id !== undefined &&
    (before.designation !== after.designation || (before.endsOn !== after.endsOn && Boolean(after.endsOn)))
  if (ends && before.holder === after.holder) {
    const { designations } = await heldAlone({
      query: work.query,
      userId: String(before.holder),
      on: londonDate(work.now),
    })
    const decision = heldByAnotherToo({ alone: designations.filter((one) => one === before.designation) })
    if (!decision.allowed) return decision
  }
  const chosen = (['holder', 'cover'] as const)
    .filter((field) => before[field] !== after[field])
    .map((field) => after[field])
  const people = chosen.filter((id): id is string => typeof id === 'string')
  const committee = await committeeAmong({ query: work.query, userIds: people, on: londonDate(work.now) })
  return people.every((id) => committee.includes(id))
    ? allowed
    : refused({
        rule: 'ORG-1',
        reason: 'Only a committee member can hold or cover a designation.',
        nextStep: 'Choose a committee member, or give the person that role first.',
      })
}

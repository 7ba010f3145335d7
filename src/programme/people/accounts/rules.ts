import type { Actor } from '../../../core/access/actor.ts'
import type { StoringRule } from '../../../core/access/storing.ts'
import { londonDate } from '../../../core/clock/londonDates.ts'
import { allowed, refused, type Decision } from '../../../core/errors/refusal.ts'
import { committeeAmong } from '../queries.ts'

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

import { expect, test } from '@jest/globals'
import { blockersForPerson } from '../../src/admin/actions/actionForPerson.ts'
import { refusalsAmong } from '../../src/core/errors/refusal.ts'
import { currentMember, hasGoal, type ReferralFacts } from '../../src/programme/referrals/rules.ts'

const facts = { memberToday: false, goals: 0 } as ReferralFacts

test('[ELG-1] [ELG-3] what stands in the way of accepting a child leads to the record that is missing, with the child filled in', () => {
  const standing = refusalsAmong([currentMember(facts), hasGoal(facts)])
  expect(blockersForPerson(standing, { childId: 'the-child' })).toMatchObject([
    {
      rule: 'ELG-1',
      nextStep: 'Record the child’s membership first.',
      href: '/admin/collections/memberships/create?child=the-child',
    },
    { rule: 'ELG-3', nextStep: 'Add a goal for this child.', href: '/admin/collections/goals/create?child=the-child' },
  ])
  expect(blockersForPerson(standing).map(({ href }) => href)).toEqual([undefined, undefined])
})

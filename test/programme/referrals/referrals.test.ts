import { beforeAll, describe, expect, test } from '@jest/globals'
import { referralWorkflow } from '../../../src/programme/referrals/decisions/workflow.ts'
import { actingIn, refusalOf } from '../../support/acting.ts'
import { aChild, aPerson } from '../../support/people.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'
import { aGoal, aMembership, aReferral } from '../../support/story.ts'

// The clock stands on Tuesday 3 March 2026.
let programme: TestProgramme
beforeAll(async () => {
  programme = await testProgramme()
})
const { act, create } = actingIn(() => programme)

const aReferredChild = async ({
  membership = {},
  goal = true,
}: { membership?: { since?: string; until?: string } | null; goal?: boolean } = {}) => {
  const coordinator = await aPerson({ ...programme, roles: ['co-ordinator'] })
  const committee = await aPerson({ ...programme, name: 'Casey Standin', roles: ['committee'] })
  const child = await aChild(programme)
  if (membership) await aMembership({ ...programme, childId: child.id, ...membership })
  if (goal) await aGoal({ ...programme, childId: child.id })
  return {
    coordinator,
    committee,
    child,
    referral: await aReferral({ ...programme, childId: child.id, enteredBy: coordinator }),
  }
}
const decide = ({
  by,
  id,
  action = 'accept',
  input,
}: {
  by: string
  id: string
  action?: string
  input?: Record<string, unknown>
}) => act({ by, workflow: referralWorkflow, id, action, input })

describe('[ELG-1] only a current member of the club enters the programme', () => {
  test.each([
    ['was never a member', null],
    ['was a member until yesterday', { until: '2026-03-02' }],
    ['will be a member from tomorrow', { since: '2026-03-04' }],
  ])('[ELG-1] a child who %s is not accepted', async (_words, membership) => {
    const { committee, referral } = await aReferredChild({ membership })
    expect(await refusalOf(decide({ by: committee, id: referral }))).toMatchObject({
      rule: 'ELG-1',
      reason: 'Only a current member of the club can enter the programme.',
    })
  })

  test('[ELG-1] a child whose membership ends today is', async () => {
    const { committee, referral } = await aReferredChild({ membership: { until: '2026-03-03' } })
    expect(await decide({ by: committee, id: referral })).toMatchObject({ status: 'accepted' })
  })
})

describe('[ELG-4] no age and no kind of need is a barrier', () => {
  test.each([
    ['a child of three', '2023-02-01', 'confidence'],
    ['a child in Year 5, where the stages begin', '2016-05-01', 'grooming'],
    ['a young person of seventeen', '2008-06-30', 'drugs'],
    ['a child of whom nobody knows the birth date', null, 'other'],
  ])('[ELG-4] %s is accepted', async (_words, bornOn, reason) => {
    const { committee, child, referral } = await aReferredChild()
    await programme.query('update children set born_on = $2 where id = $1', [child.id, bornOn])
    await programme.query('update referrals set main_reason = $2 where id = $1', [referral, reason])
    expect(await decide({ by: committee, id: referral })).toMatchObject({ status: 'accepted' })
  })
})

describe('[ELG-3] the committee decides each referral case by case', () => {
  test('[ELG-3] accepting needs a goal; who accepted and when are kept', async () => {
    const { committee, child, referral } = await aReferredChild({ goal: false })
    expect(await refusalOf(decide({ by: committee, id: referral }))).toMatchObject({
      rule: 'ELG-3',
      reason: expect.stringContaining('at least one goal'),
    })
    await aGoal({ ...programme, childId: child.id })
    expect(await decide({ by: committee, id: referral })).toMatchObject({
      status: 'accepted',
      decidedBy: committee,
      decidedAt: '2026-03-03T12:00:00.000Z',
    })
  })

  test('[ELG-3] declining needs a reason, which is kept', async () => {
    const { committee, referral } = await aReferredChild()
    await expect(
      decide({ by: committee, id: referral, action: 'decline', input: { reason: '   ' } }),
    ).rejects.toMatchObject({ status: 400, message: expect.stringContaining('Say why it is declined.') })
    expect(
      await decide({
        by: committee,
        id: referral,
        action: 'decline',
        input: { reason: 'Another service helps already.' },
      }),
    ).toMatchObject({ status: 'declined', decidedBy: committee, decisionReason: 'Another service helps already.' })
  })

  test('[ELG-3] asking for more keeps it open; what was decided is decided', async () => {
    const { committee, referral } = await aReferredChild()
    expect(
      await decide({
        by: committee,
        id: referral,
        action: 'askForMore',
        input: { reason: 'What does the school say?' },
      }),
    ).toMatchObject({ status: 'more-asked', decisionReason: 'What does the school say?' })
    expect(await decide({ by: committee, id: referral })).toMatchObject({ status: 'accepted' })
    expect(
      await refusalOf(decide({ by: committee, id: referral, action: 'decline', input: { reason: 'Too late' } })),
    ).toMatchObject({ rule: 'STATE' })
  })

  test.each(['accept', 'decline', 'askForMore'])('[ELG-3] the co-ordinator alone cannot %s', async (action) => {
    const { coordinator, referral } = await aReferredChild()
    expect(
      await refusalOf(decide({ by: coordinator, id: referral, action, input: { reason: 'Because' } })),
    ).toMatchObject({ rule: 'ELG-3' })
  })
})

describe('[ORG-1] nobody decides a referral that they entered', () => {
  test.each(['accept', 'decline'])(
    '[ORG-1] they cannot %s it; a committee member who did not enter it can',
    async (action) => {
      const { committee, child } = await aReferredChild()
      const { id } = await create({
        by: committee,
        collection: 'referrals',
        fields: { child: child.id, receivedOn: '2026-03-01', source: 'committee', mainReason: 'loss' },
      })
      expect(await refusalOf(decide({ by: committee, id, action, input: { reason: 'Because' } }))).toMatchObject({
        rule: 'ORG-1',
        nextStep: expect.stringMatching(/^Ask .+\.$/),
      })
      const another = await aPerson({ ...programme, name: 'Linden Sampleton', roles: ['committee'] })
      expect(await decide({ by: another, id, action, input: { reason: 'Because' } })).toMatchObject({
        decidedBy: another,
      })
    },
  )

  test('[ORG-1] the co-ordinator enters it, so any committee member can decide: it never dead-locks', async () => {
    const { committee, referral } = await aReferredChild()
    expect(await decide({ by: committee, id: referral })).toMatchObject({ status: 'accepted' })
  })

  test('[ORG-1] who entered it cannot be said from outside', async () => {
    const { committee, coordinator, child } = await aReferredChild()
    expect(
      await refusalOf(
        create({
          by: committee,
          collection: 'referrals',
          fields: {
            child: child.id,
            receivedOn: '2026-03-01',
            source: 'committee',
            mainReason: 'loss',
            enteredBy: coordinator,
          },
        }),
      ),
    ).toMatchObject({ rule: 'STATE' })
  })
})

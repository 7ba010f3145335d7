import { beforeAll, describe, expect, test } from '@jest/globals'
import { matchWorkflow } from '../../../src/programme/matching/workflow.ts'
import { policyVersionWorkflow } from '../../../src/programme/policies/workflow.ts'
import { actingIn, refusalOf } from '../../support/acting.ts'
import { aMatch, aPerson, aVolunteer } from '../../support/people.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'
import { aReadyMatch } from '../../support/story.ts'

// The clock stands on Tuesday 3 March 2026.
let programme: TestProgramme
beforeAll(async () => {
  programme = await testProgramme()
})
const { act, workAs } = actingIn(() => programme)
const start = ({ by, id }: { by: string; id: string }) => act({ by, workflow: matchWorkflow, id, action: 'start' })

type Ready = Awaited<ReturnType<typeof aReadyMatch>>

/** Undoes one thing of a match that is ready in every other way. */
type Undoing = (ready: Ready) => [statement: string, values: unknown[]]
const onMatch = (change: string): Undoing => ({ match }) => [`update matches set ${change} where id = $1`, [match]]
const onVetting = (change: string, kind: string): Undoing => ({ volunteer }) => [`update vetting_records set ${change} where volunteer_id = $1 and kind = '${kind}'`, [volunteer.id]]

test('[MAT-2] a match for which everything is done starts', async () => {
  const { committee, match } = await aReadyMatch(programme)
  expect(await start({ by: committee, id: match })).toMatchObject({ status: 'active' })
})

describe('[MAT-2] each item of the readiness list alone stands in the way, in words', () => {
  const items: Array<[what: string, rule: string, words: string, undo: Undoing]> = [
    ['membership', 'MAT-2', 'The child is not a current member of the club.', ({ child }) => ["update memberships set until = '2026-03-02' where child_id = $1", [child.id]]],
    ['accepted referral', 'MAT-2', 'The committee has not accepted the child’s referral.', ({ referral }) => ["update referrals set status = 'received' where id = $1", [referral]]],
    ['a goal', 'MAT-2', 'Goals have not been set together', ({ goal }) => ['delete from goals where id = $1', [goal]]],
    ['goals set together', 'MAT-2', 'Goals have not been set together', onMatch('goals_set_on = null')],
    ['goals set by today', 'MAT-2', 'Goals have not been set together', onMatch("goals_set_on = '2026-03-04'")],
    ['parents met', 'MAT-2', 'No committee member has met the parents.', onMatch('parents_met_on = null')],
    ['parents met by the committee', 'MAT-2', 'No committee member has met the parents.', ({ match, coordinator }) => ['update matches set parents_met_by_id = $2 where id = $1', [match, coordinator]]],
    ['the school', 'MAT-2', 'The school has not been told', onMatch('school = null')],
    ['a reason why the school is not told', 'MAT-2', 'no reason is recorded why not', onMatch("school = 'not-told', school_reason = ' '")],
    ['the introduction', 'MAT-2', 'Volunteer, child and family have not met.', onMatch('introduced_on = null')],
    ['the introduction by today', 'MAT-2', 'Volunteer, child and family have not met.', onMatch("introduced_on = '2026-03-10'")],
    ['the first review', 'MAT-2', 'The first review is not dated.', onMatch('first_review_on = null')],
    ['a contact on the committee', 'MAT-2', 'No committee contact is assigned.', ({ match, coordinator }) => ['update matches set committee_contact_id = $2 where id = $1', [match, coordinator]]],
    ['the child’s agreement [MAT-9 thin]', 'MAT-9', 'The child has not agreed to the children’s code of conduct.', onMatch('child_agreed_on = null')],
    ['the risk assessment [MAT-10 thin]', 'MAT-10', 'The pair’s risk assessment is not accepted.', onMatch('risk_accepted_on = null')],
    ['who accepted the risk assessment [MAT-10 thin]', 'MAT-10', 'The pair’s risk assessment is not accepted.', onMatch('risk_accepted_by_id = null')],
    ['consent to meetings', 'CON-1', 'No parent or carer has agreed to “Meetings in public places”.', ({ match }) => ["update matches set child_id = (select id from children where id = child_id) where id = $1", [match]]],
  ]

  test.each(items.filter(([what]) => what !== 'consent to meetings'))('%s', async (_what, rule, words, undo) => {
    const ready = await aReadyMatch(programme)
    await programme.query(...undo(ready))
    const refusal = await refusalOf(start({ by: ready.committee, id: ready.match }))
    expect(refusal).toMatchObject({ rule, reason: expect.stringContaining(words) })
    expect(refusal.nextStep).not.toBe('')
    const [record] = await programme.query('select id, status, child_id as child from matches where id = $1', [ready.match])
    expect(record).toMatchObject({ status: 'proposed' })
  })
})

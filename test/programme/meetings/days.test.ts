import { beforeAll, describe, expect, test } from '@jest/globals'
import { refusalWithin } from '../../../src/core/errors/problems.ts'
import { actingIn } from '../../support/acting.ts'
import { secondVolunteers } from '../../../src/programme/meetings/queries.ts'
import { aVolunteer, meetingFields } from '../../support/people.ts'
import { aPairThatMayAgree } from '../../support/policies.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'

// The clock stands on Tuesday 3 March 2026; matches began on 8 December 2025.
let programme: TestProgramme
beforeAll(async () => {
  programme = await testProgramme()
})
const { create } = actingIn(() => programme)
const outcomeOf = async (attempt: Promise<unknown>): Promise<string> => {
  try {
    await attempt
    return 'stored'
  } catch (problem) {
    const refusal = refusalWithin(problem)
    if (!refusal) throw problem
    return refusal.rule
  }
}
const pairWhoseMatch = async (change: string) => {
  const pair = await aPairThatMayAgree(programme)
  await programme.query(`update matches set ${change} where id = $1`, [pair.match])
  return pair
}

describe('[MAT-6] a meeting is for a day on which the match holds', () => {
  test.each([
    ['its last day', "ends_on = '2026-03-10'", 'stored'],
    ['the day after its last', "ends_on = '2026-03-09'", 'MTG-4'],
    ['its first day', "starts_on = '2026-03-10'", 'stored'],
    ['the day before its first', "starts_on = '2026-03-11'", 'MTG-4'],
    ['a match that is only proposed', "status = 'proposed'", 'MTG-4'],
    ['a match that has ended', "status = 'ended', ends_on = '2026-03-12'", 'MTG-4'],
  ])('[MAT-6, MTG-4] %s', async (_what, change, outcome) => {
    const pair = await pairWhoseMatch(change)
    expect(await outcomeOf(create({ by: pair.coordinator, collection: 'meetings', fields: meetingFields(pair) }))).toBe(
      outcome,
    )
  })

  test('[MTG-4] it is with the child and the volunteer of the match that it names', async () => {
    const [one, other] = [await aPairThatMayAgree(programme), await aPairThatMayAgree(programme)]
    const withAnother = (changes: Record<string, unknown>) =>
      outcomeOf(create({ by: one.coordinator, collection: 'meetings', fields: meetingFields(one, changes) }))
    expect(await withAnother({ child: other.child.id, guardian: other.child.guardianId })).toBe('MTG-4')
    expect(await withAnother({ volunteer: other.volunteer.id })).toBe('MTG-4')
    expect(await withAnother({ match: other.match })).toBe('MTG-4')
    expect(await withAnother({})).toBe('stored')
  })
})

describe('[LOG-1] a log is written of a day on which the match was held', () => {
  const logOf = ({ match, child, volunteer }: Awaited<ReturnType<typeof aPairThatMayAgree>>, heldOn: string) => ({
    match,
    child: child.id,
    volunteer: volunteer.id,
    heldOn,
    location: 'Library café',
    runBy: 'Harper Sample',
    attendees: 'Robin, Harper',
    activities: 'A board game',
    outcomes: 'Said one thing he enjoys',
    comment: 'Good start',
  })
  test.each([
    ['its first day', '2026-02-02', "starts_on = '2026-02-02'", 'stored'],
    ['the day before its first', '2026-02-01', "starts_on = '2026-02-02'", 'LOG-1'],
    ['the last day of a match that ended', '2026-02-20', "status = 'ended', ends_on = '2026-02-20'", 'stored'],
    ['the day after its last', '2026-02-21', "status = 'ended', ends_on = '2026-02-20'", 'LOG-1'],
    ['a match that is only proposed', '2026-02-20', "status = 'proposed'", 'LOG-1'],
    ['today', '2026-03-03', "status = 'active'", 'stored'],
    ['tomorrow', '2026-03-04', "status = 'active'", 'LOG-1'],
  ])('[LOG-1, MAT-6] %s', async (_what, heldOn, change, outcome) => {
    const pair = await pairWhoseMatch(change)
    expect(
      await outcomeOf(create({ by: pair.coordinator, collection: 'session-logs', fields: logOf(pair, heldOn) })),
    ).toBe(outcome)
  })

  test('[LOG-1] by its volunteer or the office, of the child and the volunteer that the match names', async () => {
    const [one, other] = [await aPairThatMayAgree(programme), await aPairThatMayAgree(programme)]
    const log = logOf(one, '2026-02-20')
    expect(await outcomeOf(create({ by: other.volunteer.userId, collection: 'session-logs', fields: log }))).toBe(
      'LOG-1',
    )
    expect(
      await outcomeOf(
        create({ by: one.coordinator, collection: 'session-logs', fields: { ...log, child: other.child.id } }),
      ),
    ).toBe('LOG-1')
    expect(
      await outcomeOf(
        create({ by: one.coordinator, collection: 'session-logs', fields: { ...log, volunteer: other.volunteer.id } }),
      ),
    ).toBe('LOG-1')
    expect(await outcomeOf(create({ by: one.volunteer.userId, collection: 'session-logs', fields: log }))).toBe(
      'stored',
    )
  })
})

test('[MTG-3, VOL-8] whoever may come along is offered by name alone: active and cleared volunteers, and not oneself', async () => {
  const { volunteer } = await aPairThatMayAgree(programme)
  const [there, paused, uncleared] = [
    await aVolunteer({ ...programme, name: 'Jordan Example' }),
    await aVolunteer({ ...programme, name: 'Sage Pretend' }),
    await aVolunteer({ ...programme, name: 'Robin Uncleared', cleared: false }),
  ]
  await programme.query("update volunteers set standing = 'paused' where id = $1", [paused.id])
  const offered = await secondVolunteers({ query: programme.query, besides: volunteer.id, on: '2026-03-03' })
  expect(offered).toContainEqual({ id: there.id, name: 'Jordan Example' })
  const ids = offered.map(({ id }) => id)
  for (const { id } of [volunteer, paused, uncleared]) expect(ids).not.toContain(id)
})

import { beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { loadRecordPage } from '../../../src/core/record/loadRecordPage.ts'
import { historyWords } from '../../../src/programme/history.ts'
import { areas } from '../../../src/programme/house.ts'
import { firstMeetingFacts } from '../../../src/programme/meetings/path/facts.ts'
import { pathToFirstMeeting, type FirstMeetingFacts } from '../../../src/programme/meetings/path/rules.ts'
import { aChild, aMatch, aPerson, aVolunteer } from '../../support/people.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'

const nothing: FirstMeetingFacts = {
  childId: 'the-child',
  referral: null,
  isMember: false,
  goals: 0,
  consentAsked: false,
  consentLacks: ['No parent or carer has agreed to “Taking part”.', 'Nor to meetings.'],
  match: null,
  meeting: null,
}
const received = { id: 'the-referral', status: 'received' } as const
const accepted = { id: 'the-referral', status: 'accepted' } as const
const proposed = { id: 'the-match', status: 'proposed', volunteerName: 'Harper Sample', lacks: [] as string[] } as const
const active = { ...proposed, status: 'active' } as const
const stand = (changes: Partial<FirstMeetingFacts>): string[] =>
  pathToFirstMeeting({ ...nothing, ...changes }).map(
    ({ state, way }) => `${state}${way ? ` → ${way.href.replace('/admin/collections/', '')}` : ''}`,
  )

describe('[ELG-1, ELG-3, CON-1, MAT-3, MTG-4] the way to the first meeting', () => {
  test('nothing is done: what can be begun leads to its form with the child in it, the rest says what comes first', () => {
    expect(stand({ referral: received })).toEqual([
      'to-do → memberships/create?child=the-child',
      'to-do → goals/create?child=the-child',
      'cannot-start-yet',
      'to-do → consent-requests/create?child=the-child',
      'cannot-start-yet',
      'cannot-start-yet',
      'cannot-start-yet',
    ])
    expect(stand({})[2]).toBe('to-do → referrals/create?child=the-child')
  })

  test('[ELG-3] the committee decides once there are membership and goal, and not while more is asked for', () => {
    const [decide, without, waiting] = [
      stand({ referral: received, isMember: true, goals: 1 })[2],
      stand({ referral: received, isMember: true })[2],
      stand({ referral: { ...received, status: 'more-asked' }, isMember: true, goals: 1 })[2],
    ]
    expect([decide, without, waiting]).toEqual(['to-do → referrals/the-referral', 'cannot-start-yet', 'waiting'])
  })

  test('a volunteer comes after the yes, the start after all that is missing, the meeting after the start', () => {
    const yes = { referral: accepted, isMember: true, goals: 2, consentLacks: [] }
    expect(stand(yes).slice(3)).toEqual([
      'done',
      'to-do → matches/create?child=the-child',
      'cannot-start-yet',
      'cannot-start-yet',
    ])
    expect(stand({ ...yes, match: { ...proposed, lacks: ['One thing.', 'Another.'] } }).slice(4)).toEqual([
      'done',
      'cannot-start-yet → matches/the-match',
      'cannot-start-yet',
    ])
    expect(
      pathToFirstMeeting({ ...nothing, ...yes, match: { ...proposed, lacks: ['One thing.', 'Another.'] } })[5]?.words,
    ).toBe('One thing. And 1 more.')
    expect(stand({ ...yes, match: proposed })[5]).toBe('to-do → matches/the-match')
    expect(stand({ ...yes, match: active }).slice(5)).toEqual(['done', 'waiting'])
    expect(stand({ ...yes, match: active, meeting: { id: 'the-meeting', isConfirmed: false } })[6]).toBe(
      'to-do → meetings/the-meeting',
    )
    expect(
      stand({ ...yes, match: active, meeting: { id: 'the-meeting', isConfirmed: true } }).every(
        (one) => one === 'done',
      ),
    ).toBe(true)
  })

  test('[CON-1] parents who were asked and have not answered are waited for', () => {
    expect([stand({ consentAsked: true })[3], stand({ consentAsked: true, consentLacks: [] })[3]]).toEqual([
      'waiting',
      'done',
    ])
  })

  test('whatever the facts: seven things in one order, what is done asks for nothing, what is to do says whose it is', () => {
    const facts: fc.Arbitrary<FirstMeetingFacts> = fc.record({
      childId: fc.constant('the-child'),
      referral: fc.option(
        fc.record({
          id: fc.constant('r'),
          status: fc.constantFrom('received', 'more-asked', 'accepted', 'declined', 'finished'),
        }),
      ),
      isMember: fc.boolean(),
      goals: fc.nat(3),
      consentAsked: fc.boolean(),
      consentLacks: fc.array(fc.constant('It lacks.'), { maxLength: 2 }),
      match: fc.option(
        fc.record({
          id: fc.constant('m'),
          status: fc.constantFrom('proposed', 'active'),
          volunteerName: fc.constant('Harper Sample'),
          lacks: fc.array(fc.constant('It lacks.'), { maxLength: 3 }),
        }),
      ),
      meeting: fc.option(fc.record({ id: fc.constant('e'), isConfirmed: fc.boolean() })),
    })
    fc.assert(
      fc.property(facts, (given) => {
        const tasks = pathToFirstMeeting(given)
        expect(tasks).toHaveLength(7)
        for (const { state, whose, way, words } of tasks) {
          if (state === 'done') expect(way).toBeUndefined()
          else expect(whose).toBeDefined()
          if (state === 'to-do') expect(way).toBeDefined()
          if (state === 'cannot-start-yet' || state === 'waiting') expect(words).toBeDefined()
        }
      }),
    )
  })
})

describe('on the pages', () => {
  let programme: TestProgramme
  beforeAll(async () => {
    programme = await testProgramme()
  })
  const jobsOn = async ({ collection, id, as }: { collection: 'children' | 'matches'; id: string; as: string }) => {
    const work = await programme.workOf((await programme.signIn(as)).person)
    return (await loadRecordPage({ work, collection, id, areas, words: historyWords }))?.parts.jobs
  }

  test('[MAT-3] a child with a proposed match: the way stands on both pages, for the committee, with what the gates say', async () => {
    const committee = await aPerson({ ...programme, roles: ['committee'] })
    const child = await aChild(programme)
    expect(await jobsOn({ collection: 'children', id: child.id, as: committee })).toEqual([])
    const volunteer = await aVolunteer({ ...programme, name: 'Harper Sample' })
    const match = await aMatch({ ...programme, childId: child.id, volunteerId: volunteer.id, contactId: committee })
    await programme.query("update matches set status = 'proposed' where id = $1", [match])
    const [onChild] = (await jobsOn({ collection: 'children', id: child.id, as: committee })) ?? []
    const [onMatch] = (await jobsOn({ collection: 'matches', id: match, as: committee })) ?? []
    expect(onChild).toEqual(onMatch)
    expect(onChild?.tasks.map(({ title, state }) => [title, state])).toContainEqual(['A volunteer is proposed', 'done'])
    const work = await programme.workOf((await programme.signIn(committee)).person)
    expect((await firstMeetingFacts({ work, childId: child.id }))?.match?.lacks.length).toBeGreaterThan(0)
    await programme.query("update matches set status = 'active' where id = $1", [match])
    await programme.query(
      "insert into meetings (match_id, child_id, volunteer_id, guardian_id, starts_at, minutes, kind, place_kind, place, agreed_on, agreed_way, status, row_version, created_at, updated_at) values ($1, $2, $3, $4, '2026-03-10T16:00:00Z', 60, 'one-to-one', 'public', 'The Invented Library', '2026-03-02', 'text', 'confirmed', 1, now(), now())",
      [match, child.id, volunteer.id, child.guardianId],
    )
    expect(await jobsOn({ collection: 'children', id: child.id, as: committee })).toEqual([])
  })
})

// When an answer counts and when it ends: each boundary asked of the rule and of each statement that asks the same.
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { insertRows } from '../../../src/core/database/insertRows.ts'
import { carryOverToAdults, comingOfAge } from '../../../src/programme/consent/answers/comingOfAge.ts'
import {
  chaseFor,
  CHASED_AFTER_DAYS,
  consentEndings,
  lastDayBefore,
  REMINDED_DAYS_BEFORE,
  reminderFor,
} from '../../../src/programme/consent/answers/endings.ts'
import { consentAnswersOf, consentFor, consentHeld, latestAnswers } from '../../../src/programme/consent/queries.ts'
import { isMentored } from '../../../src/programme/matching/tellOfConsent.ts'
import { aChild, aMatch, aPerson, aVolunteer, insertOne } from '../../support/people.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'

let programme: TestProgramme
beforeAll(async () => {
  programme = await testProgramme()
})
beforeEach(() => programme.clock.set('2026-03-03T12:00:00Z'))

type Child = Awaited<ReturnType<typeof aChild>>
const TODAY = '2026-03-03'
const said = async ({
  child,
  guardian = child.guardianId,
  answer = 'yes',
  item = 'travel',
  on = '2026-03-01',
  at = `${on}T09:00:00Z`,
  until = answer === 'yes' ? '2027-01-01' : null,
  id = randomUUID(),
}: {
  child: Child
  guardian?: string
  answer?: string
  item?: string
  on?: string
  at?: string
  until?: string | null
  id?: string
}): Promise<void> =>
  insertRows({
    query: programme.query,
    collection: 'consents',
    rows: [
      {
        id,
        child_id: child.id,
        guardian_id: guardian,
        item,
        answer,
        decided_on: on,
        valid_until: until,
        method: 'link',
        status: 'given',
        row_version: 1,
        created_at: at,
        updated_at: at,
      },
    ],
  })
const anotherParent = ({ familyId }: Child, changes: Record<string, unknown> = {}): Promise<string> =>
  insertOne({
    ...programme,
    collection: 'guardians',
    row: {
      name: 'Kim Testerton',
      family_id: familyId,
      email: 'kim@example.invalid',
      parental_responsibility: true,
      contact_rule: 'usual',
      row_version: 1,
      ...changes,
    },
  })
const change = (collection: string, id: string, set: string) =>
  programme.query(`update ${collection} set ${set} where id = $1`, [id])
/** The rule’s word, and that of the statement about many children. */
const heldBy = async ({ id }: Child, on = TODAY): Promise<[boolean, boolean]> => {
  const { held } = await consentFor({ query: programme.query, childId: id, item: 'travel', on })
  const [row] = await programme.query<{ held: boolean }>(
    `select ${consentHeld({ child: '$1::uuid', item: "'travel'", on: '$2::text' })} as held`,
    [id, on],
  )
  return [held, row?.held === true]
}
const lastSaidOf = async ({ id }: Child, on = TODAY) =>
  programme.query<{ answer: string; until: string | null; counts: boolean }>(
    `select answer, until, counts from ${latestAnswers({ on: '$2::text' })} latest where child_id = $1 order by guardian_id, item`,
    [id, on],
  )

describe('[CON-4, CON-5, CON-6, CON-8, CON-9] an answer counts', () => {
  const low = '00000000-0000-4000-8000-00000000000'
  const high = 'ffffffff-ffff-4fff-8fff-fffffffffff'
  let ids = 0
  const idAfter = (start: string) => `${start}${(ids += 1)}`.slice(0, 36)
  const CASES: ReadonlyArray<[what: string, speak: (child: Child) => Promise<unknown>, held: boolean]> = [
    ['nobody answered', async () => undefined, false],
    ['a yes of today', (child) => said({ child, on: TODAY }), true],
    ['a yes of tomorrow', (child) => said({ child, on: '2026-03-04' }), false],
    ['a yes that ends today', (child) => said({ child, until: TODAY }), false],
    ['a yes that ends tomorrow', (child) => said({ child, until: '2026-03-04' }), true],
    ['a yes without its end, a year ago', (child) => said({ child, on: '2025-03-03', until: null }), false],
    ['a yes without its end, a day less ago', (child) => said({ child, on: '2025-03-04', until: null }), true],
    ['a yes to something else', (child) => said({ child, item: 'outings' }), false],
    [
      'a no of a later day, stored earlier',
      async (child) => {
        await said({ child, answer: 'no', on: '2026-03-02', at: '2026-03-02T08:00:00Z' })
        await said({ child, on: '2026-03-01', at: '2026-03-02T09:00:00Z' })
      },
      false,
    ],
    [
      'a yes of a later day, stored earlier',
      async (child) => {
        await said({ child, on: '2026-03-02', at: '2026-03-02T08:00:00Z' })
        await said({ child, answer: 'no', on: '2026-03-01', at: '2026-03-02T09:00:00Z' })
      },
      true,
    ],
    [
      'a no stored later on the same day',
      async (child) => {
        await said({ child, answer: 'no', at: '2026-03-01T10:00:00Z', id: idAfter(low) })
        await said({ child, at: '2026-03-01T09:00:00Z', id: idAfter(high) })
      },
      false,
    ],
    [
      'a yes stored later on the same day',
      async (child) => {
        await said({ child, at: '2026-03-01T10:00:00Z', id: idAfter(low) })
        await said({ child, answer: 'no', at: '2026-03-01T09:00:00Z', id: idAfter(high) })
      },
      true,
    ],
    [
      'a no of tomorrow',
      async (child) => {
        await said({ child })
        await said({ child, answer: 'no', on: '2026-03-04' })
      },
      true,
    ],
    [
      'a no of another parent',
      async (child) => {
        await said({ child })
        await said({ child, guardian: await anotherParent(child), answer: 'no' })
      },
      false,
    ],
    [
      'a yes of another parent that ends later, beside one that has ended',
      async (child) => {
        await said({ child, until: '2026-03-02' })
        await said({ child, guardian: await anotherParent(child) })
      },
      true,
    ],
    [
      'a yes of somebody without responsibility',
      async (child) => said({ child, guardian: await anotherParent(child, { parental_responsibility: false }) }),
      false,
    ],
    [
      'a no of somebody without responsibility',
      async (child) => {
        await said({ child })
        await said({ child, guardian: await anotherParent(child, { parental_responsibility: false }), answer: 'no' })
      },
      true,
    ],
    [
      'a yes of somebody whom nobody may contact',
      async (child) => said({ child, guardian: await anotherParent(child, { contact_rule: 'none' }) }),
      false,
    ],
    [
      'a no of somebody whom nobody may contact',
      async (child) => {
        await said({ child })
        await said({ child, guardian: await anotherParent(child, { contact_rule: 'none' }), answer: 'no' })
      },
      false,
    ],
    [
      'a yes of another family',
      async (child) => said({ child, guardian: (await aChild(programme)).guardianId }),
      false,
    ],
    [
      'a yes of a parent, in the care of a council',
      async (child) => {
        await said({ child })
        await change('children', child.id, 'in_care = true')
      },
      false,
    ],
    [
      'a yes for the council, in its care',
      async (child) => {
        await said({ child, guardian: await anotherParent(child, { for_council: true }) })
        await change('children', child.id, 'in_care = true')
      },
      true,
    ],
    [
      'a yes for the council, in nobody’s care',
      async (child) => said({ child, guardian: await anotherParent(child, { for_council: true }) }),
      false,
    ],
    [
      'a parent’s yes, eighteen today',
      async (child) => {
        await said({ child })
        await change('children', child.id, "born_on = '2008-03-03'")
      },
      false,
    ],
    [
      'a parent’s yes, eighteen tomorrow',
      async (child) => {
        await said({ child })
        await change('children', child.id, "born_on = '2008-03-04'")
      },
      true,
    ],
    [
      'a parent’s yes, whose child’s birthday nobody knows',
      async (child) => {
        await said({ child })
        await change('children', child.id, 'born_on = null')
      },
      true,
    ],
    [
      'their own yes, eighteen today',
      async (child) => {
        await said({ child, guardian: await anotherParent(child, { themselves_id: child.id }) })
        await change('children', child.id, "born_on = '2008-03-03'")
      },
      true,
    ],
    [
      'their own yes, eighteen tomorrow',
      async (child) => {
        await said({ child, guardian: await anotherParent(child, { themselves_id: child.id }) })
        await change('children', child.id, "born_on = '2008-03-04'")
      },
      false,
    ],
    [
      'the yes of a sibling for themselves',
      async (child) => {
        const sibling = await insertOne({
          ...programme,
          collection: 'children',
          row: { name: 'Kim Testerton', born_on: '2006-01-01', family_id: child.familyId, row_version: 1 },
        })
        await said({ child, guardian: await anotherParent(child, { themselves_id: sibling }) })
        await change('children', child.id, "born_on = '2008-03-03'")
      },
      false,
    ],
  ]

  test.each(CASES)('%s', async (_what, speak, held) => {
    const child = await aChild(programme)
    await speak(child)
    expect(await heldBy(child)).toEqual([held, held])
  })

  test('[CON-4] of two stored in one moment the greater id is the later, in every question', async () => {
    for (const [first, then, held] of [
      ['yes', 'no', false],
      ['no', 'yes', true],
    ] as const) {
      const child = await aChild(programme)
      await said({ child, answer: then, id: idAfter(high) })
      await said({ child, answer: first, id: idAfter(low) })
      expect(await heldBy(child)).toEqual([held, held])
      expect((await lastSaidOf(child)).map(({ answer }) => answer)).toEqual([then])
    }
  })

  test('[CON-6] the last word of each parent to each point by a day, and whether it may be relied upon', async () => {
    const child = await aChild(programme)
    await said({ child, answer: 'no', on: '2026-03-02', at: '2026-03-02T08:00:00Z' })
    await said({ child, on: '2026-03-01', at: '2026-03-02T09:00:00Z' })
    await said({ child, on: '2026-03-03', at: '2026-03-03T08:00:00Z', until: '2026-09-03' })
    await said({ child, answer: 'no', on: '2026-03-03', at: '2026-03-03T07:00:00Z' })
    await said({ child, answer: 'no', on: '2026-03-04', at: '2026-03-03T07:30:00Z' })
    const last = async (on: string) => (await lastSaidOf(child, on)).map(({ answer, until }) => [answer, until])
    expect([await last('2026-02-28'), await last('2026-03-01'), await last('2026-03-02')]).toEqual([
      [],
      [['yes', '2027-01-01']],
      [['no', null]],
    ])
    expect([await last('2026-03-03'), await last('2026-03-04')]).toEqual([[['yes', '2026-09-03']], [['no', null]]])
    expect((await lastSaidOf(child)).map(({ counts }) => counts)).toEqual([true])
    await change('guardians', child.guardianId, "contact_rule = 'none'")
    expect((await lastSaidOf(child)).map(({ counts }) => counts)).toEqual([false])
    const other = await aChild(programme)
    await said({ child: other })
    const among = await programme.query<{ child_id: string }>(
      `with asked as (select $2::uuid as child_id, $3::uuid as guardian_id) select child_id from ${latestAnswers({ on: '$1::text', of: 'asked' })} latest`,
      [TODAY, other.id, other.guardianId],
    )
    expect(among).toEqual([{ child_id: other.id }])
  })

  test('[CON-1] the answers of a child are told oldest first, with how each reached us', async () => {
    const child = await aChild(programme)
    await said({ child, on: '2026-03-02', at: '2026-03-02T09:00:00Z' })
    await said({ child, answer: 'no', on: '2026-03-01', at: '2026-03-01T09:00:00Z' })
    expect(
      (await consentAnswersOf({ query: programme.query, childId: child.id })).map(({ answer, method, until }) => [
        answer,
        method,
        until,
      ]),
    ).toEqual([
      ['no', 'link', null],
      ['yes', 'link', '2027-01-01'],
    ])
    expect(await consentAnswersOf({ query: programme.query, childId: randomUUID() })).toEqual([])
  })
})

describe('[CON-5] a yes that ends', () => {
  test('is spoken of 30, 14 and 3 days before, and no more from the day on which it counts no longer', () => {
    expect([...REMINDED_DAYS_BEFORE]).toEqual([30, 14, 3])
    const days = ['2026-04-03', '2026-04-02', '2026-03-18', '2026-03-17', '2026-03-07', '2026-03-06', '2026-03-04']
    expect(days.map((until) => reminderFor({ until, today: TODAY }))).toEqual([undefined, 30, 30, 14, 14, 3, 3])
    expect(['2026-03-03', '2026-03-02'].map((until) => reminderFor({ until, today: TODAY }))).toEqual([
      undefined,
      undefined,
    ])
    expect(lastDayBefore('2026-03-01')).toBe('2026-02-28')
  })

  test('[CON-1] who does not answer is written to after 3, 7 and 14 days', () => {
    expect([...CHASED_AFTER_DAYS]).toEqual([3, 7, 14])
    expect([2, 3, 6, 7, 13, 14, 15].map((daysSince) => chaseFor({ daysSince }))).toEqual([
      undefined,
      3,
      3,
      7,
      7,
      14,
      14,
    ])
  })

  const endings = async (children: readonly Child[], before: string, limit = 50) =>
    consentEndings({
      query: programme.query,
      on: TODAY,
      before,
      among: (child) => `${child} in (${children.map(({ id }) => `'${id}'`).join(', ')})`,
      limit,
    })

  test.each<[string, (child: Child) => Promise<unknown>, string, string | undefined]>([
    ['by its end', (child) => said({ child, until: '2026-04-01' }), '2026-04-01', '2026-04-01'],
    ['by the day before its end', (child) => said({ child, until: '2026-04-01' }), '2026-03-31', undefined],
    ['that ended', (child) => said({ child, until: '2026-03-01' }), '2026-03-31', '2026-03-01'],
    [
      'without its end, by a year on',
      (child) => said({ child, on: '2025-04-01', until: null }),
      '2026-04-01',
      '2026-04-01',
    ],
    [
      'without its end, a day before',
      (child) => said({ child, on: '2025-04-02', until: null }),
      '2026-04-01',
      undefined,
    ],
    [
      'without its end, of a 29 February',
      (child) => said({ child, on: '2024-02-29', until: null }),
      '2025-02-28',
      '2025-02-28',
    ],
    [
      'the sooner of two',
      async (child) => {
        await said({ child, until: '2026-04-01' })
        await said({ child, item: 'outings', until: '2026-03-20' })
      },
      '2026-05-01',
      '2026-03-20',
    ],
    [
      'that was renewed',
      async (child) => {
        await said({ child, until: '2026-03-20' })
        await said({ child, on: '2026-03-02', until: '2027-03-02' })
      },
      '2026-05-01',
      undefined,
    ],
    [
      'that was taken back',
      async (child) => {
        await said({ child, until: '2026-03-20' })
        await said({ child, on: '2026-03-02', answer: 'no' })
      },
      '2026-05-01',
      undefined,
    ],
    [
      'of somebody whom nobody may contact',
      async (child) => {
        await said({ child, until: '2026-03-20' })
        await change('guardians', child.guardianId, "contact_rule = 'none'")
      },
      '2026-05-01',
      undefined,
    ],
  ])('%s', async (_what, speak, before, until) => {
    const child = await aChild(programme)
    await speak(child)
    expect((await endings([child], before)).map((ending) => ending.until)).toEqual(until === undefined ? [] : [until])
  })

  test('names the request under whose link they answer, unless that was taken back, and whether they can be written to', async () => {
    const child = await aChild(programme)
    await said({ child, until: '2026-03-20' })
    const request = await insertOne({
      ...programme,
      collection: 'consent-requests',
      row: {
        child_id: child.id,
        guardian_id: child.guardianId,
        status: 'open',
        link_number: 1,
        row_version: 1,
      },
    })
    for (const [status, found] of [
      ['open', request],
      ['signed', request],
      ['declined', request],
      ['cancelled', null],
    ] as const) {
      await programme.query('update consent_requests set status = $2 where id = $1', [request, status])
      expect([status, ...(await endings([child], '2026-04-01'))]).toEqual([
        status,
        expect.objectContaining({ requestId: found, hasEmail: true, guardianId: child.guardianId }),
      ])
    }
    for (const email of ["email = ''", 'email = null']) {
      await change('guardians', child.guardianId, email)
      expect(await endings([child], '2026-04-01')).toMatchObject([{ hasEmail: false }])
    }
  })

  test('the soonest come first, then by the child’s name, so many and no more', async () => {
    const [late, kim, ash] = [
      await aChild({ ...programme, name: 'Aaron Late' }),
      await aChild({ ...programme, name: 'Kim Soon' }),
      await aChild({ ...programme, name: 'Ash Soon' }),
    ]
    await said({ child: late, until: '2026-03-25' })
    for (const child of [kim, ash]) await said({ child, until: '2026-03-20' })
    const names = async (limit: number) =>
      (await endings([late, kim, ash], '2026-04-01', limit)).map(({ childName }) => childName)
    expect(await names(50)).toEqual(['Ash Soon', 'Kim Soon', 'Aaron Late'])
    expect(await names(2)).toEqual(['Ash Soon', 'Kim Soon'])
  })
})

describe('[CON-9] at eighteen', () => {
  const bornOn = (child: Child, day: string) => change('children', child.id, `born_on = '${day}'`)
  const grown = (children: readonly Child[], { by = TODAY, limit = 50 } = {}) =>
    comingOfAge({
      query: programme.query,
      by,
      limit,
      among: (child) => `${child} in (${children.map(({ id }) => `'${id}'`).join(', ')})`,
    })
  const agreed = async (child: Child, items = ['taking-part', 'meetings']): Promise<string> => {
    const own = await anotherParent(child, { themselves_id: child.id })
    for (const item of items) await said({ child, guardian: own, item })
    return own
  }

  test('are told who is of age by a day and has not agreed to all that is required, the eldest first', async () => {
    const [today, tomorrow, elder] = [await aChild(programme), await aChild(programme), await aChild(programme)]
    await bornOn(today, '2008-03-03')
    await bornOn(tomorrow, '2008-03-04')
    await bornOn(elder, '2007-05-05')
    const all = [today, tomorrow, elder]
    const who = async (given: Parameters<typeof grown>[1] = {}) =>
      (await grown(all, given)).map(({ childId, comesOfAgeOn }) => [childId, comesOfAgeOn])
    expect(await who()).toEqual([
      [elder.id, '2025-05-05'],
      [today.id, '2026-03-03'],
    ])
    expect(await who({ by: '2026-03-04', limit: 2 })).toHaveLength(2)
    expect((await who({ by: '2026-03-04' })).map(([id]) => id)).toEqual([elder.id, today.id, tomorrow.id])
    await agreed(elder, ['meetings'])
    expect((await who()).map(([id]) => id)).toEqual([elder.id, today.id])
    await agreed(today)
    expect((await who()).map(([id]) => id)).toEqual([elder.id])
  })

  test('somebody born on a 29 February is of age on 1 March', async () => {
    const child = await aChild(programme)
    await bornOn(child, '2008-02-29')
    expect(await grown([child], { by: '2026-02-28' })).toEqual([])
    expect(await grown([child], { by: '2026-03-01' })).toMatchObject([{ comesOfAgeOn: '2026-03-01' }])
  })

  test('are told of their own entry: whether it has an address, a form to read, and was asked', async () => {
    const child = await aChild(programme)
    await bornOn(child, '2008-03-03')
    expect(await grown([child])).toMatchObject([{ ownId: null, hasEmail: false, hasForm: false, isAsked: false }])
    const own = await anotherParent(child, { themselves_id: child.id })
    expect(await grown([child])).toMatchObject([{ ownId: own, hasEmail: true, hasForm: true, isAsked: false }])
    await change('guardians', own, "email = '', form_language = 'pl'")
    expect(await grown([child])).toMatchObject([{ ownId: own, hasEmail: false, hasForm: false }])
    const request = await insertOne({
      ...programme,
      collection: 'consent-requests',
      row: { child_id: child.id, guardian_id: own, status: 'open', link_number: 1, row_version: 1 },
    })
    for (const [status, isAsked] of [
      ['open', true],
      ['signed', true],
      ['declined', true],
      ['cancelled', false],
    ] as const) {
      await programme.query('update consent_requests set status = $2 where id = $1', [request, status])
      expect([status, await grown([child])]).toMatchObject([status, [{ isAsked }]])
    }
    await change('guardians', own, `family_id = '${(await aChild(programme)).familyId}'`)
    expect(await grown([child])).toMatchObject([{ ownId: null }])
  })

  test('what the parents were asked is taken back, the young person is asked where they can be, and those who meet them are told', async () => {
    const contact = await aPerson({ ...programme, roles: ['committee'] })
    const coordinator = await aPerson({ ...programme, roles: ['co-ordinator'] })
    const outcomeOf = async (own: Record<string, unknown> | null, parents: string) => {
      const child = await aChild(programme)
      const volunteer = await aVolunteer({ ...programme, cleared: false })
      await aMatch({ ...programme, childId: child.id, volunteerId: volunteer.id, contactId: contact })
      await bornOn(child, '2008-03-03')
      const ownId = own ? await anotherParent(child, { themselves_id: child.id, ...own }) : null
      await insertOne({
        ...programme,
        collection: 'consent-requests',
        row: { child_id: child.id, guardian_id: child.guardianId, status: parents, link_number: 1, row_version: 1 },
      })
      await carryOverToAdults({
        work: await programme.workOf({ kind: 'system', reason: 'a test' }),
        among: (id) => `${isMentored(id)} and ${id} = '${child.id}'`,
      })
      const requests = await programme.query<{ status: string; guardian: string }>(
        'select status::text as status, guardian_id as guardian from consent_requests where child_id = $1',
        [child.id],
      )
      const told = await programme.query<{ to: string }>(
        "select recipient_user_id::text as to from notifications where template = 'consent-ended' and (recipient_user_id = $2 or dedupe_key like '%' || $1::text || '%')",
        [child.id, volunteer.userId],
      )
      return {
        parents: requests.find(({ guardian }) => guardian === child.guardianId)?.status,
        own: requests.find(({ guardian }) => guardian === ownId)?.status,
        told: [volunteer.userId, contact, coordinator].map((id) => told.some(({ to }) => to === id)),
      }
    }
    const told = [true, true, true]
    expect(await outcomeOf({}, 'open')).toEqual({ parents: 'cancelled', own: 'open', told })
    expect(await outcomeOf({}, 'signed')).toEqual({ parents: 'signed', own: 'open', told })
    expect(await outcomeOf({ email: '' }, 'open')).toEqual({ parents: 'cancelled', own: undefined, told })
    expect(await outcomeOf({ form_language: 'pl' }, 'open')).toEqual({ parents: 'cancelled', own: undefined, told })
    expect(await outcomeOf(null, 'open')).toEqual({ parents: 'cancelled', own: undefined, told })
  })

  test('who was asked themselves is not asked twice, and their own request stays', async () => {
    const child = await aChild(programme)
    const volunteer = await aVolunteer({ ...programme, cleared: false })
    const contact = await aPerson({ ...programme, roles: ['committee'] })
    await aMatch({ ...programme, childId: child.id, volunteerId: volunteer.id, contactId: contact })
    await bornOn(child, '2008-03-03')
    const own = await anotherParent(child, { themselves_id: child.id })
    await insertOne({
      ...programme,
      collection: 'consent-requests',
      row: { child_id: child.id, guardian_id: own, status: 'open', link_number: 1, row_version: 1 },
    })
    const work = await programme.workOf({ kind: 'system', reason: 'a test' })
    const among = (id: string) => `${isMentored(id)} and ${id} = '${child.id}'`
    const first = await carryOverToAdults({ work, among })
    expect(first).toBeGreaterThan(0)
    expect(await carryOverToAdults({ work, among })).toBe(0)
    expect(
      await programme.query('select status::text as status from consent_requests where child_id = $1', [child.id]),
    ).toEqual([{ status: 'open' }])
  })
})

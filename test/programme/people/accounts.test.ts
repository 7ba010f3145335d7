import { beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { inTransaction } from '../../../src/core/database/transaction.ts'
import { accountChangeFacts } from '../../../src/programme/people/accountChanges/facts.ts'
import { committeeAmong, holdersOf, peopleWithRole } from '../../../src/programme/people/queries.ts'
import {
  isLinkOpen,
  issueLink,
  revokeLinks,
  signInLinkToken,
  usableLink,
} from '../../../src/programme/people/signIn/passwordLinks.ts'
import {
  endEverySession,
  endOtherSessions,
  endOwnSession,
  endSession,
  isOwnOpenSession,
  openProvenSession,
  openSession,
  openSessionsOf,
  personOfSession,
  pruneSessions,
  renewProof,
} from '../../../src/programme/people/signIn/sessions.ts'
import { asUser } from '../../../src/core/access/localApi.ts'
import { firstAdministrator } from '../../../src/programme/people/accounts/firstAdministrator.ts'
import { refusalOf } from '../../support/acting.ts'
import { aPerson, aVolunteer, insertOne } from '../../support/people.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'

// The clock stands on Tuesday 3 March 2026, noon.
let programme: TestProgramme
beforeAll(async () => {
  programme = await testProgramme()
})
const NOON = new Date('2026-03-03T12:00:00Z')
const later = (milliseconds: number) => new Date(NOON.getTime() + milliseconds)
const MINUTE = 60_000
const HOUR = 60 * MINUTE

const aGrant = (userId: string, row: Record<string, unknown>) =>
  insertOne({
    ...programme,
    collection: 'role-grants',
    row: { user_id: userId, role: 'committee', starts_on: '2025-09-01', row_version: 1, ...row },
  })
const aPassword = async (userId: string, digest = 'a digest'): Promise<string> => {
  await programme.query(
    "insert into credentials (user_id, password_digest, changed_at, created_at, updated_at) values ($1, $2, '2026-01-01', '2026-01-01', '2026-01-01')",
    [userId, digest],
  )
  return userId
}
const close = (userId: string) => programme.query("update users set standing = 'closed' where id = $1", [userId])

describe('[ORG-1] what a change of an account is held against', () => {
  const factsFor = async (record: Record<string, unknown>) =>
    accountChangeFacts({ work: await programme.workOf({ kind: 'system', reason: 'a test' }), record })
  /** How many there are beside two people, before and after something was done. */
  const seconds = async (): Promise<number> => (await factsFor({ id: randomUUID(), user: randomUUID() })).seconds

  test('[ORG-1] the person concerned: open or closed, a volunteer or not, and an address that another has', async () => {
    const person = await aPerson({ ...programme, name: 'Sky Specimen' })
    const other = await aPerson(programme)
    const [{ email } = { email: '' }] = await programme.query<{ email: string }>(
      'select email from users where id = $1',
      [other],
    )
    expect(await factsFor({ user: person, kind: 'address', newAddress: ` ${email.toUpperCase()} ` })).toMatchObject({
      person: { name: 'Sky Specimen', isOpen: true },
      newAddress: email,
      isTaken: true,
      userIsVolunteer: false,
      volunteer: undefined,
    })
    expect((await factsFor({ user: other, newAddress: email })).isTaken).toBe(false)
    expect((await factsFor({ user: person, newAddress: 'nobody@example.invalid' })).isTaken).toBe(false)
    await close(person)
    expect((await factsFor({ user: person })).person?.isOpen).toBe(false)
    const volunteer = await aVolunteer(programme)
    expect(await factsFor({ user: volunteer.userId, volunteer: volunteer.id })).toMatchObject({
      userIsVolunteer: true,
      volunteer: { id: volunteer.id, userId: volunteer.userId },
    })
    for (const user of ['', 'nobody', undefined, randomUUID()])
      expect(await factsFor({ user, volunteer: 'nobody' })).toMatchObject({
        person: undefined,
        isTaken: false,
        isWaiting: false,
        userIsVolunteer: false,
        volunteer: undefined,
      })
  })

  test('[ORG-1] of one person’s proposals of an address for one account another waits', async () => {
    const [person, proposer, other] = [await aPerson(programme), await aPerson(programme), await aPerson(programme)]
    const aChange = (row: Record<string, unknown>) =>
      insertOne({
        ...programme,
        collection: 'account-changes',
        row: {
          user_id: person,
          kind: 'address',
          status: 'proposed',
          proposed_by_id: proposer,
          why: 'A test',
          ends_at: '2026-03-10T12:00:00Z',
          row_version: 1,
          ...row,
        },
      })
    const waits = async (changes: Record<string, unknown> = {}) =>
      (await factsFor({ id: randomUUID(), user: person, proposedBy: proposer, ...changes })).isWaiting
    await aChange({ kind: 'reopen' })
    await aChange({ status: 'declined' })
    await aChange({ user_id: other })
    expect(await waits()).toBe(false)
    const id = await aChange({})
    expect([await waits(), await waits({ id }), await waits({ proposedBy: other })]).toEqual([true, false, false])
  })

  test('[ORG-1] how many could be the second: whoever has a password, an open account, and today the role of an administrator or of the committee', async () => {
    const before = await seconds()
    const person = await aPerson(programme)
    const counts = async () => (await seconds()) - before
    await aGrant(person, { role: 'administrator' })
    expect(await counts()).toBe(0)
    await aPassword(person)
    expect(await counts()).toBe(1)
    expect((await factsFor({ id: randomUUID(), user: person })).seconds - before).toBe(0)
    expect((await factsFor({ id: randomUUID(), proposedBy: person })).seconds - before).toBe(0)
    const become = (row: string) => programme.query(`update role_grants set ${row} where user_id = $1`, [person])
    for (const [row, isOne] of [
      ["role = 'committee'", 1],
      ["role = 'trustee'", 0],
      ["role = 'co-ordinator'", 0],
      ["role = 'committee', ends_on = '2026-03-02'", 0],
      ["ends_on = '2026-03-03'", 1],
      ["ends_on = null, starts_on = '2026-03-04'", 0],
      ["starts_on = '2026-03-03'", 1],
    ] as const) {
      await become(row)
      expect([row, await counts()]).toEqual([row, isOne])
    }
    await close(person)
    expect(await counts()).toBe(0)
  })

  test('[ORG-1] whether anybody else ever had a say: an administrator, the committee or a co-ordinator who has a password, gone or not', async () => {
    await programme.query('delete from credentials')
    const proposer = await aPassword(await aPerson({ ...programme, roles: ['administrator'] }))
    const ever = async () => (await factsFor({ id: randomUUID(), proposedBy: proposer })).anybodyElseEver
    expect(await ever()).toBe(false)
    const other = await aPassword(await aPerson({ ...programme, roles: ['trustee'] }))
    expect(await ever()).toBe(false)
    for (const [role, startsOn, had] of [
      ['administrator', '2026-03-04', false],
      ['administrator', '2026-03-03', true],
      ['committee', '2026-03-03', true],
      ['co-ordinator', '2026-03-03', true],
    ] as const) {
      await programme.query('update role_grants set role = $2, starts_on = $3, ends_on = $3 where user_id = $1', [
        other,
        role,
        startsOn,
      ])
      expect([role, startsOn, await ever()]).toEqual([role, startsOn, had])
    }
  })

  test('[ORG-1] a new proposal is that of whoever makes it, a stored one of whoever made it', async () => {
    const { person } = await programme.signIn(await aPerson(programme))
    const work = await programme.workOf(person)
    expect((await accountChangeFacts({ work, record: { proposedBy: 'another' } })).proposedBy).toBe(person.userId)
    const stored = { id: randomUUID(), proposedBy: '', endsAt: '2026-03-10T12:00:00Z', role: 7 }
    expect(await accountChangeFacts({ work, record: stored })).toMatchObject({
      proposedBy: undefined,
      endsAt: new Date('2026-03-10T12:00:00Z'),
      role: undefined,
    })
  })
})

describe('[ORG-1] whoever alone does something does not go without a word', () => {
  const administrator = async () =>
    (await programme.signIn(await aPerson({ ...programme, name: 'Ed Minister', roles: ['administrator'] }))).person
  const change = async (id: string, data: Record<string, unknown>) =>
    asUser(await programme.workOf(await administrator())).update({ collection: 'users', id, data })
  const standing = async (id: string) =>
    (await programme.query<{ standing: string }>('select standing::text as standing from users where id = $1', [id]))[0]
      ?.standing
  const told = (id: string) =>
    programme.query<{ to: string }>(
      "select recipient_user_id as to from notifications where template = 'jobs-left-empty' and subject_record = $1",
      [id],
    )

  test.each(['safeguarding-lead', 'meeting-confirmer', 'schools-liaison'] as const)(
    '[ORG-1] the only %s: refused until a successor is named in the same step, who then holds the job',
    async (designation) => {
      const only = await aPerson({
        ...programme,
        name: 'Casey Only',
        roles: ['committee'],
        designations: [designation],
      })
      const next = await aPerson({ ...programme, name: 'Nat Next', roles: ['committee'] })
      const outsider = await aPerson({ ...programme, name: 'Otto Outside', roles: ['co-ordinator'] })
      expect(await refusalOf(change(only, { standing: 'closed' }))).toMatchObject({
        rule: 'ORG-1',
        reason: expect.stringContaining('Casey Only is the only'),
        field: 'successor',
      })
      for (const successor of [only, outsider])
        expect(await refusalOf(change(only, { standing: 'closed', successor }))).toMatchObject({ field: 'successor' })
      expect(await standing(only)).toBe('open')
      await change(only, { standing: 'closed', successor: next })
      expect([await standing(only), await told(only)]).toEqual(['closed', []])
      expect(await holdersOf({ query: programme.query, designation, on: '2026-03-03' })).toEqual([next])
      // Nobody is missed where another holds the job too.
      const second = await aPerson({
        ...programme,
        name: 'Sam Second',
        roles: ['committee'],
        designations: [designation],
      })
      await change(second, { standing: 'closed' })
      expect(await standing(second)).toBe('closed')
      await programme.query('delete from designations')
    },
  )

  test('[ORG-1] with a reason it goes at once, and all of the committee are told', async () => {
    const only = await aPerson({
      ...programme,
      name: 'Lee Lead',
      roles: ['committee'],
      designations: ['safeguarding-lead'],
    })
    const committee = await peopleWithRole({ query: programme.query, role: 'committee', on: '2026-03-03' })
    await change(only, { standing: 'closed', closedBecause: 'A worry about them' })
    expect((await told(only)).map(({ to }) => to).sort()).toEqual(committee.filter((id) => id !== only).sort())
    await programme.query('delete from designations')
  })

  test('[ORG-1] the only administrator: the role is given to somebody else first, or it goes with a reason', async () => {
    await programme.query(
      "update users set standing = 'closed' where id in (select user_id from role_grants where role = 'administrator')",
    )
    const { person } = await programme.signIn(
      await aPerson({ ...programme, name: 'Ada Alone', roles: ['administrator'] }),
    )
    const close = async (data: Record<string, unknown>) =>
      asUser(await programme.workOf(person)).update({ collection: 'users', id: person.userId, data })
    expect(await refusalOf(close({ standing: 'closed' }))).toMatchObject({
      reason: 'Ada Alone is the only administrator.',
      field: 'closedBecause',
    })
    await close({ standing: 'closed', closedBecause: 'The charity closes' })
    expect((await told(person.userId)).length).toBeGreaterThan(0)
  })

  test('[ORG-1] nor is the job ended, or the seat on the committee that it needs, before somebody else holds it', async () => {
    const only = await aPerson({
      ...programme,
      name: 'Casey Only',
      roles: ['committee'],
      designations: ['grants-lead'],
    })
    const work = await programme.workOf(await administrator())
    const [job] = await programme.query<{ id: string }>('select id from designations where holder_id = $1', [only])
    const [seat] = await programme.query<{ id: string }>('select id from role_grants where user_id = $1', [only])
    const ends = [
      () => asUser(work).update({ collection: 'designations', id: job?.id ?? '', data: { endsOn: '2026-03-10' } }),
      () => asUser(work).update({ collection: 'role-grants', id: seat?.id ?? '', data: { endsOn: '2026-03-10' } }),
    ]
    for (const end of ends)
      expect(await refusalOf(end())).toMatchObject({ rule: 'ORG-1', reason: 'Nobody else is grants lead.' })
    await aPerson({ ...programme, name: 'Nat Next', roles: ['committee'], designations: ['grants-lead'] })
    for (const end of ends) await end()
  })
})

describe('[ORG-1] the first administrator of an empty deployment', () => {
  test('[ORG-1] comes in by a link that works once; another takes the place of a lost one, until they have entered', async () => {
    await programme.query("update users set standing = 'closed'")
    const first = async (email = 'ada@example.org') =>
      firstAdministrator({
        work: await programme.workOf({ kind: 'system', reason: 'a test' }),
        email,
        name: 'Ada Keeper',
      })
    const opens = (token: string) => usableLink({ query: programme.query, token, now: NOON })
    const lost = await first('aad@example.org')
    const { token } = await first()
    expect([await opens(lost.token), await opens(token)]).toEqual([
      undefined,
      expect.objectContaining({ email: 'ada@example.org', name: 'Ada Keeper' }),
    ])
    const [{ id } = { id: '' }] = await peopleWithRole({
      query: programme.query,
      role: 'administrator',
      on: '2026-03-03',
    }).then((ids) => ids.map((one) => ({ id: one })))
    await aPassword(id)
    expect(await refusalOf(first())).toMatchObject({
      rule: 'ORG-1',
      reason: expect.stringContaining('nothing was done'),
    })
  })
})

describe('who holds what on a day', () => {
  test('a role: through its last day, from its first, of an open account', async () => {
    const person = await aPerson(programme)
    await aGrant(person, { role: 'trustee', starts_on: '2026-03-02', ends_on: '2026-03-04' })
    const held = async (on: string) => (await peopleWithRole({ ...programme, role: 'trustee', on })).includes(person)
    expect(await Promise.all(['2026-03-01', '2026-03-02', '2026-03-04', '2026-03-05'].map(held))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect((await peopleWithRole({ ...programme, role: 'committee', on: '2026-03-03' })).includes(person)).toBe(false)
    await close(person)
    expect(await held('2026-03-03')).toBe(false)
  })

  test('a seat on the committee, of those alone who are asked about', async () => {
    const [person, trustee, other] = [
      await aPerson(programme),
      await aPerson({ ...programme, roles: ['trustee'] }),
      await aPerson({ ...programme, roles: ['committee'] }),
    ]
    await aGrant(person, { starts_on: '2026-03-02', ends_on: '2026-03-04' })
    const seated = (on: string) => committeeAmong({ ...programme, userIds: [person, trustee], on })
    expect(await Promise.all(['2026-03-01', '2026-03-02', '2026-03-04', '2026-03-05'].map(seated))).toEqual([
      [],
      [person],
      [person],
      [],
    ])
    expect(await committeeAmong({ ...programme, userIds: [other], on: '2030-01-01' })).toEqual([other])
  })

  test('a designation: in person through its last day, as a cover on the days of the cover, while they sit on the committee and their account is open', async () => {
    const [holder, cover] = [
      await aPerson({ ...programme, roles: ['committee'] }),
      await aPerson({ ...programme, roles: ['committee'] }),
    ]
    await insertOne({
      ...programme,
      collection: 'designations',
      row: {
        designation: 'gathering-lead',
        holder_id: holder,
        ends_on: '2026-03-04',
        cover_id: cover,
        cover_from: '2026-03-03',
        cover_until: '2026-03-05',
        row_version: 1,
      },
    })
    const held = async (on: string) => (await holdersOf({ ...programme, designation: 'gathering-lead', on })).sort()
    const both = [holder, cover].sort()
    expect(await held('2026-03-02')).toEqual([holder])
    expect(await held('2026-03-03')).toEqual(both)
    expect(await held('2026-03-04')).toEqual(both)
    expect(await held('2026-03-05')).toEqual([cover])
    expect(await held('2026-03-06')).toEqual([])
    expect(await holdersOf({ ...programme, designation: 'grants-lead', on: '2026-03-03' })).toEqual([])
    for (const [row, stays] of [
      ["ends_on = '2026-03-02'", false],
      ["ends_on = '2026-03-03'", true],
      ["ends_on = null, starts_on = '2026-03-04'", false],
      ["starts_on = '2026-03-03'", true],
      ["role = 'trustee'", false],
    ] as const) {
      await programme.query(`update role_grants set ${row} where user_id = $1`, [holder])
      expect([row, (await held('2026-03-03')).includes(holder)]).toEqual([row, stays])
    }
    await close(cover)
    expect(await held('2026-03-05')).toEqual([])
  })
})

describe('a sign-in', () => {
  const device = 'a test'
  const opened = async (userId: string, now = NOON) => openSession({ ...programme, userId, now, device })
  const known = async (token: string, now: Date) => (await personOfSession({ ...programme, token, now })) !== undefined

  test('ends after half an hour’s sleep of who can open the panel, after four of a volunteer, and after twelve whatever happens', async () => {
    const trustee = await aPerson({ ...programme, roles: ['trustee'] })
    const { userId: volunteer } = await aVolunteer(programme)
    const none = await aPerson(programme)
    for (const [userId, idle] of [
      [trustee, 30 * MINUTE],
      [volunteer, 4 * HOUR],
      [none, 4 * HOUR],
    ] as const) {
      expect(await known(await opened(userId), later(idle))).toBe(true)
      expect(await known(await opened(userId), later(idle + 1))).toBe(false)
    }
    const awake = await opened(volunteer)
    for (const hours of [3, 6, 9, 11.9]) expect(await known(awake, later(hours * HOUR))).toBe(true)
    expect(await known(awake, later(12 * HOUR - 1))).toBe(true)
    expect(await known(awake, later(12 * HOUR))).toBe(false)
  })

  test('is seen again at most once a minute', async () => {
    const userId = await aPerson({ ...programme, roles: ['trustee'] })
    const token = await opened(userId)
    const seenAfter = async (milliseconds: number) => {
      expect(await known(token, later(milliseconds))).toBe(true)
      const [row] = await programme.query<{ at: Date }>('select last_seen_at as at from sessions where user_id = $1', [
        userId,
      ])
      return row?.at
    }
    expect(await seenAfter(MINUTE)).toEqual(NOON)
    expect(await seenAfter(MINUTE + 1)).toEqual(later(MINUTE + 1))
  })

  test('knows the roles and jobs of today, and the volunteer while active or being cleared', async () => {
    const { id, userId } = await aVolunteer(programme)
    await aGrant(userId, { starts_on: '2026-03-03', ends_on: '2026-03-04' })
    await insertOne({
      ...programme,
      collection: 'designations',
      row: { designation: 'grants-lead', holder_id: userId, ends_on: '2026-03-04', row_version: 1 },
    })
    await insertOne({
      ...programme,
      collection: 'designations',
      row: {
        designation: 'schools-liaison',
        holder_id: await aPerson(programme),
        cover_id: userId,
        cover_from: '2026-03-03',
        cover_until: '2026-03-04',
        row_version: 1,
      },
    })
    const on = async (day: string) => {
      const now = new Date(`${day}T12:00:00Z`)
      const person = await personOfSession({ ...programme, token: await opened(userId, now), now })
      return person && [[...person.roles].sort(), [...person.designations].sort(), person.worksInPanel]
    }
    const all = [['committee', 'volunteer'], ['grants-lead', 'schools-liaison'], true]
    expect([await on('2026-03-02'), await on('2026-03-03'), await on('2026-03-04'), await on('2026-03-05')]).toEqual([
      [['volunteer'], [], false],
      all,
      all,
      [['volunteer'], [], false],
    ])
    const token = await opened(userId)
    const profiles = async (standing: string) => {
      await programme.query('update volunteers set standing = $2 where id = $1', [id, standing])
      const person = await personOfSession({ ...programme, token, now: NOON })
      return [person?.profiles, person?.roles.includes('volunteer')]
    }
    expect(await profiles('active')).toEqual([{ volunteers: id }, true])
    expect(await profiles('joining')).toEqual([{ 'volunteers-being-cleared': id }, true])
    expect(await profiles('paused')).toEqual([{}, false])
    expect(await profiles('left')).toEqual([{}, false])
    await close(userId)
    expect(await known(token, NOON)).toBe(false)
    expect([await known('no token', NOON), await known('x'.repeat(43), NOON)]).toEqual([false, false])
  })

  test('is ended alone, with all others, or with all, and only by its own person', async () => {
    const [userId, other] = [await aPerson(programme), await aPerson(programme)]
    const given = { ...programme, userId, now: NOON }
    const [first, second, third, theirs] = [
      await opened(userId),
      await opened(userId),
      await opened(userId),
      await opened(other),
    ]
    const open = async () => Promise.all([first, second, third, theirs].map((token) => known(token, NOON)))
    await endSession({ ...programme, token: first, now: NOON })
    expect(await open()).toEqual([false, true, true, true])
    const own = (token: string) => isOwnOpenSession({ ...programme, userId, token })
    expect(await Promise.all([first, second, theirs].map(own))).toEqual([false, true, false])
    expect(await endOtherSessions({ ...given, token: third })).toBe(1)
    expect(await open()).toEqual([false, false, true, true])
    const [row] = await programme.query<{ id: string }>(
      'select id from sessions where user_id = $1 and ended_at is null',
      [userId],
    )
    const id = row?.id ?? ''
    expect(await endOwnSession({ ...given, userId: other, id })).toBe(false)
    expect(await endOwnSession({ ...given, id })).toBe(true)
    expect(await endOwnSession({ ...given, id })).toBe(false)
    expect(await open()).toEqual([false, false, false, true])
    await opened(userId)
    await opened(userId)
    expect([await endEverySession(given), await endEverySession(given)]).toEqual([2, 0])
    expect(await known(theirs, NOON)).toBe(true)
    // What has ended keeps the moment in which it did.
    await endSession({ ...programme, token: first, now: later(HOUR) })
    expect(
      await programme.query('select from sessions where user_id = $1 and ended_at <> $2', [userId, NOON.toISOString()]),
    ).toEqual([])
  })

  test('stands on the person’s page while it is open, the one in use first, then the latest seen', async () => {
    const userId = await aPerson({ ...programme, roles: ['trustee'] })
    const now = later(30 * MINUTE)
    const oldest = await opened(userId, NOON)
    await opened(userId, later(-1))
    await opened(userId, later(2 * MINUTE))
    await endSession({ ...programme, token: await opened(userId, now), now })
    await opened(await aPerson(programme), now)
    const person = await personOfSession({ ...programme, token: oldest, now: NOON })
    if (!person) throw new Error('The session is open.')
    const seen = async (at: Date) =>
      (await openSessionsOf({ ...programme, person, token: oldest, now: at })).map(({ startedAt, isThisOne }) => [
        startedAt,
        isThisOne,
      ])
    expect(await seen(now)).toEqual([
      [NOON, true],
      [later(2 * MINUTE), false],
    ])
    await programme.query('update sessions set last_seen_at = $2 where user_id = $1', [
      userId,
      later(12 * HOUR).toISOString(),
    ])
    expect(await seen(later(12 * HOUR))).toEqual([[later(2 * MINUTE), false]])
  })

  test('is forgotten a month after it ended', async () => {
    await programme.query('delete from sessions')
    const [byItself, ended] = [await opened(await aPerson(programme)), await opened(await aPerson(programme))]
    await endSession({ ...programme, token: ended, now: later(HOUR) })
    const DAYS = 31 * 24 * HOUR
    expect(byItself).not.toBe(ended)
    expect(await pruneSessions({ ...programme, now: later(DAYS + HOUR) })).toBe(0)
    expect(await pruneSessions({ ...programme, now: later(DAYS + HOUR + 1) })).toBe(1)
    expect(await pruneSessions({ ...programme, now: later(DAYS + 12 * HOUR) })).toBe(0)
    expect(await pruneSessions({ ...programme, now: later(DAYS + 12 * HOUR + 1) })).toBe(1)
  })

  test('is opened and proven only by the password that is theirs now, of an open account; it ends the one that the device held', async () => {
    const [userId, other] = [await aPassword(await aPerson(programme)), await aPassword(await aPerson(programme))]
    const prove = (changes: object = {}) =>
      openProvenSession({ ...programme, userId, now: NOON, device, passwordDigest: 'a digest', ...changes })
    const held = await opened(other)
    expect(await prove({ passwordDigest: 'another', replaces: held })).toBeUndefined()
    expect(await known(held, NOON)).toBe(true)
    const token = (await prove({ replaces: held })) ?? ''
    expect([await known(token, NOON), await known(held, NOON)]).toEqual([true, false])
    const renew = (changes: object = {}) =>
      renewProof({ ...programme, userId, token, passwordDigest: 'a digest', now: later(MINUTE), ...changes })
    expect(await Promise.all([renew({ userId: other }), renew({ passwordDigest: 'another' })])).toEqual([false, false])
    expect((await personOfSession({ ...programme, token, now: NOON }))?.provenAt).toEqual(NOON)
    expect(await renew()).toBe(true)
    expect((await personOfSession({ ...programme, token, now: NOON }))?.provenAt).toEqual(later(MINUTE))
    await endSession({ ...programme, token, now: NOON })
    expect(await renew()).toBe(false)
    await close(userId)
    expect(await prove()).toBeUndefined()
  })
})

test('a link to choose a password: worth nothing once used, over, followed by another of its kind, taken back, or of a closed account', async () => {
  const userId = await aPerson(programme)
  const work = await programme.workOf({ kind: 'system', reason: 'a test' })
  const issue = (link: { userId: string; purpose: 'invitation' | 'password-reset'; id: string }) =>
    inTransaction({ req: work.req, work: () => issueLink({ work, ...link }) })
  const issued = async (purpose: 'invitation' | 'password-reset') => {
    const id = randomUUID()
    await issue({ userId, purpose, id })
    return { id, token: signInLinkToken({ ...programme, purpose, id }) }
  }
  const isWorth = async ({ id, token }: { id: string; token: string }, now = NOON) => [
    (await usableLink({ ...programme, token, now }))?.id === id,
    await isLinkOpen({ ...programme, id, now }),
  ]
  const endOf = async ({ id }: { id: string }) =>
    (await programme.query<{ at: Date }>('select ends_at as at from sign_in_links where id = $1', [id]))[0]?.at
  const [invitation, first] = [await issued('invitation'), await issued('password-reset')]
  expect([await isWorth(first, later(HOUR - 1)), await isWorth(first, later(HOUR))]).toEqual([
    [true, true],
    [false, false],
  ])
  await programme.query("update sign_in_links set used_at = '2026-03-03T11:00:00Z' where id = $1", [first.id])
  expect(await isWorth(first)).toEqual([false, false])
  const second = await issued('password-reset')
  // What was used keeps its end; the invitation is of another kind.
  expect([await endOf(first), await isWorth(invitation), await isWorth(second)]).toEqual([
    later(HOUR),
    [true, true],
    [true, true],
  ])
  const third = await issued('password-reset')
  expect([await isWorth(second), await isWorth(third)]).toEqual([
    [false, false],
    [true, true],
  ])
  await issue({ userId, purpose: 'password-reset', id: second.id })
  expect([await isWorth(second), await isWorth(third)]).toEqual([
    [false, false],
    [true, true],
  ])
  await close(userId)
  expect(await isWorth(third)).toEqual([false, true])
  await programme.query("update users set standing = 'open' where id = $1", [userId])
  const another = await aPerson(programme)
  const theirs = randomUUID()
  await issue({ userId: another, purpose: 'password-reset', id: theirs })
  await revokeLinks({ ...programme, userId, now: NOON })
  expect([await isWorth(invitation), await isWorth(third), await endOf(first), await endOf({ id: theirs })]).toEqual([
    [false, false],
    [false, false],
    later(HOUR),
    later(HOUR),
  ])
})

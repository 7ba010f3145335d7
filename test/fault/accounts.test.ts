// Who can come in changes in the very moment in which somebody else changes it: one of them takes effect, and what it
// ended stays ended.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Actor, PersonActor } from '../../src/core/access/actor.ts'
import { asUser } from '../../src/core/access/localApi.ts'
import { inTransaction, poolOf } from '../../src/core/database/transaction.ts'
import { refusalWithin } from '../../src/core/errors/problems.ts'
import { performAction } from '../../src/core/workflow/perform.ts'
import { accountChangeWorkflow } from '../../src/programme/people/accountChanges/workflow.ts'
import { changePassword, choosePassword } from '../../src/programme/people/signIn/choosePassword.ts'
import { issueLink, signInLinkToken, type LinkPurpose } from '../../src/programme/people/signIn/passwordLinks.ts'
import { digestPassword, passwordMatches } from '../../src/programme/people/signIn/passwords.ts'
import { accountAt, signIn } from '../../src/programme/people/signIn/signIn.ts'
import { personOfSession } from '../../src/programme/people/signIn/sessions.ts'
import { aPerson } from '../support/people.ts'
import { testProgramme, type TestProgramme } from '../support/programme.ts'

const PRESENT = 'the password before the race'
const ROUNDS = 8

let programme: TestProgramme
let digest: string
beforeAll(async () => {
  programme = await testProgramme()
  digest = await digestPassword(PRESENT)
})
afterAll(async () => {
  await poolOf(programme.payload).end()
})

const anAccount = async (): Promise<{ userId: string; email: string }> => {
  const userId = await aPerson({ ...programme, roles: ['trustee'] })
  await programme.query(
    "insert into credentials (user_id, password_digest, changed_at, created_at, updated_at) values ($1, $2, '2026-01-01', '2026-01-01', '2026-01-01')",
    [userId, digest],
  )
  const [user] = await programme.query<{ email: string }>('select email from users where id = $1', [userId])
  return { userId, email: user?.email ?? '' }
}
const aLink = async (userId: string, purpose: LinkPurpose): Promise<string> => {
  const [id, work] = [randomUUID(), await programme.workOf({ kind: 'system', reason: 'a test' })]
  await inTransaction({ req: work.req, work: () => issueLink({ work, userId, purpose, id }) })
  return signInLinkToken({ payload: programme.payload, purpose, id })
}
const storedDigest = async (userId: string): Promise<string> =>
  (
    await programme.query<{ digest: string }>('select password_digest as digest from credentials where user_id = $1', [
      userId,
    ])
  )[0]?.digest ?? ''
const changes = async (userId: string): Promise<number> =>
  (
    await programme.query(
      "select 1 from audit_events where record_id = $1 and action in ('change-password', 'choose-password')",
      [userId],
    )
  ).length

test('[SAF-12] of two password changes at once one takes effect, and says so alone', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { userId } = await anAccount()
    const tries = await Promise.all(
      ['one of the two passwords', 'another of the passwords'].map(async (next) => {
        const { token, person } = await programme.signIn(userId)
        return { next, token, work: await programme.workOf(person) }
      }),
    )
    const answers = await Promise.all(
      tries.map(async ({ next, token, work }) => ({
        next,
        token,
        chosen: await changePassword({ work, userId, token, current: PRESENT, next }),
      })),
    )
    const [winner, ...others] = answers.filter(({ chosen }) => chosen !== undefined)
    expect(others).toEqual([])
    expect(await passwordMatches({ password: winner?.next ?? '', digest: await storedDigest(userId) })).toBe(true)
    expect(await changes(userId)).toBe(1)
    const open = await Promise.all(
      answers.map(
        async ({ token }) =>
          (await personOfSession({ query: programme.query, token, now: programme.clock.now() })) !== undefined,
      ),
    )
    expect(open).toEqual(answers.map(({ chosen }) => chosen !== undefined))
  }
})

test('[SAF-12] an invitation and a link to a new password used at once, beside a change: one is taken, and nobody meets the database', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { userId } = await anAccount()
    const links = [await aLink(userId, 'invitation'), await aLink(userId, 'password-reset')]
    const { token, person } = await programme.signIn(userId)
    const work = await programme.workOf(person)
    const outcomes = await Promise.all([
      ...links.map(async (link, index) =>
        choosePassword({
          work: await programme.workOf({ kind: 'system', reason: 'a test' }),
          token: link,
          password: `chosen by link ${index} of two`,
        }),
      ),
      changePassword({ work, userId, token, current: PRESENT, next: 'changed beside the two links' }),
    ])
    expect(outcomes.filter((chosen) => chosen !== undefined)).toHaveLength(1)
    expect(await changes(userId)).toBe(1)
  }
})

test('[SAF-12] a sign-in beside the closing of the account is refused, or ended by it: opened again, its cookie is worth nothing', async () => {
  const administrator = (await programme.signIn(await aPerson({ ...programme, roles: ['administrator'] }))).person
  for (let round = 0; round < ROUNDS; round += 1) {
    const { userId, email } = await anAccount()
    const account = await accountAt({ query: programme.query, email })
    const signing = [1, 2, 3].map(() =>
      signIn({ query: programme.query, account, password: PRESENT, now: programme.clock.now(), device: '' }),
    )
    await Promise.race(signing.map((one) => one.then(() => undefined)))
    await asUser(await programme.workOf(administrator)).update({
      collection: 'users',
      id: userId,
      data: { standing: 'closed' },
    })
    await Promise.all(signing)
    await programme.query("update users set standing = 'open' where id = $1", [userId])
    expect(await programme.query('select 1 from sessions where user_id = $1 and ended_at is null', [userId])).toEqual(
      [],
    )
  }
})

test('[ORG-1] of two second people and the person concerned at once, one answers a change of an address, and it is carried out once', async () => {
  const [proposer, second, third] = await Promise.all(
    [['administrator'], ['administrator'], ['committee']].map(
      async (roles) =>
        (await programme.signIn(await aPerson({ ...programme, roles: roles as ['administrator'] }))).person,
    ),
  )
  for (const { userId } of [proposer, second, third] as PersonActor[])
    await programme.query(
      "insert into credentials (user_id, password_digest, changed_at, created_at, updated_at) values ($1, $2, '2026-01-01', '2026-01-01', '2026-01-01')",
      [userId, digest],
    )
  for (let round = 0; round < ROUNDS; round += 1) {
    const { userId } = await anAccount()
    const newAddress = `${randomUUID()}@example.invalid`
    const { id } = await asUser(await programme.workOf(proposer as PersonActor)).create({
      collection: 'account-changes',
      data: { user: userId, kind: 'address', newAddress, why: 'A new provider' },
    })
    const answer = async (actor: Actor, action: string, input = {}) =>
      performAction({ work: await programme.workOf(actor), workflow: accountChangeWorkflow, id, action, input })
    const outcomes = await Promise.allSettled([
      answer(second as PersonActor, 'confirm'),
      answer(third as PersonActor, 'confirm'),
      answer({ kind: 'link', holder: 'present-address', recordId: id }, 'declineByLink'),
      answer(second as PersonActor, 'decline', { reason: 'Not so' }),
    ])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(
      outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [refusalWithin(outcome.reason)?.rule] : [])),
    ).toEqual(['STATE', 'STATE', 'STATE'])
    const [change] = await programme.query<{ status: string; email: string }>(
      'select a.status::text as status, u.email from account_changes a join users u on u.id = a.user_id where a.id = $1',
      [id],
    )
    expect(change?.email === newAddress).toBe(change?.status === 'done')
    expect(
      await programme.query("select 1 from notifications where subject_record = $1 and template = 'address-changed'", [
        id,
      ]),
    ).toHaveLength(change?.status === 'done' ? 2 : 0)
  }
})

import { beforeAll, expect, test } from '@jest/globals'
import type { Response } from 'supertest'
import { digestPassword } from '../../src/programme/people/signIn/passwords.ts'
import { testApp, type TestApp } from '../support/app.ts'
import { anAskedParent } from '../support/consent.ts'
import { aPerson } from '../support/people.ts'
import { testProgramme, type TestProgramme } from '../support/programme.ts'
import { visitor } from '../support/visitor.ts'

let programme: TestProgramme
let served: TestApp
let addresses: Record<Kind, string>
beforeAll(async () => {
  programme = await testProgramme()
  served = testApp({ programme })
  const account = async (standing: 'open' | 'closed', password: boolean): Promise<string> => {
    const id = await aPerson({ ...programme, roles: ['trustee'] })
    const [user] = await programme.query<{ email: string }>(
      'update users set standing = $2 where id = $1 returning email',
      [id, standing],
    )
    if (password)
      await programme.query(
        "insert into credentials (user_id, password_digest, changed_at, created_at, updated_at) values ($1, $2, '2026-01-01', '2026-01-01', '2026-01-01')",
        [id, await digestPassword('the password of this account')],
      )
    return user?.email ?? ''
  }
  addresses = {
    known: await account('open', true),
    closed: await account('closed', true),
    invited: await account('open', false),
    unknown: '3f0c7c1e-1111-4222-8333-444455556666@example.invalid',
  }
})

type Kind = 'known' | 'unknown' | 'closed' | 'invited'

const KINDS: readonly Kind[] = ['known', 'unknown', 'closed', 'invited']
const TIMED: readonly Kind[] = ['known', 'unknown', 'closed']
const TIMINGS = 200
const MOST_MILLISECONDS_APART = 5

const ask = {
  'signing in with a wrong password': '/sign-in',
  'asking for a new password': '/forgotten-password',
} as const

const send = async (path: string, email: string): Promise<Response> => {
  // Each try counts as the first: the limits themselves are the same for every address.
  await programme.query('delete from rate_limits')
  return visitor(served).post(path, { email, password: 'a wrong password, and a long one' })
}

/**
 * An answer without what is fresh in each: its number, its nonce, the key of its form, the moment, and what was typed.
 */
const lasting = ({ status, headers, text }: Response, email: string) => {
  const {
    'x-request-id': _id,
    date: _date,
    etag: _etag,
    'content-length': _length,
    ...rest
  } = headers as Record<string, string>
  return JSON.stringify({ status, rest, text })
    .replaceAll(/nonce-[^']+'/g, '')
    .replaceAll(/nonce=\\"[^"]*\\"/g, '')
    .replaceAll(/name=\\"submissionKey\\" value=\\"[^"]*\\"/g, '')
    .replaceAll(email, '')
}

test.each(Object.entries(ask))(
  '%s: known, unknown, closed and invited get the same status, headers and body',
  async (_what, path) => {
    const answers = new Map<string, string>()
    for (const kind of KINDS) answers.set(lasting(await send(path, addresses[kind]), addresses[kind]), kind)
    expect([...answers.values()]).toHaveLength(1)
  },
)

test.each(Object.entries(ask))(
  '%s: known, unknown and closed take as long',
  async (_what, path) => {
    expect(
      await apartInTime({
        what: path,
        kinds: TIMED,
        send: (kind) =>
          visitor(served).post(path, { email: addresses[kind], password: 'a wrong password, and a long one' }),
      }),
    ).toBeLessThanOrEqual(MOST_MILLISECONDS_APART)
  },
  600_000,
)

test('[CON-7, CON-8] a parent’s link that ran out, was replaced or taken back, or never was one takes as long to open, and to ask for a new one (consent 8)', async () => {
  const tokens = {
    unknown: 'x'.repeat(43),
    'ran out': (await linkThat("ends_at = '2026-03-03T11:59:59Z'")).token,
    replaced: (await linkThat("link_digest = repeat('0', 64), link_number = 2")).token,
    'taken back': (await linkThat("status = 'cancelled', link_digest = null")).token,
  }
  const kinds = Object.keys(tokens) as Array<keyof typeof tokens>
  const opened = (kind: keyof typeof tokens) => visitor(served, { cookie: `consent=${tokens[kind]}` })
  expect(
    await apartInTime({ what: 'opening a useless link', kinds, send: (kind) => opened(kind).get('/consent') }),
  ).toBeLessThanOrEqual(MOST_MILLISECONDS_APART)
  expect(
    await apartInTime({ what: 'asking for a new link', kinds, send: (kind) => opened(kind).post('/consent/new-link') }),
  ).toBeLessThanOrEqual(MOST_MILLISECONDS_APART)
}, 600_000)

const linkThat = async (became: string) => {
  const parent = await anAskedParent(programme)
  await programme.query(`update consent_requests set ${became} where id = $1`, [parent.requestId])
  return parent
}

/** How many milliseconds the medians of the kinds are apart. */
const apartInTime = async <Kind extends string>({
  what,
  kinds,
  send,
}: {
  what: string
  kinds: readonly Kind[]
  send: (kind: Kind) => Promise<unknown>
}): Promise<number> => {
  const times = kinds.map(() => [] as number[])
  let [medians, apart] = [[] as number[], Number.POSITIVE_INFINITY]
  // A machine that is busy with other things blurs the medians: then more timings are added, not others taken.
  for (let batch = 1; batch <= 4 && apart > MOST_MILLISECONDS_APART; batch += 1) {
    for (let round = 0; round < TIMINGS; round += 1)
      for (const turn of kinds.keys()) {
        // In turn, each round beginning with another, so that what else the machine does falls on all alike.
        const place = (round + turn) % kinds.length
        await programme.query('delete from rate_limits')
        const begun = performance.now()
        await send(kinds[place] as Kind)
        times[place]?.push(performance.now() - begun)
      }
    medians = times.map(median)
    apart = Math.max(...medians) - Math.min(...medians)
  }
  console.log(
    `${what}: medians of ${times[0]?.length} in ms: ${kinds.map((kind, index) => `${kind} ${medians[index]?.toFixed(2)}`).join(', ')}`,
  )
  return apart
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN

// Many answers to one consent form at the same moment, and answers that cross with what the co-ordinator does: one
// outcome.
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { performAction } from '../../src/core/workflow/perform.ts'
import { consentRequestWorkflow } from '../../src/programme/consent/asking/workflow.ts'
import { servedApp } from '../support/app.ts'
import { anAskedParent, BIRTHDAY, parentBrowser, type AskedParent } from '../support/consent.ts'
import { rowsOf } from '../support/database.ts'
import { aPerson } from '../support/people.ts'
import { waitUntil } from '../support/waitUntil.ts'
import { testProgramme, type TestProgramme } from '../support/programme.ts'

let programme: TestProgramme
let served: Awaited<ReturnType<typeof servedApp>>
let coordinator: string
beforeAll(async () => {
  programme = await testProgramme()
  served = await servedApp({ programme })
  coordinator = await aPerson({ ...programme, roles: ['co-ordinator'] })
})
afterAll(() => served.server.stop({ graceMilliseconds: 500 }))
beforeEach(async () => {
  await programme.query('delete from rate_limits')
})

type Opened = { parent: AskedParent; cookie: string; signing: Record<string, string> }

/** A parent whose form is open before them: their cookies, and what signing would send. */
const opened = async (): Promise<Opened> => {
  const parent = await anAskedParent(programme, { coordinator })
  const arrival = await fetch(`${served.publicUrl}/consent/${parent.token}`, { redirect: 'manual' })
  const [token = ''] = arrival.headers.getSetCookie().map((line) => line.split(';')[0])
  const check = await post({ cookie: token, path: '/consent/check', fields: BIRTHDAY })
  const [pass = ''] = check.setCookies
  const visitor = parentBrowser(served)
  await visitor.arrive(parent.token)
  return { parent, cookie: `${token}; ${pass}`, signing: await visitor.signing() }
}

const post = async ({ cookie, path, fields }: { cookie: string; path: string; fields: Record<string, string> }) => {
  const response = await fetch(`${served.publicUrl}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Cookie: cookie, Origin: served.publicUrl },
    body: new URLSearchParams({ submissionKey: randomUUID(), ...fields }),
  })
  return {
    status: response.status,
    location: response.headers.get('location'),
    text: await response.text(),
    setCookies: response.headers.getSetCookie().map((line) => String(line.split(';')[0])),
  }
}

/**
 * What stands in the end: the state of the request, the answers in the order given, how often the parent and the
 * co-ordinator were told.
 */
const outcomeOf = async ({ parent }: Opened) => {
  const [request] = await programme.query<{ status: string }>(
    'select status::text as status from consent_requests where id = $1',
    [parent.requestId],
  )
  const answers = await programme.query<{ item: string; answer: string }>(
    'select item::text as item, answer::text as answer from consents where child_id = $1 order by created_at, item',
    [parent.child.id],
  )
  const told = await programme.query<{ template: string; times: number }>(
    "select template, count(*)::int as times from notifications where subject_record = $1 and template <> 'consent-requested' group by template order by template",
    [parent.requestId],
  )
  const steps = await programme.query<{ action: string }>(
    "select action from audit_events where record_id = $1 and action in ('sign', 'decline', 'cancel', 'change', 'withdraw') order by sequence",
    [parent.requestId],
  )
  return {
    status: request?.status,
    answers: answers.map(({ answer }) => answer).join(' '),
    told: Object.fromEntries(told.map(({ template, times }) => [template, times])),
    steps: steps.map(({ action }) => action),
  }
}

const EIGHT_YES = Array(8).fill('yes').join(' ')
const EIGHT_NO = Array(8).fill('no').join(' ')
const SIGNED = {
  status: 'signed',
  answers: EIGHT_YES,
  told: { 'consent-answered': 1, 'consent-copy': 1 },
  steps: ['sign'],
}
const REFUSED = {
  status: 'declined',
  answers: EIGHT_NO,
  told: { 'consent-answered': 1, 'consent-copy': 1 },
  steps: ['decline'],
}
const TAKEN_BACK = { status: 'cancelled', answers: '', told: {}, steps: ['cancel'] }

const tally = (values: readonly (string | number)[]): Record<string, number> =>
  Object.fromEntries(
    [...new Set(values)].sort().map((value) => [value, values.filter((each) => each === value).length]),
  )
const mainOf = (text: string): string =>
  /<main.*<\/main>/s.exec(text)?.[0].replaceAll(/name="submissionKey" value="[^"]*"/g, '') ?? ''

test('[CON-1] 200 signatures of one consent at once: one is taken, the 199 others get the same honest answer (consent 9)', async () => {
  const form = await opened()
  const answers = await Promise.all(
    Array.from({ length: 200 }, () => post({ cookie: form.cookie, path: '/consent', fields: form.signing })),
  )
  expect(tally(answers.map(({ status }) => status))).toEqual({ 303: 1, 409: 199 })
  expect(new Set(answers.filter(({ status }) => status === 409).map(({ text }) => mainOf(text))).size).toBe(1)
  expect(await outcomeOf(form)).toEqual(SIGNED)
})

test('[CON-1] one form sent 200 times at once is taken once, and everybody is told of that once (consent 9)', async () => {
  const form = await opened()
  const answers = await Promise.all(
    Array.from({ length: 200 }, () =>
      post({
        cookie: form.cookie,
        path: '/consent',
        fields: { ...form.signing, submissionKey: 'one-form-sent-many-times' },
      }),
    ),
  )
  expect(tally(answers.map(({ status, location }) => `${status} ${location ?? ''}`))).toEqual({
    '303 /consent?done=signed': 200,
  })
  expect(await outcomeOf(form)).toEqual(SIGNED)
})

test('[CON-1, CON-4] signing against refusing: one outcome with its own answers, never a mixture (consent 9)', async () => {
  const seen = new Set<string>()
  for (let round = 0; round < 12; round += 1) {
    const form = await opened()
    const refuse = { ...form.signing, step: 'decline' }
    const attempts = Array.from({ length: 10 }, (_, number) =>
      post({ cookie: form.cookie, path: '/consent', fields: (number + round) % 2 === 0 ? form.signing : refuse }),
    )
    expect(tally((await Promise.all(attempts)).map(({ status }) => status))).toEqual({ 303: 1, 409: 9 })
    const outcome = await outcomeOf(form)
    expect([SIGNED, REFUSED]).toContainEqual(outcome)
    seen.add(String(outcome.status))
  }
  expect([...seen].sort()).toEqual(['declined', 'signed'])
})

test('[CON-1] signing against the co-ordinator taking the request back: one outcome', async () => {
  const seen = new Set<string>()
  for (let round = 0; round < 16; round += 1) {
    const form = await opened()
    const { person } = await programme.signIn(coordinator)
    const cancel = async () => {
      await pause(Math.random() * 25)
      return performAction({
        work: await programme.workOf(person),
        workflow: consentRequestWorkflow,
        id: form.parent.requestId,
        action: 'cancel',
        input: {},
      }).then(
        () => 'done',
        (problem: { status?: number }) => String(problem.status),
      )
    }
    const [signed, cancelled] = await Promise.all([
      post({ cookie: form.cookie, path: '/consent', fields: form.signing }),
      cancel(),
    ])
    const outcome = await outcomeOf(form)
    expect([SIGNED, TAKEN_BACK]).toContainEqual(outcome)
    // The link of a request that was taken back is no link any more, or the signing itself finds the state changed.
    expect({ outcome: outcome.status, signed: signed.status === 404 ? 409 : signed.status, cancelled }).toEqual(
      outcome.status === 'signed'
        ? { outcome: 'signed', signed: 303, cancelled: '409' }
        : { outcome: 'cancelled', signed: 409, cancelled: 'done' },
    )
    seen.add(String(outcome.status))
  }
  expect(seen.size).toBeGreaterThan(0)
})

test('[CON-4] withdrawing everything against signing anew from another window: whatever comes first, the no stands', async () => {
  for (let round = 0; round < 8; round += 1) {
    const form = await opened()
    await post({ cookie: form.cookie, path: '/consent', fields: form.signing })
    const visitor = parentBrowser(served)
    await visitor.arrive(form.parent.token)
    const again = await visitor.signing()
    const [withdrawn] = await Promise.all([
      post({ cookie: form.cookie, path: '/consent/withdraw', fields: {} }),
      post({ cookie: form.cookie, path: '/consent', fields: again }),
    ])
    expect(withdrawn.status).toBe(303)
    const { status, answers } = await outcomeOf(form)
    expect({ status, last: answers.split(' ').slice(-8).join(' ') }).toEqual({ status: 'declined', last: EIGHT_NO })
  }
})

test('[CON-3] connections that PostgreSQL ends in the midst of signing: all of it is there or none, and what was acknowledged is there', async () => {
  for (let round = 0; round < 10; round += 1) {
    const form = await opened()
    const cut = async () => {
      await pause(Math.random() * 120)
      await rowsOf({
        url: programme.database.superuserUrl,
        statement:
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'kids-on-track-mentoring'",
      })
    }
    const [{ status }] = await Promise.all([
      post({ cookie: form.cookie, path: '/consent', fields: form.signing }),
      cut(),
    ])
    // What the test itself asks next must not be given a connection that is just ending.
    await waitUntil({
      what: 'connections that hold',
      holds: async () => {
        const asked = await Promise.allSettled(Array.from({ length: 12 }, () => programme.query('select 1')))
        return asked.every(({ status: became }) => became === 'fulfilled')
      },
    })
    const outcome = await outcomeOf(form)
    expect([SIGNED, { status: 'open', answers: '', told: {}, steps: [] }]).toContainEqual(outcome)
    if (status === 303) expect(outcome).toEqual(SIGNED)
    await programme.query('delete from rate_limits')
  }
})

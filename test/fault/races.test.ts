// A gate closes in the very moment in which somebody goes through it: whichever comes first, no meeting stays confirmed
// that may not be, and nobody is told of a collision inside the database.
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { asUser } from '../../src/core/access/localApi.ts'
import type { Actor } from '../../src/core/access/actor.ts'
import { verifyAudit } from '../../src/core/audit/verify.ts'
import { insertRows } from '../../src/core/database/insertRows.ts'
import { inTransaction, poolOf } from '../../src/core/database/transaction.ts'
import { refusalWithin } from '../../src/core/errors/problems.ts'
import { problemWithin } from '../../src/core/http/problemWithin.ts'
import { performAction } from '../../src/core/workflow/perform.ts'
import type { Workflow } from '../../src/core/workflow/workflow.ts'
import { matchWorkflow } from '../../src/programme/matching/matches/workflow.ts'
import { meetingFacts } from '../../src/programme/meetings/meetings/facts.ts'
import { allGatesOfTheDay } from '../../src/programme/meetings/rules.ts'
import { captureWorkflow } from '../../src/programme/consent/paper/workflow.ts'
import { meetingWorkflow } from '../../src/programme/meetings/meetings/workflow.ts'
import { activityWorkflow } from '../../src/programme/recruitment/activity/workflow.ts'
import { vettingWorkflow } from '../../src/programme/recruitment/vetting/workflow.ts'
import { freeTimes } from '../support/freeTimes.ts'
import { aChild, aMatch, aPerson, aVolunteer, consentFrom, meetingFields } from '../support/people.ts'
import { testProgramme, type TestProgramme } from '../support/programme.ts'

let programme: TestProgramme
let confirmer: Actor
let coordinator: Actor
let contactId: string

beforeAll(async () => {
  programme = await testProgramme()
  const { query, signIn } = programme
  contactId = await aPerson({ query, name: 'Casey Standin', roles: ['committee'], designations: ['meeting-confirmer'] })
  confirmer = (await signIn(contactId)).person
  coordinator = (await signIn(await aPerson({ query, name: 'Morgan Specimen', roles: ['co-ordinator'] }))).person
})
afterAll(async () => {
  await poolOf(programme.payload).end()
})

type Pair = { volunteer: { id: string; userId: string }; child: { id: string; guardianId: string }; match: string }

const aPair = async ({ volunteer }: { volunteer?: Pair['volunteer'] } = {}): Promise<Pair> => {
  const { query } = programme
  const cleared = volunteer ?? (await aVolunteer({ query }))
  const child = await aChild({ query })
  await consentFrom({ query, childId: child.id, guardianId: child.guardianId, items: ['taking-part', 'meetings'] })
  return {
    volunteer: cleared,
    child,
    match: await aMatch({ query, childId: child.id, volunteerId: cleared.id, contactId }),
  }
}

/** A meeting that waits to be confirmed, put there without its messages. */
const aProposal = async ({
  volunteer,
  child,
  match,
  secondVolunteer,
}: Pair & { secondVolunteer?: string }): Promise<string> => {
  const id = randomUUID()
  const stamp = '2026-03-02T10:00:00Z'
  await insertRows({
    query: programme.query,
    collection: 'meetings',
    rows: [
      {
        id,
        match_id: match,
        child_id: child.id,
        volunteer_id: volunteer.id,
        second_volunteer_id: secondVolunteer,
        guardian_id: child.guardianId,
        starts_at: '2026-03-10T16:00:00Z',
        minutes: 60,
        kind: 'one-to-one',
        place_kind: 'public',
        place: 'Library café',
        agreed_on: '2026-03-02',
        agreed_way: 'text',
        proposed_by_id: volunteer.userId,
        status: 'proposed',
        row_version: 1,
        created_at: stamp,
        updated_at: stamp,
      },
    ],
  })
  return id
}

const act = async ({
  by,
  workflow,
  id,
  action,
  input = {},
}: {
  by: Actor
  workflow: Workflow
  id: string
  action: string
  input?: Record<string, unknown>
}): Promise<void> => {
  await performAction({ work: await programme.workOf(by), workflow, id, action, input })
}
const confirm = (id: string): Promise<void> => act({ by: confirmer, workflow: meetingWorkflow, id, action: 'confirm' })
const answerConsent = async ({ child, answer }: { child: Pair['child']; answer: 'yes' | 'no' }): Promise<void> => {
  const capture = await asUser(await programme.workOf(coordinator)).create({
    collection: 'consent-captures',
    data: {
      child: child.id,
      guardian: child.guardianId,
      meetings: answer,
      decidedOn: '2026-03-03',
      method: 'telephone',
      signedName: 'Alex Testerton',
      signedRelationship: 'Mother',
      saysResponsible: true,
    },
  })
  // A yes counts once a second person has confirmed it.
  if (answer === 'yes') await act({ by: confirmer, workflow: captureWorkflow, id: capture.id, action: 'confirm' })
}
const withdrawCheck = async (volunteerId: string): Promise<void> => {
  const [check] = await programme.query<{ id: string }>(
    "select id from vetting_records where volunteer_id = $1 and kind = 'dbs-check' and status = 'standing' limit 1",
    [volunteerId],
  )
  if (check)
    await act({
      by: coordinator,
      workflow: vettingWorkflow,
      id: check.id,
      action: 'withdraw',
      input: { reason: 'Entered by mistake' },
    })
}

/** What a refusal said, by its rule; anything else that went wrong is thrown on. */
const ruleOf = async (attempt: Promise<unknown>): Promise<string> => {
  try {
    await attempt
    return 'done'
  } catch (problem) {
    const refusal = refusalWithin(problem)
    if (!refusal) throw problem
    return refusal.rule
  }
}

const inLanes = async ({
  lanes,
  times,
  work,
}: {
  lanes: number
  times: number
  work: (number: number) => Promise<void>
}): Promise<void> => {
  let next = 0
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let number = next++; number < times; number = next++) await work(number)
    }),
  )
}

const deadlocksSoFar = async (): Promise<number> => {
  const [row] = await programme.query<{ deadlocks: number }>(
    'select deadlocks::int as deadlocks from pg_stat_database where datname = current_database()',
  )
  return row?.deadlocks ?? 0
}

const closings: Array<{ what: string; becomes: 'proposed' | 'cancelled'; close: (pair: Pair) => Promise<void> }> = [
  { what: 'a parent says no', becomes: 'proposed', close: ({ child }) => answerConsent({ child, answer: 'no' }) },
  { what: 'the DBS check is withdrawn', becomes: 'proposed', close: ({ volunteer }) => withdrawCheck(volunteer.id) },
  {
    what: 'the match is ended',
    becomes: 'cancelled',
    close: ({ match }) =>
      act({
        by: coordinator,
        workflow: matchWorkflow,
        id: match,
        action: 'end',
        input: { reason: 'The family moved away' },
      }),
  },
  {
    what: 'the volunteer is paused',
    becomes: 'cancelled',
    close: async ({ volunteer }) => {
      await act({
        by: coordinator,
        workflow: activityWorkflow,
        id: volunteer.id,
        action: 'pause',
        input: { reason: 'A new job' },
      })
    },
  },
]

describe.each(closings)('while a meeting is being confirmed, $what', ({ becomes, close }) => {
  test('[MTG-4] two hundred times over, the meeting is never confirmed afterwards, and whoever was told of it is told again', async () => {
    const outcomes: Record<string, number> = {}
    const stillConfirmed: string[] = []
    const untold: string[] = []
    await inLanes({
      lanes: 3,
      times: 200,
      work: async (number) => {
        const pair = await aPair()
        const id = await aProposal(pair)
        const later = (number % 20) * 2
        const [confirmed] = await Promise.all([
          pause(number % 2 === 0 ? 0 : later).then(() => ruleOf(confirm(id))),
          pause(number % 2 === 0 ? later : 0).then(() => close(pair)),
        ])
        outcomes[confirmed] = (outcomes[confirmed] ?? 0) + 1
        const [row] = await programme.query<{ status: string; told: number; untold: number; calledOff: number }>(
          `select status::text as status,
             (select count(*)::int from notifications where subject_record = $1 and template = 'meeting-confirmed-parent') as told,
             (select count(*)::int from notifications where subject_record = $1 and template = 'meeting-unconfirmed-parent') as untold,
             (select count(*)::int from notifications where subject_record = $1 and template = 'meeting-cancelled-parent') as "calledOff"
           from meetings where id::text = $1`,
          [id],
        )
        if (row?.status !== becomes) stillConfirmed.push(`${id} is ${row?.status ?? 'gone'} after ${confirmed}`)
        if (
          row?.told !== (confirmed === 'done' ? 1 : 0) ||
          (becomes === 'cancelled' ? row.calledOff !== 1 : row.told !== row.untold)
        )
          untold.push(id)
      },
    })
    expect(stillConfirmed).toEqual([])
    expect(untold).toEqual([])
    // That both orders were met, and nothing else.
    const refusals = Object.keys(outcomes).filter((outcome) => outcome !== 'done')
    expect({ outcomes, bothWays: (outcomes.done ?? 0) > 10 && refusals.length === 1 }).toMatchObject({ bothWays: true })
  }, 240_000)
})

test('[MTG-4] with everything happening at once to a few children and volunteers, nobody hears of a collision and every gate holds', async () => {
  const { query } = programme
  const volunteers = await Promise.all([aVolunteer({ query }), aVolunteer({ query }), aVolunteer({ query })])
  const pairs = await Promise.all([0, 1, 2, 0, 1].map((number) => aPair({ volunteer: volunteers[number] })))
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(Math.random() * items.length)] as Item
  const unexpected: string[] = []
  const done: Record<string, number> = {}
  const proposals: string[] = []
  const free = freeTimes()

  const doings: Record<string, () => Promise<unknown>> = {
    propose: async () => {
      const pair = pick(pairs)
      const others = volunteers.filter(({ id }) => id !== pair.volunteer.id)
      const made = await asUser(await programme.workOf(coordinator)).create({
        collection: 'meetings',
        data: meetingFields(pair, { secondVolunteer: pick(others).id, startsAt: free().startsAt, minutes: 30 }),
      })
      proposals.push(made.id)
    },
    confirm: async () => {
      const id = proposals.length > 0 ? pick(proposals.slice(-10)) : undefined
      if (id) await confirm(id)
    },
    'say no': () => answerConsent({ child: pick(pairs).child, answer: 'no' }),
    'say yes': () => answerConsent({ child: pick(pairs).child, answer: 'yes' }),
    'withdraw a check': () => withdrawCheck(pick(volunteers).id),
    'record a check': async () => {
      await asUser(await programme.workOf(coordinator)).create({
        collection: 'vetting-records',
        data: {
          volunteer: pick(volunteers).id,
          kind: 'dbs-check',
          takenOn: '2026-01-05',
          validUntil: '2028-01-05',
          certificateNumber: '001234567890',
          workforce: 'child',
          level: 'enhanced-barred',
        },
      })
    },
    pause: async () => {
      const { id } = pick(volunteers)
      const [now] = await query<{ standing: string }>(
        'select standing::text as standing from volunteers where id = $1',
        [id],
      )
      const action = { active: 'pause', paused: 'comeBack', joining: 'activate' }[now?.standing ?? ''] ?? 'pause'
      await act({
        by: coordinator,
        workflow: activityWorkflow,
        id,
        action,
        input: action === 'pause' ? { reason: 'A new job' } : {},
      })
    },
    log: async () => {
      const pair = pick(pairs)
      const meeting = proposals.pop()
      const [belongs] = await query<{ match_id: string; child_id: string; volunteer_id: string }>(
        'select match_id, child_id, volunteer_id from meetings where id = $1',
        [meeting ?? null],
      )
      const whose = belongs
        ? { match: belongs.match_id, child: belongs.child_id, volunteer: belongs.volunteer_id, meeting }
        : { match: pair.match, child: pair.child.id, volunteer: pair.volunteer.id }
      await asUser(await programme.workOf(coordinator)).create({
        collection: 'session-logs',
        data: {
          ...whose,
          heldOn: '2026-03-02',
          location: 'Library café',
          runBy: 'Harper Sample',
          attendees: 'Robin, Harper',
        },
      })
    },
    'call off': async () => {
      const id = proposals.pop()
      if (id)
        await act({
          by: coordinator,
          workflow: meetingWorkflow,
          id,
          action: 'cancel',
          input: { reason: 'The family is away' },
        })
    },
  }
  const more = ['propose', 'propose', 'propose', 'confirm', 'confirm', 'confirm', 'say yes', 'record a check']

  const before = await deadlocksSoFar()
  await inLanes({
    lanes: 8,
    times: 800,
    work: async () => {
      const name = pick([...Object.keys(doings), ...more])
      try {
        const rule = await ruleOf((doings[name] as () => Promise<unknown>)())
        const outcome = rule === 'done' ? name : `${name}: ${rule}`
        done[outcome] = (done[outcome] ?? 0) + 1
      } catch (problem) {
        const { status, refusal } = problemWithin(problem)
        unexpected.push(`${name}: ${status} ${refusal?.rule ?? ''} ${String(problem)}`)
      }
    },
  })
  process.stdout.write(`${JSON.stringify({ done, deadlocks: (await deadlocksSoFar()) - before })}\n`)

  expect(unexpected).toEqual([])
  expect(await wronglyConfirmed()).toEqual([])
  expect((await verifyAudit({ query })).problem).toBeUndefined()
}, 240_000)

/** The confirmed meetings ahead whose gates do not hold now. */
const wronglyConfirmed = async (): Promise<string[]> => {
  const work = await programme.workOf({ kind: 'system', reason: 'a test' })
  const rows = await programme.query<Record<string, unknown>>(
    `select id, child_id as child, match_id as match, volunteer_id as volunteer, second_volunteer_id as "secondVolunteer", guardian_id as guardian, starts_at as "startsAt",
       kind::text as kind, place_kind::text as "placeKind", place, agreed_on as "agreedOn", agreed_way::text as "agreedWay", proposed_by_id as "proposedBy"
     from meetings where status = 'confirmed'`,
  )
  const answers = await Promise.all(
    rows.map(async (row) => ({
      id: String(row.id),
      answer: allGatesOfTheDay(await meetingFacts({ work, record: row }), {
        actor: work.actor,
        now: work.now,
        input: {},
      }),
    })),
  )
  return answers.filter(({ answer }) => !answer.allowed).map(({ id, answer }) => `${id}: ${JSON.stringify(answer)}`)
}

describe('work that PostgreSQL ends because two got in each other’s way', () => {
  test('is done again, and both succeed', async () => {
    const { query } = programme
    const [one, other] = [await aChild({ query }), await aChild({ query })]
    const before = await deadlocksSoFar()
    const renaming = async ({ first, second, to }: { first: string; second: string; to: string }): Promise<void> => {
      const work = await programme.workOf(coordinator)
      await inTransaction({
        req: work.req,
        work: async () => {
          await work.query('update children set known_as = $2 where id = $1', [first, to])
          await pause(200)
          await work.query('update children set known_as = $2 where id = $1', [second, to])
        },
      })
    }
    await Promise.all([
      renaming({ first: one.id, second: other.id, to: 'Robin' }),
      renaming({ first: other.id, second: one.id, to: 'Wren' }),
    ])
    const names = await query<{ known_as: string }>('select known_as from children where id in ($1, $2)', [
      one.id,
      other.id,
    ])
    expect(new Set(names.map(({ known_as }) => known_as)).size).toBe(1)
    await expect(deadlocksSoFar()).resolves.toBeGreaterThan(before)
  })

  test('is given up after a few times, and the person is asked to try again', async () => {
    const { query } = programme
    const child = await aChild({ query })
    const work = await programme.workOf(coordinator)
    let times = 0
    const attempt = inTransaction({
      req: work.req,
      work: async () => {
        times += 1
        await work.query('update children set known_as = $2 where id = $1', [child.id, `Attempt ${times}`])
        await work.query("do $$ begin raise exception 'in the way' using errcode = 'serialization_failure'; end $$")
      },
    })
    await expect(attempt.catch((problem: unknown) => problemWithin(problem))).resolves.toMatchObject({
      status: 503,
      refusal: { rule: 'BUSY' },
    })
    expect(times).toBe(4)
    expect((await query('select known_as from children where id = $1', [child.id]))[0]).toEqual({ known_as: null })
  })

  test('inside a larger transaction is left to that one, which does all of it again', async () => {
    const { query } = programme
    const child = await aChild({ query })
    const work = await programme.workOf(coordinator)
    const times = { outer: 0, inner: 0 }
    await inTransaction({
      req: work.req,
      work: async () => {
        times.outer += 1
        await work.query('update children set known_as = $2 where id = $1', [child.id, `Attempt ${times.outer}`])
        await inTransaction({
          req: work.req,
          work: async () => {
            times.inner += 1
            if (times.inner === 1)
              await work.query("do $$ begin raise exception 'in the way' using errcode = 'deadlock_detected'; end $$")
          },
        })
      },
    })
    expect(times).toEqual({ outer: 2, inner: 2 })
    expect((await query('select known_as from children where id = $1', [child.id]))[0]).toEqual({
      known_as: 'Attempt 2',
    })
  })
})

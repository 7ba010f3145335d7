import { daysAfter, londonMoment, type CalendarDate } from '../core/clock/londonDates.ts'
import { CONSENT_LINK_DAYS } from '../programme/consent/asking/workflow.ts'
import { idOf } from './identity.ts'
import type { SampleRows } from './rows.ts'

type Keyed = { key: string; name: string; bornOn: CalendarDate }
/** A child, the volunteer they meet, and whom that volunteer takes along; by their keys. */
type Outing = { child: string; volunteer: string; second: string }
type Given = {
  matched: readonly Keyed[]
  waiting: readonly Keyed[]
  outing: Outing | undefined
  now: Date
  today: CalendarDate
}

/**
 * One of each of what else lies on the committee's desk: a parent whom no email reached, one who would like a call, a
 * child who was entered twice, a hand-over whose volunteer is back, an outing that cannot be confirmed as it stands, a
 * message that came back, an account that nobody can use yet.
 */
export function* deskFor({ matched, waiting, outing, now, today }: Given): Generator<SampleRows> {
  const before = (days: number): string => {
    const at = londonMoment({ date: daysAfter({ date: today, days: -days }), time: '10:00' })
    return (days >= 0 && at > now ? now : at).toISOString()
  }
  const stampOf = (days: number) => ({ created_at: before(days), updated_at: before(days) })
  const asked = waiting.slice(1, 2)
  const calling = matched.slice(3, 4)
  const requestOf = ({ key, days }: { key: string; days: number }) => ({
    id: idOf('consent request', key),
    child_id: idOf('child', key),
    guardian_id: idOf('guardian', key),
    asked_by_id: idOf('user', 'morgan'),
    link_number: 1,
    wrong_tries: 0,
    ends_at: before(days - CONSENT_LINK_DAYS),
    status: 'open',
    row_version: 1,
    ...stampOf(days),
  })
  yield { collection: 'consent-requests', rows: asked.map(({ key }) => requestOf({ key, days: 5 })) }
  yield {
    collection: 'consent-requests',
    rows: calling.map(({ key }) => ({
      ...requestOf({ key, days: 40 }),
      status: 'signed',
      answered_at: before(38),
      answered_by: 'paper',
    })),
  }
  yield {
    collection: 'call-requests',
    rows: calling.map(({ key }) => ({
      id: idOf('call', key),
      guardian_id: idOf('guardian', key),
      consent_request_id: idOf('consent request', key),
      best_time: 'After 5pm',
      words: 'I would like to hear how the swimming goes.',
      asked_at: before(1),
      status: 'asked',
      row_version: 1,
      ...stampOf(1),
    })),
  }
  const [twice] = waiting
  if (twice) {
    const again = {
      id: idOf('child', 'twice'),
      name: `${twice.name}e`,
      born_on: twice.bornOn,
      family_id: idOf('family', twice.key),
      another_child_because: 'Entered from the camp’s list',
      row_version: 1,
      ...stampOf(3),
    }
    yield { collection: 'children', rows: [again] }
    yield {
      collection: 'memberships',
      rows: [
        {
          id: idOf('membership', 'twice'),
          child_id: again.id,
          since: daysAfter({ date: today, days: -30 }),
          attended: 'Summer camp',
          row_version: 1,
          ...stampOf(3),
        },
      ],
    }
    yield {
      collection: 'child-merges',
      rows: [
        {
          id: idOf('merge', 'twice'),
          keep_id: idOf('child', twice.key),
          leave_id: again.id,
          why: 'Born on the same day, and the camp leader wrote the name by ear.',
          proposed_by_id: idOf('user', 'morgan'),
          status: 'proposed',
          row_version: 1,
          ...stampOf(1),
        },
      ],
    }
  }
  yield {
    collection: 'consent-captures',
    rows: waiting.slice(0, 1).map(({ key }) => ({
      id: idOf('consent capture', key),
      child_id: idOf('child', key),
      guardian_id: idOf('guardian', key),
      method: 'telephone',
      decided_on: daysAfter({ date: today, days: -1 }),
      taking_part: 'yes',
      meetings: 'yes',
      travel: 'yes',
      outings: 'yes',
      first_aid: 'yes',
      photographs: 'yes',
      talking_with_school: 'yes',
      talking_with_key_workers: 'yes',
      signed_name: 'The parent on the telephone',
      signed_relationship: 'Mother',
      says_responsible: true,
      about: 'Rang in the evening. Each point was read aloud.',
      entered_by_id: idOf('user', 'casey'),
      status: 'entered',
      row_version: 1,
      ...stampOf(1),
    })),
  }
  const handedOver = [
    ...matched.slice(-2, -1).map(({ key }) => ({ key, status: 'begun', days: 12 })),
    ...matched.slice(-1).map(({ key }) => ({ key, status: 'needed', days: 4 })),
  ]
  yield {
    collection: 'handovers',
    rows: handedOver.map(({ key, status, days }) => ({
      id: idOf('handover', key),
      match_id: idOf('match', key),
      child_id: idOf('child', key),
      contact_id: idOf('user', 'casey'),
      needed_since: daysAfter({ date: today, days: -days }),
      status,
      begun_by_id: status === 'begun' ? idOf('user', 'casey') : null,
      row_version: 1,
      ...stampOf(days),
    })),
  }
  // It was confirmed until a record of the second volunteer's training turned out not to be what the gate asks for.
  yield {
    collection: 'meetings',
    rows: [outing].flatMap((planned) =>
      planned === undefined
        ? []
        : [
            {
              id: idOf('meeting', planned.child, 'outing'),
              match_id: idOf('match', planned.child),
              child_id: idOf('child', planned.child),
              volunteer_id: idOf('volunteer', planned.volunteer),
              second_volunteer_id: idOf('volunteer', planned.second),
              guardian_id: idOf('guardian', planned.child),
              starts_at: londonMoment({ date: daysAfter({ date: today, days: 12 }), time: '11:00' }).toISOString(),
              minutes: 150,
              kind: 'one-to-one',
              place_kind: 'cinema',
              place: 'The Made-up Picture House',
              agreed_on: daysAfter({ date: today, days: -4 }),
              agreed_way: 'telephone',
              proposed_by_id: idOf('user', planned.volunteer),
              status: 'proposed',
              reason: 'The second volunteer is not cleared for that day.',
              row_version: 3,
              ...stampOf(4),
            },
          ],
    ),
  }
  yield {
    collection: 'notifications',
    rows: [
      {
        id: idOf('message', 'returned'),
        template: 'referral-arrived',
        recipient_kind: 'user',
        recipient_user_id: idOf('user', 'morgan'),
        subject_collection: 'incoming-referrals',
        subject_record: idOf('incoming', 'juniper'),
        details: {},
        state: 'failed',
        attempts: 3,
        last_problem: 'The mailbox is full.',
        dedupe_key: `sample:${idOf('message', 'returned')}`,
        due_at: before(2),
        ...stampOf(2),
      },
      ...asked.map(({ key }) => ({
        id: idOf('message', 'consent', key),
        template: 'consent-requested',
        recipient_kind: 'guardian',
        recipient_guardian_id: idOf('guardian', key),
        subject_collection: 'consent-requests',
        subject_record: idOf('consent request', key),
        details: {},
        state: 'sent',
        attempts: 1,
        sent_at: before(5),
        bounced_at: before(5),
        last_problem: 'It came back: nobody takes messages at this address.',
        dedupe_key: `sample:${idOf('message', 'consent', key)}`,
        due_at: before(5),
        ...stampOf(5),
      })),
    ],
  }
  yield {
    collection: 'users',
    rows: [
      {
        id: idOf('user', 'blair'),
        name: 'Blair Example',
        email: 'blair@sample.invalid',
        standing: 'open',
        row_version: 1,
        ...stampOf(1),
      },
    ],
  }
  yield {
    collection: 'account-changes',
    rows: [
      {
        id: idOf('account change', 'blair'),
        user_id: idOf('user', 'blair'),
        kind: 'role',
        role: 'trustee',
        why: 'Elected at the general meeting. I have known Blair for years.',
        present_address: 'blair@sample.invalid',
        proposed_by_id: idOf('user', 'sage'),
        ends_at: londonMoment({ date: daysAfter({ date: today, days: 13 }), time: '12:00' }).toISOString(),
        status: 'proposed',
        row_version: 1,
        ...stampOf(1),
      },
    ],
  }
}

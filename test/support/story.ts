import { randomUUID } from 'node:crypto'
import { insertRows } from '../../src/core/database/insertRows.ts'
import type { Query } from '../../src/core/database/query.ts'
import { aChild, aPerson, aVolunteer, consentFrom } from './people.ts'

type Given = { query: Query }
const stamp = { created_at: '2025-09-01T09:00:00Z', updated_at: '2025-09-01T09:00:00Z', row_version: 1 }
const insertOne = async ({
  query,
  collection,
  row,
}: Given & { collection: string; row: Record<string, unknown> }): Promise<string> => {
  const id = randomUUID()
  await insertRows({ query, collection, rows: [{ id, ...stamp, ...row }] })
  return id
}

/** A child's membership of the club, since September 2025 and going on unless told. */
export const aMembership = ({
  query,
  childId,
  since = '2025-09-01',
  until = null,
}: Given & { childId: string; since?: string; until?: string | null }): Promise<string> =>
  insertOne({ query, collection: 'memberships', row: { child_id: childId, since, until } })

/** A referral of a child, waiting for its decision unless told. */
export const aReferral = ({
  query,
  childId,
  enteredBy,
  status = 'received',
  receivedOn = '2026-02-26',
}: Given & { childId: string; enteredBy: string; status?: string; receivedOn?: string }): Promise<string> =>
  insertOne({
    query,
    collection: 'referrals',
    row: {
      child_id: childId,
      entered_by_id: enteredBy,
      status,
      received_on: receivedOn,
      source: 'school',
      main_reason: 'confidence',
    },
  })

/** A goal of a child. */
export const aGoal = ({ query, childId }: Given & { childId: string }): Promise<string> =>
  insertOne({
    query,
    collection: 'goals',
    row: {
      child_id: childId,
      title: 'Join one club',
      aim: 'life-skills',
      outcome: 'Goes every week',
      measure: 'Counted in the logs',
    },
  })

/** A proposed match for which everything on the readiness list is done, with the people it needs [MAT-2]. */
export const aReadyMatch = async ({ query, startsOn = '2026-03-03' }: Given & { startsOn?: string }) => {
  const committee = await aPerson({ query, name: 'Casey Standin', roles: ['committee'] })
  const coordinator = await aPerson({ query, name: 'Morgan Specimen', roles: ['co-ordinator'] })
  const volunteer = await aVolunteer({ query })
  const child = await aChild({ query })
  await aMembership({ query, childId: child.id })
  const referral = await aReferral({ query, childId: child.id, enteredBy: coordinator, status: 'accepted' })
  const goal = await aGoal({ query, childId: child.id })
  await consentFrom({ query, childId: child.id, guardianId: child.guardianId })
  const done = '2026-02-20'
  const match = await insertOne({
    query,
    collection: 'matches',
    row: {
      child_id: child.id,
      volunteer_id: volunteer.id,
      starts_on: startsOn,
      status: 'proposed',
      frequency: 'weekly',
      committee_contact_id: committee,
      goals_set_on: done,
      parents_met_by_id: committee,
      parents_met_on: done,
      school: 'told',
      introduced_on: done,
      first_review_on: '2026-04-14',
      child_agreed_on: done,
      risk_accepted_on: done,
      risk_accepted_by_id: committee,
    },
  })
  return { committee, coordinator, volunteer, child, referral, goal, match }
}

/** A parent or carer who was asked for consent; the link ends in three weeks of 1 March 2026 unless told. */
export const aConsentRequest = ({
  query,
  childId,
  guardianId,
  endsAt = '2026-03-22T12:00:00Z',
  status = 'open',
}: Given & { childId: string; guardianId: string; endsAt?: string; status?: string }): Promise<string> =>
  insertOne({
    query,
    collection: 'consent-requests',
    row: {
      child_id: childId,
      guardian_id: guardianId,
      status,
      ends_at: endsAt,
      link_number: 1,
      created_at: '2026-03-01T12:00:00Z',
    },
  })

/** A log of a pair, sent in the evening of the day unless told. */
export const aLog = ({
  query,
  pair,
  heldOn = '2026-02-24',
  submittedAt = `${heldOn}T19:00:00Z`,
}: Given & {
  pair: { match: string; child: { id: string }; volunteer: { id: string; userId: string } }
  heldOn?: string
  submittedAt?: string
}): Promise<string> =>
  insertOne({
    query,
    collection: 'session-logs',
    row: {
      match_id: pair.match,
      child_id: pair.child.id,
      volunteer_id: pair.volunteer.id,
      written_by_id: pair.volunteer.userId,
      held_on: heldOn,
      submitted_at: submittedAt,
      status: 'submitted',
      location: 'Library café',
      run_by: 'Harper Sample',
      attendees: 'Robin, Harper',
      activities: 'A board game',
      outcomes: 'Said one thing he enjoys',
      comment: 'Good start',
      meeting_was_confirmed: true,
    },
  })

/** A message that could not be delivered. */
export const aFailedMessage = async ({
  query,
  to,
  template = 'meeting-confirmed-parent',
}: Given & { to: { user: string } | { guardian: string }; template?: string }): Promise<string> => {
  const id = randomUUID()
  const { row_version: _version, ...unversioned } = stamp
  const recipient =
    'user' in to
      ? { recipient_kind: 'user', recipient_user_id: to.user }
      : { recipient_kind: 'guardian', recipient_guardian_id: to.guardian }
  await insertRows({
    query,
    collection: 'notifications',
    rows: [
      {
        id,
        ...unversioned,
        ...recipient,
        template,
        subject_collection: 'meetings',
        subject_record: randomUUID(),
        details: '{}',
        state: 'failed',
        attempts: 5,
        last_problem: 'The mailbox does not exist',
        dedupe_key: id,
        due_at: '2026-03-01T12:00:00Z',
      },
    ],
  })
  return id
}

import type { Work } from '../../core/access/work.ts'
import { londonDate } from '../../core/clock/londonDates.ts'
import { enqueueNotification, enqueueNotifications } from '../../core/notifications/enqueueNotification.ts'
import { peopleWithRole } from '../people/queries.ts'
import { matchingMessages } from './messageKinds.ts'

/** Tells the committee contact of a match that a hand-over has to begin [VOL-11]. */
export const tellOfHandover = async ({
  work: { query, now },
  handoverId,
  contact,
}: {
  work: Work
  handoverId: string
  contact: string
}): Promise<void> => {
  await enqueueNotification({
    query,
    now,
    notification: {
      message: matchingMessages['handover-needed'],
      recipient: { kind: 'user', id: contact },
      subject: { collection: 'handovers', record: handoverId },
      dedupeKey: `handover-needed:${handoverId}:${contact}`,
    },
  })
}

/**
 * Tells the volunteer, the committee contact and the co-ordinators that a match ends because the young person is 18 and
 * has not agreed; each once [CON-9].
 */
export const tellOfEnd = async ({ work: { query, now }, matchId }: { work: Work; matchId: string }): Promise<void> => {
  const [match] = await query<{ childId: string; volunteerUser: string | null; contact: string | null }>(
    'select m.child_id as "childId", v.user_id as "volunteerUser", m.committee_contact_id as contact from matches m join volunteers v on v.id = m.volunteer_id where m.id = $1',
    [matchId],
  )
  if (!match) return
  const staff = [
    ...(match.contact ? [match.contact] : []),
    ...(await peopleWithRole({ query, role: 'co-ordinator', on: londonDate(now) })),
  ]
  const told = [
    ...(match.volunteerUser ? [{ id: match.volunteerUser, subject: { collection: 'matches', record: matchId } }] : []),
    ...staff
      .filter((id) => id !== match.volunteerUser)
      .map((id) => ({ id, subject: { collection: 'children', record: match.childId } })),
  ]
  await enqueueNotifications({
    query,
    now,
    notifications: told.map(({ id, subject }) => ({
      message: matchingMessages['match-ended'],
      recipient: { kind: 'user', id },
      subject,
      dedupeKey: `match-ended:${matchId}:${id}`,
    })),
  })
}

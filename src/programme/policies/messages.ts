import type { Work } from '../../core/access/work.ts'
import type { CalendarDate } from '../../core/clock/londonDates.ts'
import { enqueueNotification } from '../../core/notifications/enqueueNotification.ts'
import { policyMessages } from './messageKinds.ts'

type Told = { work: Work; userId: string; versionId: string }

/**
 * Reminds a volunteer of documents that are to be accepted by a day; each of the three reminders once for that day,
 * however many documents [POL-4]. Gives whether it is new.
 */
export const remindToAccept = async ({
  work: { query, now },
  userId,
  volunteerId,
  by,
  days,
}: Omit<Told, 'versionId'> & { volunteerId: string; by: CalendarDate; days: number }): Promise<boolean> =>
  (await enqueueNotification({
    query,
    now,
    notification: {
      message: policyMessages['policies-to-accept'],
      recipient: { kind: 'user', id: userId },
      subject: { collection: 'volunteers', record: volunteerId },
      details: { by },
      dedupeKey: `policies-to-accept:${userId}:${by}:${days}`,
    },
  })) !== undefined

/** The same because somebody asked for it: one message a person and day. Gives whether it is new. */
export const chaseToAccept = async ({
  work: { query, now },
  userId,
  volunteerId,
  on,
}: Omit<Told, 'versionId'> & { volunteerId: string; on: CalendarDate }): Promise<boolean> =>
  (await enqueueNotification({
    query,
    now,
    notification: {
      message: policyMessages['policies-to-accept'],
      recipient: { kind: 'user', id: userId },
      subject: { collection: 'volunteers', record: volunteerId },
      details: {},
      dedupeKey: `policies-chased:${userId}:${on}`,
    },
  })) !== undefined

/**
 * Tells a committee member that documents are to be looked at again by a day; each of the three once for that day,
 * however many documents [POL-5]. Gives whether it is new.
 */
export const tellOfReview = async ({
  work: { query, now },
  userId,
  versionId,
  by,
  days,
}: Told & { by: CalendarDate; days: number }): Promise<boolean> =>
  (await enqueueNotification({
    query,
    now,
    notification: {
      message: policyMessages['policy-review'],
      recipient: { kind: 'user', id: userId },
      subject: { collection: 'policy-versions', record: versionId },
      details: { by },
      dedupeKey: `policy-review:${userId}:${by}:${days}`,
    },
  })) !== undefined

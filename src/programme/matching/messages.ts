import type { Work } from '../../core/access/work.ts'
import { enqueueNotification } from '../../core/notifications/enqueueNotification.ts'

/** Tells the committee contact of a match that a hand-over has to begin [VOL-11]. */
export const tellOfHandover = async ({ work: { query, now }, handoverId, contact }: { work: Work; handoverId: string; contact: string }): Promise<void> => {
  await enqueueNotification({ query, now, notification: { template: 'handover-needed', recipient: { kind: 'user', id: contact }, subject: { collection: 'handovers', record: handoverId }, dedupeKey: `handover-needed:${handoverId}:${contact}` } })
}

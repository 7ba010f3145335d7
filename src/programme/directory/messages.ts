import { enqueueNotification } from '../../core/notifications/enqueueNotification.ts'
import type { Work } from '../../core/access/work.ts'
import type { RecordData } from '../../core/workflow/workflow.ts'
import { directoryMessages } from './messageKinds.ts'

/** Tells whoever suggested something that there is an answer; what it is stands in the portal [DIR-1]. */
export const tellOfAnswer = async ({ work, record }: { work: Work; record: RecordData }): Promise<void> => {
  if (typeof record.suggestedBy !== 'string') return
  await enqueueNotification({
    query: work.query,
    now: work.now,
    notification: {
      message: directoryMessages['suggestion-answered'],
      recipient: { kind: 'user', id: record.suggestedBy },
      subject: { collection: 'directory-suggestions', record: String(record.id) },
      dedupeKey: `suggestion-answered:${String(record.id)}`,
    },
  })
}

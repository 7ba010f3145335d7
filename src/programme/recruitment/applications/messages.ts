import { londonDate } from '../../../core/clock/londonDates.ts'
import type { Work } from '../../../core/access/work.ts'
import { enqueueNotification } from '../../../core/notifications/enqueueNotification.ts'
import type { RecordData } from '../../../core/workflow/workflow.ts'
import { peopleWithRole } from '../../people/queries.ts'
import { recruitmentMessages } from '../messageKinds.ts'
import type { ApplicationState } from './links.ts'

type Told = { work: Work; record: RecordData }

/** Tells the applicant that their application is a step further. What it says of them is behind their own link. */
export const tellApplicant = async ({
  work,
  record,
  step,
}: Told & { step: ApplicationState | 'new-link' }): Promise<void> => {
  await enqueueNotification({
    query: work.query,
    now: work.now,
    notification: {
      message: recruitmentMessages['application-step'],
      recipient: { kind: 'subject' },
      subject: { collection: 'applications', record: String(record.id) },
      details: { step },
      dedupeKey: `application-step:${String(record.id)}:${step}:${String(record.rowVersion)}`,
    },
  })
}

/** Tells the co-ordinators and the committee that there is an application to consider. */
export const tellOfApplication = async ({ work, record }: Told): Promise<void> => {
  const on = londonDate(work.now)
  const office = new Set([
    ...(await peopleWithRole({ query: work.query, role: 'co-ordinator', on })),
    ...(await peopleWithRole({ query: work.query, role: 'committee', on })),
  ])
  for (const id of office)
    await enqueueNotification({
      query: work.query,
      now: work.now,
      notification: {
        message: recruitmentMessages['application-received'],
        recipient: { kind: 'user', id },
        subject: { collection: 'applications', record: String(record.id) },
        details: {},
        dedupeKey: `application-received:${String(record.id)}:${id}`,
      },
    })
}

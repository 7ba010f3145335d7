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
export const tellOfApplication = (told: Told): Promise<void> =>
  tellOffice({ ...told, template: 'application-received', key: 'first' })

/** Tells the co-ordinators and the committee that an applicant asks for another time to meet [VOL-1]. */
export const tellOfWish = ({ work, record }: Told): Promise<void> =>
  tellOffice({ work, record, template: 'interview-another-time', key: String(record.rowVersion) })

const tellOffice = async ({
  work,
  record,
  template,
  key,
}: Told & { template: 'application-received' | 'interview-another-time'; key: string }): Promise<void> => {
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
        message: recruitmentMessages[template],
        recipient: { kind: 'user', id },
        subject: { collection: 'applications', record: String(record.id) },
        details: {},
        dedupeKey: `${template}:${String(record.id)}:${key}:${id}`,
      },
    })
}

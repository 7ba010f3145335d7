import { leading, toItsRecord, toPage, type WritingOut } from '../../core/house/leading.ts'
import { applicantToken } from './applications/links.ts'
import { recruitmentMessages } from './messageKinds.ts'
import { refereeToken } from './references/links.ts'

/** The applicant's own page. */
const toTheirApplication = async ({
  payload,
  query,
  publicUrl,
  row: { subject },
}: WritingOut): Promise<string | undefined> => {
  const [application] = await query<{ number: number }>(
    'select link_number::float8 as number from applications where id = $1 and link_digest is not null',
    [subject.record],
  )
  return (
    application &&
    `${publicUrl}/apply/track/${applicantToken({ payload, id: subject.record, number: application.number })}`
  )
}

/**
 * The referee's form; undefined once it was answered, is not needed, or its link has ended, so that no reminder goes
 * out for nothing.
 */
const toTheReference = async ({
  payload,
  query,
  publicUrl,
  now,
  row: { subject },
}: WritingOut): Promise<string | undefined> => {
  const [reference] = await query<{ number: number }>(
    "select link_number::float8 as number from volunteer_references r where id = $1 and status = 'asked' and ends_at > $2 and not exists (select from reference_answers w where w.reference_id = r.id and w.status <> 'set-aside')",
    [subject.record, now.toISOString()],
  )
  return (
    reference && `${publicUrl}/reference/${refereeToken({ payload, id: subject.record, number: reference.number })}`
  )
}

/** For whom the reference is asked: a referee who reads no name takes it for spam, and would not know whom to think of. */
const aboutWhom = async ({ query, row: { subject } }: WritingOut): Promise<{ about: string } | undefined> => {
  const [asked] = await query<{ about: string }>(
    'select coalesce(a.name, v.name) as about from volunteer_references r left join applications a on a.id = r.application_id left join volunteers v on v.id = r.volunteer_id where r.id = $1',
    [subject.record],
  )
  return asked
}

/** The messages of recruitment with where they lead. */
export const deliveredRecruitmentMessages = leading(recruitmentMessages, {
  'application-received': { leadsTo: toItsRecord },
  'interview-another-time': { leadsTo: toItsRecord },
  'application-step': { leadsTo: toTheirApplication },
  'reference-requested': { leadsTo: toTheReference, prepares: aboutWhom },
  'reference-received': { leadsTo: toItsRecord },
  'volunteer-wish': { leadsTo: toItsRecord },
  'clearance-ending': { leadsTo: toPage('/portal/record') },
  'clearance-ending-office': { leadsTo: toItsRecord },
})

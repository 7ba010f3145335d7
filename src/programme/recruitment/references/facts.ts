import { linkDigest } from '../../../core/access/linkTokens.ts'
import { rowAt } from '../../../core/database/query.ts'
import type { Work } from '../../../core/access/work.ts'
import type { RecordData } from '../../../core/workflow/workflow.ts'
import { isOnePerson } from '../applications/alike.ts'
import { refereeToken } from './links.ts'

/** What the steps of a reference ask about. */
export type ReferenceFactsOfOne = {
  id: string
  /** Whether it is for one application or one volunteer, not both and not neither. */
  hasOneSubject: boolean
  /** Whether the application was withdrawn or not approved, so that no reference is wanted any more. */
  subjectIsClosed: boolean
  /** The account of the person it is about, and that of the referee, where they have one. */
  aboutUserId: string | null
  refereeUserIds: readonly string[]
  refereeIsThePerson: boolean
  /** Another reference about the same person comes from the same address. */
  namedAlready: boolean
  /** The same referee was asked about the same person for another application that still stands. */
  askedElsewhere: boolean
  hasEmail: boolean
  /** What was said stands on record, or waits for its second person. */
  isAnswered: boolean
  endsAt: Date | null
  nextNumber: number
  nextDigest: string
}

/** Loads the facts of one reference. */
export const referenceFactsOfOne = async ({
  work,
  record,
}: {
  work: Work
  record: RecordData
}): Promise<ReferenceFactsOfOne> => {
  const id = String(record.id ?? '')
  const rows = await work.query<Row>(FACTS, [
    record.id ?? null,
    record.application ?? null,
    record.volunteer ?? null,
    record.refereeEmail ?? '',
  ])
  const row = rowAt({ rows, place: 0 })
  const nextNumber = (row.number ?? 0) + 1
  return {
    id,
    hasOneSubject: Boolean(record.application) !== Boolean(record.volunteer),
    subjectIsClosed: row.closed,
    aboutUserId: row.about,
    refereeUserIds: row.referees,
    refereeIsThePerson: row.themselves,
    namedAlready: row.named,
    askedElsewhere: row.elsewhere,
    hasEmail: typeof record.refereeEmail === 'string' && record.refereeEmail !== '',
    isAnswered: row.answered,
    endsAt: record.endsAt ? new Date(String(record.endsAt)) : null,
    nextNumber,
    nextDigest: id ? linkDigest(refereeToken({ payload: work.req.payload, id, number: nextNumber })) : '',
  }
}

/**
 * In SQL, whether the referee with this address was asked, or has answered, about the person behind an application for
 * another one that still stands.
 */
export const askedElsewhere = ({ application, email }: { application: string; email: string }): string =>
  `exists (select from volunteer_references other join applications theirs on theirs.id = other.application_id and theirs.id <> ${application}.id and theirs.status not in ('withdrawn', 'not-approved')
     where other.status in ('asked', 'answered') and ${email} <> '' and lower(trim(other.referee_email)) = lower(trim(${email})) and ${isOnePerson(application, 'theirs')})`

type Row = {
  closed: boolean
  about: string | null
  referees: string[]
  themselves: boolean
  named: boolean
  elsewhere: boolean
  answered: boolean
  number: number | null
}

const FACTS = `
  select coalesce(a.status in ('withdrawn', 'not-approved'), false) as closed,
    (select u.id from users u where lower(u.email) = lower(a.email) or u.id = v.user_id or u.id = (select user_id from volunteers where id = a.volunteer_id) limit 1) as about,
    array(select u.id::text from users u where $4 <> '' and lower(u.email) = lower($4) or lower(u.email) = (select lower(referee_email) from volunteer_references where id = $1)) as referees,
    $4 <> '' and (coalesce(lower(a.email) = lower($4), false) or exists (select from users u where u.id = v.user_id and lower(u.email) = lower($4))) as themselves,
    exists (select from volunteer_references r where r.id is distinct from $1 and r.status <> 'ended' and $4 <> '' and lower(trim(r.referee_email)) = lower(trim($4)) and (r.application_id = $2 or r.volunteer_id = $3)) as named,
    ${askedElsewhere({ application: 'a', email: '$4' })} as elsewhere,
    exists (select from reference_answers where reference_id = $1 and status <> 'set-aside') as answered,
    (select link_number::float8 from volunteer_references where id = $1) as number
  from (select 1) as one left join applications a on a.id = $2 left join volunteers v on v.id = $3`

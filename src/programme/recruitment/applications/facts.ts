import { linkDigest } from '../../../core/access/linkTokens.ts'
import type { Work } from '../../../core/access/work.ts'
import type { RecordData } from '../../../core/workflow/workflow.ts'
import { applicantToken } from './links.ts'
import type { ApplicationFacts } from './rules.ts'

/** Loads the facts of one application. */
export const applicationFacts = async ({
  work,
  record,
}: {
  work: Work
  record: RecordData
}): Promise<ApplicationFacts> => {
  const [facts] = await applicationFactsOfMany({ work, records: [record] })
  if (!facts) throw new Error('One application has one set of facts.')
  return facts
}

/** The same for several applications at once, in their order. */
export const applicationFactsOfMany = async ({
  work,
  records,
}: {
  work: Work
  records: readonly RecordData[]
}): Promise<ApplicationFacts[]> => {
  const userId = work.actor.kind === 'person' ? work.actor.userId : null
  const rows = await work.query<Row>(FACTS, [
    records.map(({ id }) => id ?? null),
    records.map(({ email }) => String(email ?? '')),
    userId,
  ])
  return records.map((record, place) => {
    const row = rows[place]
    const id = String(record.id ?? '')
    const number = (row?.number ?? 0) + 1
    const named = Array.isArray(record.tiedTo) ? record.tiedTo.map(String) : undefined
    const isTied = row?.tied === true || (userId !== null && named?.includes(userId) === true)
    return {
      id,
      email: String(record.email ?? ''),
      mobile: String(record.mobile ?? ''),
      bornOn: typeof record.bornOn === 'string' ? record.bornOn : null,
      agreedToChecks: record.agreedToChecks === true,
      tie: row?.applicant
        ? 'applicant'
        : userId !== null && record.enteredBy === userId
          ? 'entered'
          : row?.referee
            ? 'referee'
            : isTied
              ? 'tied'
              : undefined,
      untiesOneself: row?.tied === true && userId !== null && named?.includes(userId) === false,
      nextNumber: number,
      nextDigest: id ? linkDigest(applicantToken({ payload: work.req.payload, id, number })) : '',
    }
  })
}

type Row = { applicant: boolean; referee: boolean; tied: boolean; number: number | null }

const FACTS = `
  select exists (select from users u where u.id = $3 and lower(u.email) = lower(g.email)) or exists (select from volunteers v where v.user_id = $3 and v.id = a.volunteer_id) as applicant,
    exists (select from volunteer_references r join users u on u.id = $3 and lower(u.email) = lower(r.referee_email) where r.application_id = g.id and r.status <> 'ended') as referee,
    exists (select from applications_rels l where l.parent_id = g.id and l.path = 'tiedTo' and l.users_id = $3) as tied,
    a.link_number::float8 as number
  from unnest($1::uuid[], $2::text[]) with ordinality as g(id, email, place) left join applications a on a.id = g.id order by g.place`

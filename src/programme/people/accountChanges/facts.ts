import type { Work } from '../../../core/access/work.ts'
import { londonDate } from '../../../core/clock/londonDates.ts'
import { isUuid } from '../../../core/database/locks.ts'
import type { RecordData } from '../../../core/workflow/workflow.ts'
import { normalAddress } from '../signIn/addresses.ts'
import type { AccountChangeFacts } from './rules.ts'

type Found = {
  name: string
  email: string
  isOpen: boolean
  isTaken: boolean
  isWaiting: boolean
  userIsVolunteer: boolean
}

/** Loads what a change of an account asks about. A new record's proposer is whoever makes it. */
export const accountChangeFacts = async ({
  work: { actor, query, now },
  record,
}: {
  work: Work
  record: RecordData
}): Promise<AccountChangeFacts> => {
  const userId = idOf(record.user) ?? ''
  const proposedBy = record.id ? idOf(record.proposedBy) : actor.kind === 'person' ? actor.userId : undefined
  const newAddress = normalAddress(typeof record.newAddress === 'string' ? record.newAddress : '')
  const [person] = await query<Found>(
    `select u.name, u.email, u.standing = 'open' as "isOpen", exists (select from users o where o.email = $2 and o.id <> u.id) as "isTaken", exists (select from volunteers v where v.user_id = u.id) as "userIsVolunteer",
       exists (select from account_changes a where a.user_id = u.id and a.kind = 'address' and a.status = 'proposed' and a.proposed_by_id = $3 and a.id is distinct from $4) as "isWaiting"
     from users u where u.id = $1`,
    [isUuid(userId) ? userId : null, newAddress, proposedBy ?? null, record.id ?? null],
  )
  const volunteerId = idOf(record.volunteer)
  const [volunteer] = await query<NonNullable<AccountChangeFacts['volunteer']>>(
    'select id, name, user_id as "userId" from volunteers where id = $1',
    [isUuid(volunteerId) ? volunteerId : null],
  )
  const [others] = await query<{ now: number; ever: number }>(
    `select count(*) filter (where u.standing = 'open' and u.id is distinct from $2 and exists (select from role_grants r where r.user_id = u.id and r.role in ('administrator', 'committee') and r.starts_on <= $3 and (r.ends_on is null or $3 <= r.ends_on)))::int as now,
       count(*)::int as ever
     from users u join credentials c on c.user_id = u.id
     where u.id is distinct from $1 and exists (select from role_grants r where r.user_id = u.id and r.role in ('administrator', 'committee', 'co-ordinator') and r.starts_on <= $3)`,
    [proposedBy ?? null, isUuid(userId) ? userId : null, londonDate(now)],
  )
  return {
    id: record.id,
    kind: record.kind as AccountChangeFacts['kind'],
    userId,
    proposedBy,
    endsAt: momentOf(record.endsAt),
    newAddress,
    role: typeof record.role === 'string' ? record.role : undefined,
    person: person && { name: person.name, email: person.email, isOpen: person.isOpen },
    isTaken: person?.isTaken ?? false,
    isWaiting: person?.isWaiting ?? false,
    volunteer,
    userIsVolunteer: person?.userIsVolunteer ?? false,
    seconds: others?.now ?? 0,
    anybodyElseEver: (others?.ever ?? 0) > 0,
  }
}

const idOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

const momentOf = (value: unknown): Date | undefined =>
  typeof value === 'string' || value instanceof Date ? new Date(value) : undefined

import type { Work } from '../../../core/access/work.ts'
import type { Refused } from '../../../core/errors/refusal.ts'
import { isAdministrator, isCommittee, ROLES, type Role } from '../roles.ts'
import { CHANGE_KINDS } from './rules.ts'
import { accountChangeWorkflow } from './workflow.ts'

/** A change of an account that waits for a second person. */
export type AccountChangeToConfirm = {
  id: string
  rowVersion: number
  userId: string
  name: string
  what: string
  why: string
  proposedBy: string
  proposedAt: Date
  isTheirs: boolean
  blockers: Refused[]
}

type Row = Omit<AccountChangeToConfirm, 'userId' | 'what' | 'isTheirs' | 'blockers'> & {
  status: string
  kind: keyof typeof CHANGE_KINDS
  user: string
  proposer: string | null
  newAddress: string | null
  role: Role | null
  volunteer: string | null
  volunteerName: string | null
  endsAt: Date
}

/**
 * The changes of accounts that somebody proposed of another, oldest first, `limit` at most; for administrators and the
 * committee [ORG-1].
 */
export const accountChangesToConfirm = async ({
  work,
  limit,
}: {
  work: Work
  limit: number
}): Promise<AccountChangeToConfirm[]> => {
  if (!isAdministrator(work.actor) && !isCommittee(work.actor)) return []
  const rows = await work.query<Row>(
    `select a.id, a.row_version::float8 as "rowVersion", a.status::text as status, a.kind::text as kind, a.user_id as "user", u.name, a.why, a.proposed_by_id as proposer, p.name as "proposedBy", a.created_at as "proposedAt",
       a.new_address as "newAddress", a.role::text as role, a.volunteer_id as volunteer, v.name as "volunteerName", a.ends_at as "endsAt"
     from account_changes a join users u on u.id = a.user_id join users p on p.id = a.proposed_by_id left join volunteers v on v.id = a.volunteer_id
     where a.status = 'proposed' and $1 < a.ends_at and not (a.kind = 'address' and a.user_id = a.proposed_by_id) order by a.created_at limit $2`,
    [work.now.toISOString(), limit],
  )
  const obstacles = await accountChangeWorkflow.obstacles({
    work,
    action: 'confirm',
    records: rows.map((row) => ({ ...row, proposedBy: row.proposer })),
  })
  return rows.map(({ id, rowVersion, name, why, proposedBy, proposedAt, ...row }, index) => ({
    id,
    rowVersion,
    userId: row.user,
    name,
    why,
    proposedBy,
    proposedAt,
    what: wordsOf(row),
    isTheirs: obstacles[index]?.isTheirs ?? false,
    blockers: obstacles[index]?.blockers ?? [],
  }))
}

const wordsOf = ({
  kind,
  newAddress,
  role,
  volunteerName,
}: Pick<Row, 'kind' | 'newAddress' | 'role' | 'volunteerName'>): string => {
  const subject = { address: newAddress, role: role && ROLES[role], volunteer: volunteerName, reopen: null }[kind]
  return subject ? `${CHANGE_KINDS[kind]}: ${subject}` : CHANGE_KINDS[kind]
}

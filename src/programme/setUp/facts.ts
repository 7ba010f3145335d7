import { rowAt } from '../../core/database/query.ts'
import type { Work } from '../../core/access/work.ts'
import { londonDate } from '../../core/clock/londonDates.ts'
import { canBeReached, readSettings } from '../../core/settings/settings.ts'
import { DESIGNATIONS, isAdministrator, ROLES, type Designation, type Role } from '../people/roles.ts'
import { STARTING_SET } from '../policies/starting/index.ts'
import type { SetUpFacts } from './rules.ts'

/** Whether the invented people of the sample are in it: their addresses end in a name that leads nowhere. */
export const holdsSample = async ({ query }: Pick<Work, 'query'>): Promise<boolean> =>
  (await query("select from users where email like '%@sample.invalid' limit 1")).length > 0

/** How far the set-up is, for administrators alone; undefined for everybody else. */
export const setUpFacts = async ({ actor, query, now }: Work): Promise<SetUpFacts | undefined> => {
  if (!isAdministrator(actor)) return undefined
  const today = londonDate(now)
  const kinds = STARTING_SET.map(({ kind }) => kind)
  const [settings, rows] = await Promise.all([
    readSettings({ query }),
    query<{
      stored: boolean
      invited: number
      entered: number
      roles: Partial<Record<Role, number>> | null
      designations: Partial<Record<Designation, number>> | null
      adopted: number
      drafted: number
      mail: string | null
      children: number
    }>(
      `select exists (select from programme_settings where charity_name is not null) as stored,
         (select count(*)::float8 from users where standing = 'open') as invited,
         (select count(*)::float8 from users u where u.standing = 'open' and exists (select from credentials c where c.user_id = u.id)) as entered,
         (select json_object_agg(role, many) from (select role::text as role, count(distinct user_id)::int as many from role_grants where starts_on <= $1 and (ends_on is null or ends_on >= $1) group by role) as held) as roles,
         (select json_object_agg(designation, many) from (select designation::text as designation, count(distinct holder_id)::int as many from designations where ends_on is null or ends_on >= $1 group by designation) as held) as designations,
         (select count(distinct p.kind)::float8 from policies p join policy_versions v on v.policy_id = p.id and v.status = 'adopted' where p.kind::text = any($2)) as adopted,
         (select count(distinct p.kind)::float8 from policies p where p.kind::text = any($2) and exists (select from policy_versions v where v.policy_id = p.id and v.status in ('draft', 'proposed', 'scheduled')) and not exists (select from policy_versions v where v.policy_id = p.id and v.status = 'adopted')) as drafted,
         (select state::text from notifications where template = 'mail-test' order by created_at desc limit 1) as mail,
         (select count(*)::float8 from (select from children limit 1000) as counted) as children`,
      [today, kinds],
    ),
  ])
  const row = rowAt({ rows, place: 0 })
  const counted = <Name extends string>(names: Record<Name, string>, held: Partial<Record<Name, number>> | null) =>
    Object.fromEntries((Object.keys(names) as Name[]).map((name) => [name, held?.[name] ?? 0])) as Record<Name, number>
  return {
    settingsStored: row.stored,
    canBeReached: canBeReached(settings),
    invited: row.invited,
    entered: row.entered,
    roles: counted(ROLES, row.roles),
    designations: counted(DESIGNATIONS, row.designations),
    documents: { needed: kinds.length, drafted: row.drafted, adopted: row.adopted },
    mailTest:
      row.mail === null ? 'none' : row.mail === 'sent' ? 'sent' : row.mail === 'failed' ? 'failed' : 'on-its-way',
    children: row.children,
  }
}

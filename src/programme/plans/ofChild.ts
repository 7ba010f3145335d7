import type { CalendarDate } from '../../core/clock/londonDates.ts'
import type { Query } from '../../core/database/query.ts'
import type { PlanPartKind } from './rules.ts'

/** A child's plan as the committee reads it. */
export type PlanOfChild = {
  plan:
    | {
        id: string
        madeOn: CalendarDate
        childTookPart: boolean
        childsWords: string | null
        summary: string | null
        madeWith: string[]
      }
    | undefined
  parts: Array<{
    id: string
    kind: PlanPartKind
    title: string
    withWhom: string | null
    from: CalendarDate
    until: CalendarDate | null
    state: 'planned' | 'going-on' | 'done' | 'dropped'
  }>
  barriers: Array<{
    id: string
    what: string
    remedy: 'money' | 'support' | 'both'
    remedyWords: string
    status: 'open' | 'removed'
  }>
}

/** A child's newest plan with its parts and barriers, what stands first; for those alone who may read them. */
export const planOfChild = async ({ query, childId }: { query: Query; childId: string }): Promise<PlanOfChild> => {
  const [plan] = await query<NonNullable<PlanOfChild['plan']>>(
    `select p.id, p.made_on as "madeOn", coalesce(p.child_took_part, false) as "childTookPart", p.childs_words as "childsWords", p.summary,
       coalesce((select json_agg(coalesce(g.name, k.name || ', ' || k.role) order by r.path desc, r."order") from plans_rels r left join guardians g on g.id = r.guardians_id left join key_workers k on k.id = r.key_workers_id where r.parent_id = p.id), '[]')::jsonb
         || case when coalesce(p.others_took_part, '') <> '' then jsonb_build_array(p.others_took_part) else '[]' end as "madeWith"
     from plans p where p.child_id = $1 order by p.made_on desc, p.created_at desc limit 1`,
    [childId],
  )
  const parts = await query<PlanOfChild['parts'][number]>(
    `select id, kind::text as kind, title, with_whom as "withWhom", "from", "until", state::text as state from plan_parts where child_id = $1
     order by state in ('done', 'dropped'), "from" desc, created_at limit 50`,
    [childId],
  )
  const barriers = await query<PlanOfChild['barriers'][number]>(
    `select id, what, remedy::text as remedy, remedy_words as "remedyWords", status::text as status from barriers where child_id = $1 order by status = 'removed', created_at limit 50`,
    [childId],
  )
  return { plan, parts, barriers }
}

import type { Query } from '../../core/database/query.ts'
import type { Held } from '../../core/house/held.ts'
import { soughtPatterns } from '../../core/search/sought.ts'

/** Somebody who was found by name. */
export type Named = Held & { name: string }

/** Children and volunteers whose names hold what is typed, however it is written; a few. */
export const subjectsByName = ({ query, text }: { query: Query; text: string }): Promise<Named[]> =>
  query<Named>(
    `(select 'children' as collection, id::text as id, name from children where found_by like all ($1) order by name limit $2)
     union all (select 'volunteers' as collection, id::text as id, name from volunteers where found_by like all ($1) order by name limit $2)`,
    [soughtPatterns(text), AT_MOST],
  )

/** Accounts whose holders' names hold what is typed; a few. */
export const accountsByName = ({ query, text }: { query: Query; text: string }): Promise<Named[]> =>
  query<Named>(
    `select 'users' as collection, id::text as id, name from users where found_by like all ($1) order by name limit $2`,
    [soughtPatterns(text), AT_MOST],
  )

const AT_MOST = 8

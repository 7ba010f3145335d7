import type { Actor } from '../../core/access/actor.ts'
import { sqlScope } from '../../core/access/sqlScope.ts'
import type { Query } from '../../core/database/query.ts'
import { wordsOfText } from '../../core/richText/nodes.ts'
import { isFoundIn } from '../../core/search/sought.ts'
import { WORDS_ALIKE } from '../people/wordsAlike.ts'
import { mayReadGuidance } from './access.ts'

/** A guidance page as the portal shows it. */
export type GuidancePage = { id: string; title: string; address: string; status: 'draft' | 'published'; text: unknown }

type Asking = { query: Query; actor: Actor }

const COLUMNS = 'g.id, g.title, g.address, g.status::text as status, g.text'

/** The published pages in which all that is asked for is found, in their order; all of them where nothing is asked. */
export const publishedPages = async ({
  query,
  actor,
  asked = '',
}: Asking & { asked?: string }): Promise<GuidancePage[]> => {
  const values: unknown[] = []
  const scope = sqlScope({ scope: mayReadGuidance(actor), columns: { status: 'g.status' }, values })
  const pages = await query<GuidancePage>(
    `select ${COLUMNS} from guidance_pages g where g.status = 'published' and ${scope} order by g.place, lower(g.title) limit 200`,
    values,
  )
  return pages.filter(({ title, text }) =>
    isFoundIn({ asked, said: `${title} ${wordsOfText(text)}`, alike: WORDS_ALIKE }),
  )
}

/** One page by its address, a draft too where this person may read it; undefined otherwise. */
export const guidancePage = async ({
  query,
  actor,
  address,
}: Asking & { address: string }): Promise<GuidancePage | undefined> => {
  const values: unknown[] = [address]
  const scope = sqlScope({ scope: mayReadGuidance(actor), columns: { status: 'g.status' }, values })
  return (
    await query<GuidancePage>(`select ${COLUMNS} from guidance_pages g where g.address = $1 and ${scope}`, values)
  )[0]
}

/** The names of the values in use, in their order: what can be ticked on a log [LOG-5]. */
export const valuesInUse = async ({ query }: { query: Query }): Promise<string[]> =>
  (
    await query<{ name: string }>(
      'select name from programme_values where coalesce(in_use, false) order by place, lower(name) limit 100',
    )
  ).map(({ name }) => name)

/** The values in use under their headings, in their order. */
export const valuesByHeading = async ({
  query,
}: {
  query: Query
}): Promise<Array<{ heading: string; names: string[] }>> =>
  query(
    'select heading, json_agg(name order by place, lower(name)) as names from programme_values where coalesce(in_use, false) group by heading order by min(place), lower(heading)',
  )

import { randomUUID } from 'node:crypto'
import { insertRows } from '../../src/core/database/insertRows.ts'
import type { Query } from '../../src/core/database/query.ts'

const stamp = { created_at: '2025-09-01T09:00:00Z', updated_at: '2025-09-01T09:00:00Z', row_version: 1 }

/** The id of a kind of place, by its name. */
export const aCategory = async ({ query, name = 'Sports' }: { query: Query; name?: string }): Promise<string> => {
  const [found] = await query<{ id: string }>('select id from directory_categories where name = $1', [name])
  if (!found) throw new Error(`There is no kind of place “${name}”.`)
  return found.id
}

/**
 * A place in the directory: free, for any age, checked on 1 February 2026 unless told. `more` takes columns of the
 * table.
 */
export const aPlace = async ({
  query,
  organisation = 'The Invented Climbing Wall',
  category = 'Sports',
  more = {},
}: {
  query: Query
  organisation?: string
  category?: string
  more?: Record<string, unknown>
}): Promise<string> => {
  const id = randomUUID()
  await insertRows({
    query,
    collection: 'directory-entries',
    rows: [
      {
        id,
        organisation,
        category_id: await aCategory({ query, name: category }),
        cost: 'free',
        checked_on: '2026-02-01',
        is_private_person: false,
        status: 'listed',
        ...stamp,
        ...more,
      },
    ],
  })
  return id
}

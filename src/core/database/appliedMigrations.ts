import type { Query } from './query.ts'

/** The names of the migrations that a database has had; none where it is empty. */
export const appliedMigrations = async ({ query }: { query: Query }): Promise<string[]> => {
  const [found] = await query<{ there: boolean }>(
    "select to_regclass('public.payload_migrations') is not null as there",
  )
  if (!found?.there) return []
  return (await query<{ name: string }>('select name from payload_migrations order by name')).map(({ name }) => name)
}

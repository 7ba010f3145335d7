import pg from 'pg'

/**
 * Each meeting, log and reading so many times more, further and further back, under the same children and volunteers.
 */
export const withLongHistory =
  ({ times, weeks }: { times: number; weeks: number }) =>
  async ({ superuserUrl }: { superuserUrl: string }): Promise<void> => {
    const client = new pg.Client({ connectionString: superuserUrl })
    await client.connect()
    try {
      // Only the superuser may: no trigger runs and no link is checked, which is most of the work of so many rows.
      await client.query('set session_replication_role = replica; set synchronous_commit = off')
      const indexes = await slowIndexes(client)
      for (const { name } of indexes) await client.query(`drop index "${name}"`)
      const back = `make_interval(days => ${7 * weeks} * nth)`
      const at = (column: string): Record<string, string> => ({ [column]: `old."${column}" - ${back}` })
      const copied = (column: string): Record<string, string> => ({
        [column]: `md5(old."${column}"::text || nth)::uuid`,
      })
      const stamps = { ...at('created_at'), ...at('updated_at') }
      for (const [table, changes] of [
        ['meetings', { ...copied('id'), ...at('starts_at'), ...at('confirmed_at'), ...stamps }],
        [
          'session_logs',
          {
            ...copied('id'),
            ...copied('meeting_id'),
            held_on: `to_char(old.held_on::date - ${back}, 'YYYY-MM-DD')`,
            ...at('submitted_at'),
            ...stamps,
          },
        ],
        ['log_readings', { ...copied('id'), ...copied('log_id'), ...stamps }],
      ] as const)
        await client.query(await copying({ client, table, changes, times }))
      for (const { definition } of indexes) await client.query(definition)
    } finally {
      await client.end()
    }
  }

/** Indexes are quicker made at the end than kept up with every row. Those behind a constraint stay. */
const slowIndexes = async (client: pg.Client): Promise<Array<{ name: string; definition: string }>> =>
  (
    await client.query<{ name: string; definition: string }>(
      `select indexname as name, indexdef as definition from pg_indexes
       where schemaname = 'public' and tablename in ('meetings', 'session_logs', 'log_readings') and indexname not in (select conname from pg_constraint)`,
    )
  ).rows

const copying = async ({
  client,
  table,
  changes,
  times,
}: {
  client: pg.Client
  table: string
  changes: Readonly<Record<string, string>>
  times: number
}): Promise<string> => {
  const { rows } = await client.query<{ column_name: string }>(
    "select column_name from information_schema.columns where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'",
    [table],
  )
  const columns = rows.map(({ column_name: name }) => name)
  const history = table === 'meetings' ? "where old.status = 'held'" : ''
  return `insert into ${table} (${columns.map((name) => `"${name}"`).join(', ')})
    select ${columns.map((name) => changes[name] ?? `old."${name}"`).join(', ')} from ${table} old cross join generate_series(1, ${times}) as nth ${history}`
}

import pg from 'pg'

/** The address of a database on this machine's PostgreSQL, as `pg` and Payload take it. */
export const databaseUrl = ({
  port,
  user,
  password,
  database,
}: {
  port: number
  user: string
  password: string
  database: string
}): string =>
  `postgres://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${port}/${encodeURIComponent(database)}`

/** Connects, works and disconnects, whatever happens. Waits at most five seconds for the connection. */
export const withConnection = async <T>({
  url,
  work,
}: {
  url: string
  work: (client: pg.Client) => Promise<T>
}): Promise<T> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  // PostgreSQL may go away between two statements; the statement itself then fails and says so.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

import pg from 'pg'
import { databaseUrl, withConnection } from './connection.ts'

/** The names in the database that the program keeps for itself. */
export const databaseNames = {
  database: 'mentoring',
  owner: 'mentoring_owner',
  application: 'mentoring_application',
  web: 'mentoring_web',
} as const

/**
 * Makes, where missing, the owner's role (migrates), the application's group, the login that is a member of it, and a
 * database that the owner owns. The application owns nothing; what it may touch, the migrations grant to the group.
 * Passwords are set each time, so that a restored cluster takes the ones we know. `database` names another one for
 * tests.
 */
export const prepareDatabase = async ({
  superuserUrl,
  port,
  ownerPassword,
  webPassword,
  database = databaseNames.database,
}: {
  superuserUrl: (database?: string) => string
  port: number
  ownerPassword: string
  webPassword: string
  database?: string
}): Promise<{ ownerUrl: string; applicationUrl: string }> => {
  await withConnection({
    url: superuserUrl(),
    work: (client) => makeRoles({ client, ownerPassword, webPassword, database }),
  })
  await withConnection({
    url: superuserUrl(database),
    work: (client) => client.query('revoke create on schema public from public'),
  })
  return {
    ownerUrl: databaseUrl({ port, user: databaseNames.owner, password: ownerPassword, database }),
    applicationUrl: databaseUrl({ port, user: databaseNames.web, password: webPassword, database }),
  }
}

const makeRoles = async ({
  client,
  ownerPassword,
  webPassword,
  database,
}: {
  client: pg.Client
  ownerPassword: string
  webPassword: string
  database: string
}): Promise<void> => {
  const { owner, application, web } = databaseNames
  const { rows: roles } = await client.query<{ rolname: string }>('select rolname from pg_roles')
  const present = new Set(roles.map(({ rolname }) => rolname))
  for (const role of [owner, application, web]) if (!present.has(role)) await client.query(`create role ${role}`)
  await client.query(`alter role ${owner} login createrole password ${pg.escapeLiteral(ownerPassword)}`)
  await client.query(`alter role ${web} login password ${pg.escapeLiteral(webPassword)}`)
  // The login has the group's rights without acting as it; the owner may hand out membership without having its rights.
  await client.query(`grant ${application} to ${web} with inherit true, set false`)
  await client.query(`grant ${application} to ${owner} with admin true, inherit false, set false`)

  const name = pg.escapeIdentifier(database)
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database])
  if (rowCount === 0) await client.query(`create database ${name} owner ${owner}`)
  await client.query(`revoke all on database ${name} from public`)
  await client.query(`grant connect on database ${name} to ${application}`)
}

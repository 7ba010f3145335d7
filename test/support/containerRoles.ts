import { readFile } from 'node:fs/promises'
import pg from 'pg'
import type { Cluster } from '../../src/local/database/cluster.ts'
import { databaseUrl } from '../../src/local/database/connection.ts'

/** The addresses of the database that docker/createRoles.sh makes, for its owner and for the programme. */
export type ContainerDatabase = { ownerUrl: string; webUrl: string }

/** Makes in a cluster what docker/createRoles.sh makes in its container, by the statements of that file. */
export const makeContainerRoles = async ({
  cluster,
  ownerPassword,
  webPassword,
}: {
  cluster: Cluster
  ownerPassword: string
  webPassword: string
}): Promise<ContainerDatabase> => {
  const [, script = ''] =
    /<<'SQL'\n([\s\S]*?)\nSQL\n/.exec(
      await readFile(new URL('../../docker/createRoles.sh', import.meta.url), 'utf8'),
    ) ?? []
  let client = new pg.Client({ connectionString: cluster.superuserUrl() })
  await client.connect()
  for (const line of script.split('\n')) {
    const [, database] = /^\\connect (\w+)$/.exec(line) ?? []
    if (database === undefined) {
      await client.query(
        line.replace(":'owner_password'", `'${ownerPassword}'`).replace(":'web_password'", `'${webPassword}'`),
      )
      continue
    }
    await client.end()
    client = new pg.Client({ connectionString: cluster.superuserUrl(database) })
    await client.connect()
  }
  await client.end()
  const address = (user: string, password: string): string =>
    databaseUrl({ port: cluster.port(), user, password, database: 'mentoring' })
  return { ownerUrl: address('mentoring_owner', ownerPassword), webUrl: address('mentoring_web', webPassword) }
}

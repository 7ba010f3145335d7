import { join } from 'node:path'
import { databaseUrl } from './connection.ts'
import { readCredentials } from './credentials.ts'
import { databaseNames } from './roles.ts'

/**
 * The database that a command works on, as the application's role: that of DATABASE_URL, or the one of `npm start` in
 * this folder; undefined where there is neither.
 */
export const applicationDatabase = async ({
  projectDirectory,
}: {
  projectDirectory: string
}): Promise<string | undefined> => {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL
  const embedded = await readCredentials({
    dataDirectory: process.env.DATA_DIRECTORY ?? join(projectDirectory, '.data'),
  })
  return (
    embedded &&
    databaseUrl({
      port: embedded.port,
      user: databaseNames.web,
      password: embedded.webPassword,
      database: databaseNames.database,
    })
  )
}

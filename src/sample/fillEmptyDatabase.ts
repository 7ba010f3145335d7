import { insertRows } from '../core/database/insertRows.ts'
import { digestPassword } from '../programme/people/signIn/passwords.ts'
import pg from 'pg'
import { SAMPLE_PASSWORD } from './people.ts'
import { sampleProgramme, type SampleSize } from './sampleProgramme.ts'

/**
 * Puts the sample programme into a database that holds nobody yet, all of it or nothing, and tells whether it did. A
 * database that holds anything else is never touched.
 */
export const fillEmptyDatabase = async ({
  applicationUrl,
  now,
  size,
}: {
  applicationUrl: string
  now: Date
  size: SampleSize
}): Promise<boolean> => {
  const client = new pg.Client({ connectionString: applicationUrl })
  client.on('error', () => undefined)
  await client.connect()
  const query = async <Row extends Record<string, unknown>>(
    text: string,
    values: readonly unknown[] = [],
  ): Promise<Row[]> => (await client.query<Row>(text, [...values])).rows
  try {
    await client.query('begin')
    await client.query('lock table users in share row exclusive mode')
    const [found] = await query<{ occupied: boolean }>(
      'select exists (select from users) or exists (select from children) or exists (select from audit_events) as occupied',
    )
    if (found?.occupied) {
      await client.query('rollback')
      return false
    }
    const passwordDigest = await digestPassword(SAMPLE_PASSWORD)
    for (const { collection, rows } of sampleProgramme({ now, size, passwordDigest }))
      await insertRows({ query, collection, rows })
    const { command } = await client.query('commit')
    if (command !== 'COMMIT') throw new Error('The sample programme could not be stored.')
    return true
  } finally {
    await client.end()
  }
}

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import pg from 'pg'
import { checkDatabaseIsSafe } from '../../../src/core/env/databaseChecks.ts'
import { databaseForFile, rowsOf, type TestDatabase } from '../../support/database.ts'
import { startOwnCluster, type OwnCluster } from '../../support/postgresFaults.ts'

const complaints = async ({ url, settings }: { url: string; settings?: string }): Promise<string[]> => {
  const client = new pg.Client({ connectionString: url, options: settings })
  await client.connect()
  try {
    await checkDatabaseIsSafe({ query: async <Row>(text: string) => (await client.query(text)).rows as Row[] })
    return []
  } catch (problem) {
    return (problem as Error).message.split('\n').slice(1)
  } finally {
    await client.end()
  }
}

describe('a PostgreSQL as a charity should run it', () => {
  let own: OwnCluster
  beforeAll(async () => {
    own = await startOwnCluster()
  })
  afterAll(async () => {
    await own.dispose()
  })

  test('is safe for the role that owns nothing', async () => {
    expect(await complaints({ url: own.applicationUrl })).toEqual([])
  })

  test('is not safe for the superuser', async () => {
    expect(await complaints({ url: own.superuserUrl })).toEqual([expect.stringMatching(/signs in as a superuser/)])
  })

  test('is not safe for the owner, who is told each thing owned', async () => {
    const told = await complaints({ url: own.ownerUrl })
    expect(told).toContainEqual(expect.stringMatching(/owns tables/))
    expect(told).toContainEqual(expect.stringMatching(/owns the database/))
  })

  test('is not safe for a role that may act for the owner or for a superuser', async () => {
    const { username: owner } = new URL(own.ownerUrl)
    const { username: application } = new URL(own.applicationUrl)
    await rowsOf({ url: own.superuserUrl, statement: `grant ${owner} to ${application}` })
    expect(await complaints({ url: own.applicationUrl })).toContainEqual(expect.stringMatching(/owns tables/))
    await rowsOf({ url: own.superuserUrl, statement: `revoke ${owner} from ${application}` })
    await rowsOf({ url: own.superuserUrl, statement: `grant ${new URL(own.superuserUrl).username} to ${application}` })
    expect(await complaints({ url: own.applicationUrl })).toEqual([expect.stringMatching(/superuser/)])
    await rowsOf({
      url: own.superuserUrl,
      statement: `revoke ${new URL(own.superuserUrl).username} from ${application}`,
    })
  })

  test.each([
    ['bypassrls', /may pass over row security/],
    ['createrole', /may make other roles/],
  ])('is not safe for a role with %s', async (right, sentence) => {
    const { username: application } = new URL(own.applicationUrl)
    await rowsOf({ url: own.superuserUrl, statement: `alter role ${application} ${right}` })
    expect(await complaints({ url: own.applicationUrl })).toEqual([expect.stringMatching(sentence)])
    await rowsOf({ url: own.superuserUrl, statement: `alter role ${application} no${right}` })
  })

  test('is not safe where the connection need not wait for the disk', async () => {
    expect(await complaints({ url: own.applicationUrl, settings: '-c synchronous_commit=off' })).toEqual([
      expect.stringMatching(/synchronous_commit=off/),
    ])
  })
})

describe('the throw-away PostgreSQL of a test run', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await databaseForFile()
  })

  test('forgets what a power cut interrupts, and each such setting is told', async () => {
    const settings = await rowsOf<{ name: string }>({
      url: database.applicationUrl,
      statement: `select name from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off' order by name`,
    })
    const told = await complaints({ url: database.applicationUrl })
    expect(told.map((sentence) => /(\w+)=off/.exec(sentence)?.[1]).sort()).toEqual(settings.map(({ name }) => name))
    expect(told.length).toBeGreaterThan(0)
  })
})

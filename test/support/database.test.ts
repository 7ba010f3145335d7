import { expect, test } from '@jest/globals'
import pg from 'pg'
import { databaseForFile, rowsOf } from './database.ts'

test('every database is a copy of the migrated template, apart from the others', async () => {
  const [one, other] = await Promise.all([databaseForFile(), databaseForFile()])
  await rowsOf({ url: one.ownerUrl, statement: 'create table only_here (id int)' })
  const tables = 'select table_schema from information_schema.tables where table_name = $1'
  expect(await rowsOf({ url: one.ownerUrl, statement: tables, values: ['only_here'] })).toHaveLength(1)
  expect(await rowsOf({ url: other.ownerUrl, statement: tables, values: ['only_here'] })).toHaveLength(0)
  expect(
    await rowsOf({
      url: other.ownerUrl,
      statement: 'select nspname from pg_namespace where nspname = $1',
      values: ['graphile_worker'],
    }),
  ).toHaveLength(1)
})

test('the application signs in as a member of the group that owns nothing', async () => {
  const { applicationUrl, ownerUrl, superuserUrl, name } = await databaseForFile()
  const [found] = await rowsOf({
    url: applicationUrl,
    statement: `select current_user as user, current_database() as database, pg_has_role('mentoring_application', 'usage') as in_group,
      exists (select from pg_class where pg_has_role(relowner, 'usage') and relnamespace = 'public'::regnamespace) as owns`,
  })
  expect(found).toEqual({ user: 'mentoring_web', database: name, in_group: true, owns: false })
  await expect(rowsOf({ url: applicationUrl, statement: 'create table stolen (id int)' })).rejects.toThrow(
    'permission denied for schema public',
  )
  expect(await rowsOf({ url: ownerUrl, statement: 'select current_user as user' })).toEqual([
    { user: 'mentoring_owner' },
  ])
  expect(
    await rowsOf({ url: superuserUrl, statement: 'select rolsuper from pg_roles where rolname = current_user' }),
  ).toEqual([{ rolsuper: true }])
})

test('a database that this file uses stays while it makes further ones', async () => {
  const first = await databaseForFile()
  const client = new pg.Client({ connectionString: first.applicationUrl })
  await client.connect()
  await databaseForFile()
  expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await client.end()
  await databaseForFile()
  expect(await rowsOf({ url: first.applicationUrl, statement: 'select 1 as one' })).toEqual([{ one: 1 }])
})

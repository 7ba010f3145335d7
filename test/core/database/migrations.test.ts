import { beforeAll, expect, test } from '@jest/globals'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrations } from '../../../migrations/index.ts'
import { applyMigrations, type Migration } from '../../../src/core/database/migrate.ts'
import { migrateDatabase } from '../../../src/core/database/migrateDatabase.ts'
import { withConnection } from '../../../src/local/database/connection.ts'
import { catalogueOf } from '../../support/catalogue.ts'
import { databaseForFile, rowsOf } from '../../support/database.ts'

let ownerUrl: string
beforeAll(async () => {
  ;({ ownerUrl } = await databaseForFile({ isEmpty: true }))
})

const take = (step: (args: never) => Promise<void>): Promise<void> =>
  withConnection({
    url: ownerUrl,
    work: async (client) => {
      await client.query('begin')
      await step({ db: drizzle({ client }) } as never)
      await client.query('commit')
    },
  })

test('up from nothing, down to nothing and up again: each way back leaves what was there before, and the second way up what the first left', async () => {
  const names = migrations.map(({ name }) => name)
  expect(names).toEqual([...names].sort())
  const before: { migration: Migration; catalogue: string[] }[] = []
  for (const migration of migrations) {
    before.push({ migration, catalogue: await catalogueOf({ url: ownerUrl }) })
    expect(await applyMigrations({ ownerUrl, migrations: migrations.slice(0, before.length) })).toEqual([
      migration.name,
    ])
  }
  const whole = await catalogueOf({ url: ownerUrl })
  expect(whole.filter((line) => line.startsWith('trigger ')).length).toBeGreaterThan(50)
  expect(before[0]?.catalogue.filter((line) => !line.startsWith('schema '))).toEqual([])

  for (const { migration, catalogue } of before.toReversed()) {
    await take(migration.down)
    expect({ after: migration.name, left: await catalogueOf({ url: ownerUrl }) }).toEqual({
      after: migration.name,
      left: catalogue,
    })
  }

  expect(await applyMigrations({ ownerUrl, migrations })).toEqual(names)
  expect(await catalogueOf({ url: ownerUrl })).toEqual(whole)
})

test('a database that an earlier version made is refused in one sentence and left as it is; one that a newer version made is not', async () => {
  await rowsOf({ url: ownerUrl, statement: "insert into payload_migrations (name) values ('29991231_000000_later')" })
  expect(await migrateDatabase({ ownerUrl })).toEqual([])
  await rowsOf({
    url: ownerUrl,
    statement: `update payload_migrations set name = '20261123_191548_initial' where name = '${String(migrations[0]?.name)}'`,
  })
  const found = await catalogueOf({ url: ownerUrl })
  await expect(migrateDatabase({ ownerUrl })).rejects.toThrow(
    /^The database was made by an earlier version of the programme, from which nothing leads to this one: move or delete the \.data folder [^.]+\.$/,
  )
  expect(await catalogueOf({ url: ownerUrl })).toEqual(found)
})

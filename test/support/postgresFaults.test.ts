import { afterAll, beforeAll, expect, test } from '@jest/globals'
import pg from 'pg'
import { rowsOf } from './database.ts'
import { startFaultProxy } from './faultProxy.ts'
import {
  keepKillingBackends,
  killBackends,
  restartImmediately,
  startOwnCluster,
  type OwnCluster,
} from './postgresFaults.ts'
import { waitUntil } from './waitUntil.ts'

let own: OwnCluster

beforeAll(async () => {
  own = await startOwnCluster({ extraSettings: { max_connections: '30' } })
  await rowsOf({ url: own.ownerUrl, statement: 'create table written (id int primary key)' })
})
afterAll(async () => {
  await own.dispose()
})

const connected = async (url: string): Promise<{ client: pg.Client; lost: () => boolean }> => {
  const client = new pg.Client({ connectionString: url })
  let lost = false
  client.on('error', () => (lost = true))
  await client.connect()
  return { client, lost: () => lost }
}

test('ends the connections of the application and of nobody else', async () => {
  const [web, owner] = [await connected(own.applicationUrl), await connected(own.ownerUrl)]
  expect(await killBackends(own)).toBe(1)
  await waitUntil({ what: 'the loss', holds: web.lost })
  expect((await owner.client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  expect(await killBackends({ ...own, role: 'mentoring_owner' })).toBe(1)
  await waitUntil({ what: 'the loss', holds: owner.lost })
})

test('goes on ending them until it is stopped', async () => {
  const killing = keepKillingBackends({ superuserUrl: own.superuserUrl, everyMilliseconds: 10 })
  while (killing.killed() < 3) {
    const { client } = await connected(own.applicationUrl).catch(() => ({ client: undefined }))
    await client?.query('select pg_sleep(0.2)').catch(() => undefined)
  }
  expect(await killing.stop()).toBeGreaterThanOrEqual(3)
  const { client } = await connected(own.applicationUrl)
  await client.query('select pg_sleep(0.1)')
  await client.end()
})

test('an immediate restart loses nothing that was committed and everything that was not', async () => {
  const { client, lost } = await connected(own.ownerUrl)
  await client.query('insert into written values (1)')
  await client.query('begin')
  await client.query('insert into written values (2)')
  await restartImmediately(own.cluster)
  await waitUntil({ what: 'the loss', holds: lost })
  expect(await rowsOf({ url: own.ownerUrl, statement: 'select id from written' })).toEqual([{ id: 1 }])
})

test('a COMMIT whose answer is cut off on the way back has happened all the same', async () => {
  const proxy = await startFaultProxy({ targetPort: own.cluster.port() })
  const { client } = await connected(proxy.through(own.ownerUrl))
  await client.query('begin')
  await client.query('insert into written values (3)')
  const cut = proxy.cutNext({ direction: 'to-server', at: { words: 'commit' }, deliver: true })
  await expect(client.query('commit')).rejects.toThrow()
  await cut
  await waitUntil({
    what: 'the row',
    holds: async () =>
      (await rowsOf({ url: own.ownerUrl, statement: 'select id from written where id = 3' })).length === 1,
  })
  await proxy.stop()
})

// The disk fills up under PostgreSQL: people are told, what can be read is read, it heals by itself, and nothing is
// damaged.
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmod, chown, mkdir, mkdtemp, open, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterEach, expect, test } from '@jest/globals'
import { verifyAudit } from '../../src/core/audit/verify.ts'
import type { Query } from '../../src/core/database/query.ts'
import { withConnection } from '../../src/local/database/connection.ts'
import { systemCode } from '../../src/local/systemError.ts'
import { rowsOf } from '../support/database.ts'
import { freeTimes } from '../support/freeTimes.ts'
import { aMatchedPair, meetingFields } from '../support/people.ts'
import { startOwnCluster, type OwnCluster } from '../support/postgresFaults.ts'
import { cookieFor, startProgrammeServer, type Answer, type ProgrammeServer } from '../support/programmeServer.ts'
import { waitUntil } from '../support/waitUntil.ts'

const run = promisify(execFile)

/** A disk that can be filled to the last byte and emptied again. */
type SmallDisk = { folder: string; fill: () => Promise<void>; empty: () => Promise<void>; remove: () => Promise<void> }

/** A disk of its own, as small as wanted. Undefined where this machine does not let us make one. */
const smallDisk = async (megabytes: number): Promise<SmallDisk | undefined> => {
  const folder = await mkdtemp(join(tmpdir(), 'mentoring-disk-'))
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'tmpfs', folder])
  } catch {
    await rm(folder, { recursive: true })
    return undefined
  }
  const filler = join(folder, 'filler')
  return {
    folder,
    fill: async () => {
      const file = await open(filler, 'w')
      const block = Buffer.alloc(65_536, 1)
      try {
        for (;;) await file.write(block)
      } catch (problem) {
        if (systemCode(problem) !== 'ENOSPC') throw problem
      } finally {
        await file.close()
      }
    },
    empty: () => rm(filler, { force: true }),
    remove: async () => {
      await run('umount', ['--lazy', folder])
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const probe = await smallDisk(1)
await probe?.remove()
const withSmallDisk = probe ? test : test.skip
if (!probe)
  process.stdout.write(
    'Skipped: this machine does not let us mount a small disk (tmpfs), so a full one cannot be tried.\n',
  )

const undo: Array<() => Promise<unknown>> = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

/** A server on a cluster, and a co-ordinator who proposes meetings through it and remembers which were acknowledged. */
const aProposer = async (
  own: OwnCluster,
): Promise<{
  server: ProgrammeServer
  query: Query
  acknowledged: string[]
  propose: () => Promise<Answer>
  cookie: string
  volunteerId: string
}> => {
  const query: Query = (text, values = []) => rowsOf({ url: own.ownerUrl, statement: text, values: [...values] })
  const pair = await aMatchedPair({ query })
  const cookie = await cookieFor({ query, userId: pair.coordinator })
  const server = await startProgrammeServer({ ...own, connections: 4 })
  undo.push(() => server.process.kill())
  const acknowledged: string[] = []
  const free = freeTimes()
  return {
    server,
    query,
    acknowledged,
    cookie,
    volunteerId: pair.volunteer.id,
    propose: async () => {
      const place = randomUUID()
      const answer = await server.api({
        path: '/meetings',
        cookie,
        body: meetingFields(pair, { place, startsAt: free().startsAt, minutes: 30 }),
      })
      if (answer.status === 201) acknowledged.push(place)
      return answer
    },
  }
}

/** The acknowledged proposals that are not there with their audit row and message. */
const missingAmong = ({ query, acknowledged }: { query: Query; acknowledged: readonly string[] }): Promise<unknown[]> =>
  query(
    `select place from json_array_elements_text($1::json) as place
     where (select count(*) from meetings m where m.place = place.value) <> 1
       or (select count(*) from audit_events e where e.detail->'place'->>'after' = place.value) <> 1
       or not exists (select from notifications n where n.details->>'place' = place.value)`,
    [JSON.stringify(acknowledged)],
  )

/** What PostgreSQL's own checks find wrong in the tables and indexes of the programme, by their every row. */
const damageIn = (superuserUrl: string): Promise<unknown[]> =>
  withConnection({
    url: superuserUrl,
    work: async (client) => {
      await client.query('create extension if not exists amcheck')
      const { rows } = await client.query<Record<string, unknown>>(
        `select c.relname, damage.* from pg_class c, lateral verify_heapam(c.oid) damage
         where c.relkind = 'r' and c.relnamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace)`,
      )
      await client.query(
        `select bt_index_check(c.oid, true) from pg_class c join pg_am a on a.oid = c.relam
         where c.relkind = 'i' and a.amname = 'btree' and c.relnamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace)`,
      )
      return rows
    },
  })

withSmallDisk(
  'when there is no room for more rows, people are told so, pages are read, and it heals by itself',
  async () => {
    const disk = await smallDisk(96)
    if (!disk) throw new Error('A small disk could be made a moment ago.')
    undo.push(disk.remove)
    const own = await startOwnCluster()
    undo.push(own.dispose)
    await moveTablesTo({ folder: disk.folder, own })
    const { server, query, acknowledged, propose, cookie, volunteerId } = await aProposer(own)
    for (let number = 0; number < 20; number += 1) expect((await propose()).status).toBe(201)

    await disk.fill()
    const refused: Answer[] = []
    for (let number = 0; number < 600 && refused.length < 40; number += 1) {
      const answer = await propose()
      if (answer.status !== 201) refused.push(answer)
    }
    expect(refused.length).toBe(40)
    for (const { status, json, milliseconds } of refused) {
      expect({ status, json }).toEqual({
        status: 503,
        json: {
          errors: [
            expect.objectContaining({
              rule: 'UNAVAILABLE',
              reason: expect.stringContaining('our records have no room left'),
            }),
          ],
        },
      })
      expect(milliseconds).toBeLessThan(12_000)
    }
    // What is shown without a row for the audit can be read all the while.
    const read = await server.api({ method: 'GET', path: `/volunteers/${volunteerId}`, cookie })
    expect(read).toMatchObject({ status: 200, json: { id: volunteerId } })

    await disk.empty()
    await waitUntil({ what: 'a proposal to be stored again', holds: async () => (await propose()).status === 201 })
    for (let number = 0; number < 20; number += 1) expect((await propose()).status).toBe(201)
    expect(await missingAmong({ query, acknowledged })).toEqual([])
    expect(await query('select count(*)::int as count from meetings')).toEqual([{ count: acknowledged.length }])
    expect((await verifyAudit({ query })).problem).toBeUndefined()
    expect(await damageIn(own.superuserUrl)).toEqual([])
    expect(server.process.isRunning()).toBe(true)
  },
  180_000,
)

/** Moves the programme's tables to another disk than the one on which PostgreSQL keeps its journal. */
const moveTablesTo = async ({ folder: disk, own }: { folder: string; own: OwnCluster }): Promise<void> => {
  await withConnection({
    url: own.cluster.superuserUrl(),
    work: async (client) => {
      const { rows } = await client.query<{ data_directory: string }>('show data_directory')
      const { uid, gid } = await stat(rows[0]?.data_directory ?? '')
      const folder = join(disk, 'tables')
      await mkdir(folder)
      await chown(folder, uid, gid)
      await client.query(`create tablespace elsewhere location '${folder}'`)
      await client.query('alter database mentoring set tablespace elsewhere')
    },
  })
}

withSmallDisk(
  'when there is no room for PostgreSQL’s own journal it goes down and loses nothing; with room again all is as it was',
  async () => {
    const disk = await smallDisk(400)
    if (!disk) throw new Error('A small disk could be made a moment ago.')
    undo.push(disk.remove)
    const own = await startOwnCluster({
      within: disk.folder,
      extraSettings: { min_wal_size: '32MB', max_wal_size: '32MB' },
    })
    undo.push(own.dispose)
    const roomy = await mkdtemp(join(tmpdir(), 'mentoring-tables-'))
    await chmod(roomy, 0o755)
    undo.push(() => rm(roomy, { recursive: true, force: true }))
    await moveTablesTo({ folder: roomy, own })
    const { server, query, acknowledged, propose } = await aProposer(own)
    for (let number = 0; number < 20; number += 1) expect((await propose()).status).toBe(201)

    await disk.fill()
    const refused: Answer[] = []
    for (let number = 0; number < 300 && refused.length < 60; number += 1) {
      // Sends PostgreSQL on to the next file of its journal, for which there is no room.
      await rowsOf({ url: own.superuserUrl, statement: 'select pg_switch_wal()' }).catch(() => undefined)
      const answer = await propose()
      if (answer.status !== 201) refused.push(answer)
      await pause(50)
    }
    expect(refused.length).toBe(60)
    expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([503]))

    await disk.empty()
    // What the next start of the programme does: it takes over a PostgreSQL that recovered, and starts one that gave
    // up.
    await own.cluster.start()
    await waitUntil({ what: 'a proposal to be stored again', holds: async () => (await propose()).status === 201 })
    expect(await missingAmong({ query, acknowledged })).toEqual([])
    expect((await verifyAudit({ query })).problem).toBeUndefined()
    expect(await damageIn(own.superuserUrl)).toEqual([])
    expect(server.process.isRunning()).toBe(true)
  },
  180_000,
)

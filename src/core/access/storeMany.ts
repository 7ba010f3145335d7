import { randomUUID } from 'node:crypto'
import type { CollectionSlug, SanitizedCollectionConfig } from 'payload'
import { sameValue } from '../audit/differences.ts'
import { systemClock } from '../clock/clock.ts'
import { insertRows } from '../database/insertRows.ts'
import { lockRecords, type LockTarget } from '../database/locks.ts'
import { tableOf } from '../database/query.ts'
import { queryOf } from '../database/transaction.ts'
import { notFoundError } from '../errors/problems.ts'
import { gatherEvents } from '../workflow/events.ts'
import { KNOWN_FACTS } from '../workflow/hooks.ts'
import type { Workflow } from '../workflow/workflow.ts'
import { configOf, follow, prepare, tidy, type Prepared, type Tidied } from './fieldSteps.ts'
import { workOf, type Work } from './work.ts'

/**
 * Stores many new records of one collection as the software itself, in the caller's transaction, and gives their ids in
 * the order of the records. Validation, rules, audit and effects are those of each alone; locks are taken in one pass,
 * facts loaded together where their kind can, rows written in one statement, and what several of them tell the areas
 * above is told once, when all are stored. The rules are asked of what was stored before, so that one record here must
 * not be what another's rule would ask about. Throws as a single save does; then nothing is stored.
 */
export const createMany = async ({
  work: { req },
  collection,
  records,
}: {
  work: Work
  collection: CollectionSlug
  records: ReadonlyArray<Record<string, unknown>>
}): Promise<string[]> => {
  if (records.length === 0) return []
  const config = configOf({ req, collection })
  const workflow = workflowOf(config)
  const query = queryOf(req)
  const completed: Array<Record<string, unknown>> = []
  for (const record of records) completed.push(workflow ? await workflow.completed({ query, record }) : { ...record })
  await lockRecords({ req, targets: inOneOrder(completed.map((record) => workflow?.lockPlanOf(record) ?? [])) })
  const events = gatherEvents()
  const tidied: Tidied[] = []
  for (const data of completed)
    tidied.push(
      await tidy({ req, config, data, before: {}, operation: 'create', id: randomUUID(), context: events.context }),
    )
  const known = (await workflow?.loadFacts({ work: workOf(req), records: tidied.map(({ data }) => data) })) ?? []
  const prepared: Prepared[] = []
  for (const [index, one] of tidied.entries()) {
    one.req.context[KNOWN_FACTS] = known[index]
    prepared.push(await prepare(one))
  }
  const columns = columnsOf(config)
  // By the clock by which Payload stamps every other record, and not when the transaction began: whoever waited for a
  // lock stores after whoever held it.
  const at = systemClock.now().toISOString()
  await insertRows({
    query,
    collection,
    rows: prepared.map(({ id, after }) => ({
      id,
      ...rowOf({ columns, fields: Object.keys(after), data: after }),
      created_at: at,
      updated_at: at,
    })),
  })
  for (const one of prepared) await follow(one)
  await events.tell(workOf(req))
  return prepared.map(({ id }) => id)
}

type Change = { id: string; data: Record<string, unknown> }
type Find = (ids: readonly string[]) => Promise<Array<Record<string, unknown> & { id: string }>>

/**
 * The same for changes of records that are there, each record once; `find` reads them. Throws a 404 when one is not
 * there.
 */
export const changeMany = async ({
  work: { req },
  collection,
  changes,
  find,
}: {
  work: Work
  collection: CollectionSlug
  changes: readonly Change[]
  find: Find
}): Promise<void> => {
  if (changes.length === 0) return
  const config = configOf({ req, collection })
  const workflow = workflowOf(config)
  const ids = changes.map(({ id }) => id)
  const concerned = workflow ? (await find(ids)).map((record) => workflow.lockPlanOf(record)) : []
  await lockRecords({ req, targets: [...inOneOrder(concerned), ...inOneOrder(ids.map((id) => [{ collection, id }]))] })
  const stored = new Map((await find(ids)).map((record) => [record.id, record]))
  const events = gatherEvents()
  const prepared: Prepared[] = []
  for (const { id, data } of changes) {
    const before = stored.get(id)
    if (!before) throw notFoundError()
    prepared.push(
      await prepare(
        await tidy({ req, config, data: { ...data }, before, operation: 'update', id, context: events.context }),
      ),
    )
  }
  const columns = columnsOf(config)
  const fields = [...columns.keys()].filter((field) =>
    prepared.some(({ before, after }) => !sameValue(before[field], after[field])),
  )
  const sets = rowNames({ columns, fields }).map((column) => `"${column}" = given."${column}"`)
  await queryOf(req)(
    `update "${tableOf(collection)}" stored set ${[...sets, 'updated_at = now()'].join(', ')} from json_populate_recordset(null::"${tableOf(collection)}", $1::json) given where stored.id = given.id`,
    [JSON.stringify(prepared.map(({ id, after }) => ({ id, ...rowOf({ columns, fields, data: after }) })))],
  )
  for (const one of prepared) await follow(one)
  await events.tell(workOf(req))
}

const workflowOf = ({ custom }: SanitizedCollectionConfig): Workflow | undefined =>
  custom?.workflow as Workflow | undefined

/**
 * Each lock once, those that stand first in their plans first, and of these the smaller id: two such passes never wait
 * in a circle.
 */
const inOneOrder = (plans: readonly LockTarget[][]): LockTarget[] => {
  const placed = plans.flatMap((plan) => plan.map((target, place) => ({ place, target })))
  const sorted = placed.sort((left, right) => left.place - right.place || (left.target.id < right.target.id ? -1 : 1))
  return [...new Map(sorted.map(({ target }) => [`${target.collection} ${target.id}`, target])).values()]
}

/** The column of each field. Throws for a collection that keeps something outside its own table. */
const columnsOf = ({ slug, flattenedFields }: SanitizedCollectionConfig): Map<string, string> =>
  new Map(
    flattenedFields
      .filter((field) => field.name !== 'id' && !('virtual' in field && field.virtual))
      .map((field) => {
        if (['array', 'blocks', 'group', 'tab'].includes(field.type) || ('hasMany' in field && field.hasMany))
          throw new Error(`“${field.name}” of ${slug} is kept in a table of its own; store its records one by one.`)
        const column = field.name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
        return [field.name, field.type === 'relationship' ? `${column}_id` : column] as const
      }),
  )

const rowNames = ({ columns, fields }: { columns: Map<string, string>; fields: readonly string[] }): string[] =>
  fields.flatMap((field) => columns.get(field) ?? [])

const rowOf = ({
  columns,
  fields,
  data,
}: {
  columns: Map<string, string>
  fields: readonly string[]
  data: Record<string, unknown>
}): Record<string, unknown> =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const column = columns.get(field)
      return column === undefined || data[field] === undefined ? [] : [[column, data[field]] as const]
    }),
  )

import type { CollectionBeforeOperationHook, Field } from 'payload'
import { sameValue } from '../audit/differences.ts'
import { tableOf } from '../database/query.ts'
import { lockRecords } from '../database/locks.ts'
import { queryOf } from '../database/transaction.ts'
import { badInputError, refusalError } from '../errors/problems.ts'
import { refused } from '../errors/refusal.ts'
import type { Workflow } from '../workflow/workflow.ts'
import { isEngineOnly } from './engineOnly.ts'
import { ROW_VERSION } from './rowVersion.ts'

/**
 * Stands before every operation of a collection: one record at a time, no copying, no unknown fields, no writing of fields
 * that only the software writes (said aloud with a 409, where Payload would drop them in silence), no ordering by another
 * record's field; and the records concerned are locked in the one order of the house before anything is read.
 */
export const guardOperation = ({ slug, fields, workflow }: { slug: string; fields: Field[]; workflow?: Workflow }): CollectionBeforeOperationHook => {
  const known = new Set([...fields.flatMap(namesOf), ...PAYLOADS_OWN])
  const protectedFields = fields.filter(isEngineOnly).flatMap(namesOf)
  return async ({ args, operation, req, overrideAccess }) => {
    const given = args as { id?: string; data?: Record<string, unknown>; sort?: string | string[]; duplicateFromID?: string; where?: unknown }
    if (operation === 'read') {
      if (!overrideAccess) refuseForeignSort(given.sort)
      return args
    }
    if (given.duplicateFromID) throw refusalError(oneAtATime('Records here are not copied.'))
    if (operation === 'update' || operation === 'delete') {
      if (!given.id) throw refusalError(oneAtATime('Records here are changed one at a time.'))
      const plan = workflow ? await workflow.lockPlan({ req, id: given.id }) : { before: [], after: [] }
      await lockRecords({ req, targets: [...plan.before, { collection: slug, id: given.id }, ...plan.after] })
    }
    if (operation === 'create' && workflow && given.data) {
      const { before, after } = workflow.lockPlanOf(given.data)
      await lockRecords({ req, targets: [...before, ...after] })
    }
    if (operation === 'restoreVersion' as string) throw refusalError(oneAtATime('Older versions here are not restored.'))
    if (given.data && !overrideAccess) {
      refuseUnknown({ data: given.data, known })
      await refuseProtected({ slug, id: given.id, data: given.data, protectedFields, fields, query: queryOf(req) })
    }
    return args
  }
}

const PAYLOADS_OWN = ['id', 'createdAt', 'updatedAt', '_status', ROW_VERSION]

const namesOf = (field: Field): string[] => {
  if ('name' in field && field.name && field.type !== 'ui') return [field.name]
  if (field.type === 'tabs') return field.tabs.flatMap((tab) => ('name' in tab && tab.name ? [tab.name] : tab.fields.flatMap(namesOf)))
  return 'fields' in field ? field.fields.flatMap(namesOf) : []
}

const oneAtATime = (reason: string) => refused({ rule: 'DOOR', reason, nextStep: 'Open the record and use the actions that it offers.' })

const refuseUnknown = ({ data, known }: { data: Record<string, unknown>; known: Set<string> }): void => {
  const unknown = Object.keys(data).filter((name) => !known.has(name))
  if (unknown.length > 0) throw badInputError({ reason: `This record has no field called ${unknown.slice(0, 5).map((name) => `“${name.slice(0, 40)}”`).join(', ')}.`, nextStep: 'Leave it out and send the rest again.' })
}

const refuseProtected = async ({ slug, id, data, protectedFields, fields, query }: { slug: string; id?: string; data: Record<string, unknown>; protectedFields: string[]; fields: Field[]; query: ReturnType<typeof queryOf> }): Promise<void> => {
  const sent = protectedFields.filter((name) => Object.hasOwn(data, name))
  if (sent.length === 0) return
  const stored = id ? (await query(`select * from "${tableOf(slug)}" where id = $1`, [id]))[0] : undefined
  const differing = sent.filter((name) => {
    const field = fields.find((candidate) => 'name' in candidate && candidate.name === name)
    const usual: unknown = field && 'defaultValue' in field ? field.defaultValue : undefined
    const current = stored ? columnOf({ row: stored, name, isRelation: field?.type === 'relationship' || field?.type === 'upload' }) : usual
    return !sameValue(related(data[name]), current)
  })
  if (differing.length > 0)
    throw refusalError(refused({ rule: 'STATE', reason: `“${differing.join('”, “')}” changes only through the actions of this record, so nothing was stored.`, nextStep: 'Use the record’s actions instead.' }))
}

const related = (value: unknown): unknown => (typeof value === 'object' && value !== null && 'id' in value ? value.id : value)

const columnOf = ({ row, name, isRelation }: { row: Record<string, unknown>; name: string; isRelation: boolean }): unknown => {
  const column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  const value = row[isRelation ? `${column}_id` : column]
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value
}

const refuseForeignSort = (sort: string | string[] | undefined): void => {
  const asked = Array.isArray(sort) ? sort : (sort ?? '').split(',')
  if (asked.some((path) => path.includes('.') || path.includes('__')))
    throw badInputError({ reason: 'A list cannot be ordered by a field of another record.', nextStep: 'Order it by one of its own fields.' })
}

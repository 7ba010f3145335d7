import type { CollectionSlug, PayloadRequest, SanitizedCollectionConfig } from 'payload'
import { systemClock } from '../clock/clock.ts'
import { notFoundError } from '../errors/problems.ts'
import type { RecordData } from '../workflow/workflow.ts'
import { configOf, follow, prepare, tidy } from './fieldSteps.ts'

/**
 * A record that this transaction has read after locking it, or after locking what everybody locks who changes it: so it
 * stands as read, and need not be read again. `whole` has also what is hidden from everybody.
 */
export type Held = { collection: CollectionSlug; id: string; record: RecordData; whole: RecordData }

type Place = { req: PayloadRequest; collection: CollectionSlug; id: string }

/** Reads a record that is held, as the software itself; undefined where it is not there. */
export const findHeld = async ({ req, collection, id }: Place): Promise<Held | undefined> => {
  const whole = (await req.payload.db.findOne({ collection, where: { id: { equals: id } }, req })) as RecordData | null
  if (!whole) return undefined
  return { collection, id, whole, record: shown({ config: configOf({ req, collection }), record: whole }) }
}

/** The same. Throws a 404 when it is not there. */
export const readHeld = async (place: Place): Promise<Held> => {
  const held = await findHeld(place)
  if (!held) throw notFoundError()
  return held
}

/**
 * Changes a record that is held, as the software itself, and gives it as it stands then: its fields are tidied and
 * validated and every hook runs, as for any other save, but nothing is locked or read once more. `context` is for its
 * own hooks.
 */
export const changeHeld = async ({
  req,
  held: { collection, id, whole },
  data,
  context,
}: {
  req: PayloadRequest
  held: Held
  data: Record<string, unknown>
  context: Readonly<Record<string, unknown>>
}): Promise<RecordData> => {
  const config = configOf({ req, collection })
  const tidied = await tidy({ req, config, data: { ...data }, before: whole, operation: 'update', id, context })
  const prepared = await prepare(tidied)
  const stored = (await req.payload.db.updateOne({
    collection,
    id,
    data: { ...prepared.after, updatedAt: systemClock.now().toISOString() },
    req,
  })) as RecordData
  const record = shown({ config, record: stored })
  await follow({ ...prepared, after: record })
  return record
}

/** A record as anybody may at most see it: what is hidden must not get into the audit or an answer. */
const shown = ({ config, record }: { config: SanitizedCollectionConfig; record: RecordData }): RecordData => {
  const hidden = new Set(
    config.flattenedFields.flatMap((field) => ('hidden' in field && field.hidden ? field.name : [])),
  )
  return Object.fromEntries(Object.entries(record).filter(([name]) => !hidden.has(name)))
}

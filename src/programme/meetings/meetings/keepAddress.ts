import { recordEvent } from '../../../core/audit/record.ts'
import { asSystem } from '../../../core/access/localApi.ts'
import type { Effect, RecordData } from '../../../core/workflow/workflow.ts'
import { AT_HOME, KEPT_APART, type MeetingFacts } from '../rules.ts'

/**
 * What a meeting itself keeps of its place: of a home that it is one, and nothing more. So no list, calendar, message
 * or file can tell the address [SAF-7, DAT-5].
 */
export const placeKept = ({ placeKind }: Pick<MeetingFacts, 'placeKind'>): Record<string, unknown> =>
  KEPT_APART.includes(placeKind) ? { place: AT_HOME } : {}

/**
 * Keeps the address that was given for a home apart, in the same transaction, and takes away what is no longer asked
 * for.
 */
export const keepAddress: Effect<MeetingFacts> = async ({ work, record, input }) => {
  const [kept] = await work.query<{ id: string }>('select id from meeting_addresses where meeting_id = $1', [record.id])
  const address = addressIn({ record, input })
  if (address === undefined) {
    if (kept && !KEPT_APART.includes(record.placeKind as MeetingFacts['placeKind']))
      await takeAway({ work, id: kept.id })
    return
  }
  const door = asSystem(work, { reason: 'the address of a home is kept apart from its meeting' })
  if (kept) await door.update({ collection: 'meeting-addresses', id: kept.id, data: { address } })
  else await door.create({ collection: 'meeting-addresses', data: { meeting: record.id, address } })
}

/**
 * The address that was typed: none for a public place, and none where a form sent back the words that stand for one.
 */
const addressIn = ({ record, input }: { record: RecordData; input: Record<string, unknown> }): string | undefined => {
  const typed = typeof input.place === 'string' ? input.place.trim() : ''
  return !KEPT_APART.includes(record.placeKind as MeetingFacts['placeKind']) ||
    typed.toLowerCase() === AT_HOME.toLowerCase()
    ? undefined
    : typed
}

const takeAway = async ({
  work,
  id,
}: {
  work: Parameters<Effect<MeetingFacts>>[0]['work']
  id: string
}): Promise<void> => {
  await work.query('delete from meeting_addresses where id = $1', [id])
  await recordEvent({
    work,
    event: {
      action: 'delete',
      collection: 'meeting-addresses',
      recordId: id,
      detail: { because: 'the meeting is in a public place now' },
    },
  })
}

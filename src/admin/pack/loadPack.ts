import type { CollectionSlug } from 'payload'
import { asUser } from '../../core/access/localApi.ts'
import type { Work } from '../../core/access/work.ts'
import { recordNamed } from '../../core/house/collections.ts'
import type { Held } from '../../core/house/held.ts'
import { queuesOf, recordShown } from '../../core/house/queues.ts'
import type { RecordData } from '../../core/workflow/workflow.ts'
import { areas, type QueueName } from '../../programme/house.ts'
import { actionForPerson, asksForRecord, type ActionForPerson } from '../actions/actionForPerson.ts'
import { whatWaits } from '../today/whatWaits.ts'

/** One thing to decide: what waits, the record with its version, and the steps that the person who looks may take. */
export type AgendaRow = {
  queue: QueueName
  row: unknown
  name: string
  record: Held
  rowVersion: number
  actions: ActionForPerson[]
}

/** A point of the agenda with what waits under it. */
export type AgendaItem = { queue: QueueName; title: string; rows: AgendaRow[]; hasMore: boolean }

/** How many things of a kind one meeting decides about. */
const DECIDED_AT_ONCE = 30

/**
 * The agenda of the committee's next meeting for one person: whatever the areas say is decided together, in their order,
 * with the very steps that each record offers this person and what stands in their way: who prepared something does not
 * decide it [ORG-1]. That the sensitive records are shown is recorded first [DAT-1].
 */
export const loadPack = async (work: Work): Promise<AgendaItem[]> => {
  const waits = await whatWaits({ work, names: ON_AGENDA, count: DECIDED_AT_ONCE })
  await recordShown({
    work,
    areas,
    rows: ON_AGENDA.flatMap((queue) => waits[queue].rows.map((row) => ({ queue, row }))),
  })
  return Promise.all(
    ON_AGENDA.filter((queue) => waits[queue].rows.length > 0).map(async (queue) => ({
      queue,
      title: waits[queue].title,
      hasMore: waits[queue].hasMore,
      rows: await Promise.all(waits[queue].rows.map((row) => agendaRow({ work, queue, row }))),
    })),
  )
}

const QUEUES = queuesOf(areas)

const ON_AGENDA = Object.entries(QUEUES)
  .flatMap(([name, { agenda }]) => (agenda ? [{ name: name as QueueName, place: agenda.place }] : []))
  .sort((one, other) => one.place - other.place)
  .map(({ name }) => name)

const agendaRow = async ({ work, queue, row }: { work: Work; queue: QueueName; row: unknown }): Promise<AgendaRow> => {
  const { agenda, subject } = QUEUES[queue] ?? {}
  if (!agenda || !subject) throw new Error(`${queue} is not on the agenda.`)
  const held = agenda.decides(row as never)
  const { workflow } = recordNamed({ areas, slug: held.collection }).custom
  const record: RecordData = await asUser(work).findById({ collection: held.collection as CollectionSlug, id: held.id })
  const offered = (await workflow?.offered({ work, record: { ...record, id: held.id } })) ?? []
  return {
    queue,
    row,
    name: subject(row as never).name,
    record: held,
    rowVersion: Number(record.rowVersion ?? 1),
    actions: offered
      .filter(({ input }) => !asksForRecord(input))
      .map((action) =>
        actionForPerson({ offered: action, ...(typeof record.child === 'string' ? { childId: record.child } : {}) }),
      ),
  }
}

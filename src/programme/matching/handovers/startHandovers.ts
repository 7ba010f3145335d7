import type { Actor } from '../../../core/access/actor.ts'
import { asSystem } from '../../../core/access/localApi.ts'
import { londonDate } from '../../../core/clock/londonDates.ts'
import { lockRecords } from '../../../core/database/locks.ts'
import type { EventHandler } from '../../../core/house/defineEvent.ts'
import { tellOfHandover } from '../messages.ts'

/**
 * A volunteer paused or left: the hand-over of every child whom they have begins, with a task for the committee contact
 * of each [VOL-11].
 */
export const startHandovers: EventHandler<{ volunteerId: string }> = async ({ work, event }) => {
  const matches = await work.query<{ id: string; child: string; contact: string }>(
    `select m.id, m.child_id as child, m.committee_contact_id as contact from matches m
     where m.volunteer_id = $1 and m.status = 'active' and not exists (select from handovers h where h.match_id = m.id and h.status in ('needed', 'begun')) order by m.child_id, m.id`,
    [event.volunteerId],
  )
  for (const { id, child, contact } of matches) {
    await lockRecords({ req: work.req, targets: [{ collection: 'children', id: child }] })
    // Whoever ends the match holds the child: it may have ended while this waited.
    if ((await work.query("select from matches where id = $1 and status = 'active'", [id])).length === 0) continue
    const before = work.req.context.actor
    work.req.context.actor = itself
    try {
      const handover = await asSystem({ ...work, actor: itself }, { reason: itself.reason }).create({
        collection: 'handovers',
        data: { match: id, child, contact, neededSince: londonDate(work.now) },
      })
      await tellOfHandover({ work, handoverId: handover.id, contact })
    } finally {
      work.req.context.actor = before
    }
  }
}

const itself = { kind: 'system', reason: 'a volunteer paused or left' } as const satisfies Actor

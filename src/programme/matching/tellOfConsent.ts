import { enqueueNotifications } from '../../core/notifications/enqueueNotification.ts'
import type { EventHandler } from '../../core/house/defineEvent.ts'
import type { AnyMessage } from '../../core/house/defineMessage.ts'

/** Which children are mentored, or are about to be, as a condition in SQL on a child's id. */
export const isMentored = (child: string): string =>
  `exists (select from matches m where m.child_id = ${child} and m.status in ('proposed', 'active'))`

/**
 * A consent was withdrawn or has ended: the volunteer who meets the child and the committee contact are told, in the
 * same transaction [CON-4, CON-5].
 */
export const tellOfConsentChange: EventHandler<{ childId: string; about: string; message: AnyMessage }> = async ({
  work,
  event,
}) => {
  const people = await work.query<{ id: string; match: string; isVolunteer: boolean }>(
    `select u.id, m.id as match, u.id = v.user_id as "isVolunteer" from matches m join volunteers v on v.id = m.volunteer_id join users u on u.id in (v.user_id, m.committee_contact_id) and u.standing = 'open'
     where m.child_id = $1 and m.status = 'active' order by u.id`,
    [event.childId],
  )
  const { childId, about, message } = event
  await enqueueNotifications({
    query: work.query,
    now: work.now,
    notifications: people.map(({ id, match, isVolunteer }) => ({
      message,
      recipient: { kind: 'user', id },
      subject: isVolunteer ? { collection: 'matches', record: match } : { collection: 'children', record: childId },
      dedupeKey: `${message.template}:${about}:${id}`,
    })),
  })
}

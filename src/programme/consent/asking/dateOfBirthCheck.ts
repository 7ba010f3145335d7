import type { Work } from '../../../core/access/work.ts'
import { recordEvent } from '../../../core/audit/record.ts'
import type { CalendarDate } from '../../../core/clock/londonDates.ts'
import { lockRecords } from '../../../core/database/locks.ts'
import { inTransaction } from '../../../core/database/transaction.ts'
import { tellOfWrongDates } from '../messages.ts'

/** After so many wrong dates of birth a link waits. */
const TRIES_BEFORE_WAITING = 5

/** How long it waits, in minutes. */
const WAITING_MINUTES = 30

/** After so many wrong dates with no right one between, the link is worthless until the co-ordinator sends another. */
export const MOST_WRONG_TRIES = 20

/** How a given date of birth was answered. */
export type DateOfBirthAnswer = { outcome: 'right' } | { outcome: 'wrong' } | { outcome: 'waiting'; minutes: number }

/**
 * Holds a date of birth against the child's, before anything about the child is shown: against links that reach the
 * wrong person, not as proof of who somebody is. Wrong tries are counted under the request's lock and committed, so
 * tries sent side by side count one by one. When the link begins to wait the co-ordinators are told: our date may be
 * wrong, or the link with somebody else. While the link waits, no date is looked at, not even the right one.
 */
export const checkDateOfBirth = ({
  work,
  requestId,
  given,
}: {
  work: Work
  requestId: string
  given: CalendarDate
}): Promise<DateOfBirthAnswer> =>
  inTransaction({
    req: work.req,
    work: async () => {
      await lockRecords({ req: work.req, targets: [{ collection: 'consent-requests', id: requestId }] })
      const [stored] = await work.query<{ bornOn: CalendarDate | null; wrongTries: number; lockedUntil: Date | null }>(
        'select c.born_on as "bornOn", r.wrong_tries::float8 as "wrongTries", r.locked_until as "lockedUntil" from consent_requests r join children c on c.id = r.child_id where r.id = $1',
        [requestId],
      )
      if (!stored) return { outcome: 'wrong' }
      const waiting = (stored.lockedUntil?.getTime() ?? 0) - work.now.getTime()
      if (waiting > 0) return { outcome: 'waiting', minutes: Math.ceil(waiting / 60_000) }
      const right = stored.bornOn !== null && stored.bornOn === given
      const wrongTries = right ? 0 : stored.wrongTries + 1
      const waits = !right && wrongTries % TRIES_BEFORE_WAITING === 0
      const lockedUntil = waits ? new Date(work.now.getTime() + WAITING_MINUTES * 60_000).toISOString() : null
      await work.query('update consent_requests set wrong_tries = $2, locked_until = $3 where id = $1', [
        requestId,
        wrongTries,
        lockedUntil,
      ])
      await recordEvent({
        work,
        event: {
          action: right ? 'open-link' : 'refuse-to-open-link',
          collection: 'consent-requests',
          recordId: requestId,
          detail: right ? {} : { wrongTries, lockedUntil },
        },
      })
      if (waits) await tellOfWrongDates({ work, requestId })
      if (right) return { outcome: 'right' }
      return waits ? { outcome: 'waiting', minutes: WAITING_MINUTES } : { outcome: 'wrong' }
    },
  })

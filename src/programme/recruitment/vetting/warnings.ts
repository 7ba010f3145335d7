import type { Work } from '../../../core/access/work.ts'
import { daysAfter, londonDate } from '../../../core/clock/londonDates.ts'
import { clearanceEndings, WARNED_DAYS_BEFORE, warningFor } from '../activity/endings.ts'
import { warnOfEnding } from '../messages.ts'

/**
 * Sends the warnings that are due today, 60, 30 and 7 days before something that clears a volunteer ends [VOL-6]. To be
 * run daily; a day that was missed is made up for by the warning that is due by then. Gives how many messages were new.
 */
export const warnOfEndings = async (work: Work): Promise<number> => {
  const today = londonDate(work.now)
  const endings = await clearanceEndings({
    query: work.query,
    until: daysAfter({ date: today, days: WARNED_DAYS_BEFORE[0] }),
    limit: 10_000,
  })
  let sent = 0
  for (const ending of endings) {
    const withinDays = warningFor({ validUntil: ending.validUntil, today })
    if (withinDays !== undefined) sent += await warnOfEnding({ work, ending, withinDays })
  }
  return sent
}

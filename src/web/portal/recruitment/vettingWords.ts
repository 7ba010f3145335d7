import { speakDate, type CalendarDate } from '../../../core/clock/londonDates.ts'
import type { ClearanceEnding } from '../../../programme/recruitment/activity/endings.ts'
import type { VettingFact } from '../../../programme/recruitment/rules.ts'
import type { Task } from '../../design/TaskList.tsx'

/** What clears a volunteer, as their own pages call it. */
export const VETTING_WORDS: Record<VettingFact['kind'], string> = {
  'committee-approval': 'Approved by the committee after an interview',
  'dbs-check': 'DBS check',
  'safeguarding-training': 'Safeguarding training, face to face',
  induction: 'Induction',
}

/** That something of one's own ends soon or has ended, among what needs a volunteer [VOL-6]. */
export const endingTask = ({
  ending: { about, validUntil },
  today,
}: {
  ending: Pick<ClearanceEnding, 'about' | 'validUntil'>
  today: CalendarDate
}): Task => {
  const what = Object.hasOwn(VETTING_WORDS, about) ? VETTING_WORDS[about as VettingFact['kind']] : about
  const hasEnded = validUntil < today
  return {
    title: hasEnded ? `${what} ended on ${speakDate(validUntil)}` : `${what} ends on ${speakDate(validUntil)}`,
    href: '/portal/record',
    hint: 'Ask the co-ordinator for a new date.',
    status: {
      text: hasEnded ? 'Ended' : 'Ends soon',
      tone: hasEnded ? 'risk' : 'waiting',
    },
  }
}

import type { CalendarDate } from '../../core/clock/londonDates.ts'
import { allowed, refused, type Decision } from '../../core/errors/refusal.ts'
import { isOfAge } from './rules.ts'

/** Until the child is 18 the parents decide, from then on the young person alone [CON-9]. */
export const whoDecides = ({ childBornOn, themselves, on }: { childBornOn: CalendarDate | null; themselves: boolean; on: CalendarDate }): Decision => {
  const ofAge = childBornOn !== null && isOfAge({ bornOn: childBornOn, on })
  if (ofAge === themselves) return allowed
  return ofAge
    ? refused({ rule: 'CON-9', reason: 'The child is 18 now, so parents and carers no longer decide.', nextStep: 'Ask the young person themselves.' })
    : refused({ rule: 'CON-9', reason: 'The young person decides from 18 on.', nextStep: 'Until then ask the parents or carers.' })
}

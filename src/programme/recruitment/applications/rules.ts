import { speakDate, type CalendarDate } from '../../../core/clock/londonDates.ts'
import { allowed, refused, type Decision } from '../../../core/errors/refusal.ts'
import { isAdult } from '../rules.ts'

/** From which day on somebody is 18. Born on 29 February: from 1 March in other years. */
export const adultFrom = (bornOn: CalendarDate): CalendarDate => {
  const birthday = `${Number(bornOn.slice(0, 4)) + 18}${bornOn.slice(4)}`
  return birthday.endsWith('-02-29') && !isLeapYear(Number(birthday.slice(0, 4)))
    ? `${birthday.slice(0, 4)}-03-01`
    : birthday
}

/** Volunteers are adults on the day on which they are approved [VOL-12]. */
export const adultOn = ({ bornOn, on }: { bornOn: CalendarDate | null; on: CalendarDate }): Decision => {
  if (bornOn === null)
    return refused({
      rule: 'VOL-12',
      reason: 'We do not know their date of birth, and volunteers are 18 or over.',
      nextStep: 'Ask them, and fill it in.',
    })
  return isAdult({ bornOn, on })
    ? allowed
    : refused({
        rule: 'VOL-12',
        reason: `They are not 18 yet, and volunteers are 18 or over. They will be on ${speakDate(adultFrom(bornOn))}.`,
        nextStep: 'Decide from that day on, and tell them what they can do until then.',
      })
}

/** Why one person may not decide about an application [ORG-1]; undefined where nothing stands against it. */
export type Tie = 'applicant' | 'entered' | 'referee' | 'tied'

/** Nobody decides about themselves, whom they put forward, whose referee they are, or their family [ORG-1]. */
export const mayDecide = ({ tie }: { tie: Tie | undefined }): Decision =>
  tie === undefined
    ? allowed
    : refused({ rule: 'ORG-1', reason: TIES[tie], nextStep: 'A committee member who is not involved decides.' })

const TIES: Readonly<Record<Tie, string>> = {
  applicant: 'This application is your own.',
  entered: 'You entered this application.',
  referee: 'You are a referee of this person.',
  tied: 'You are family of this person, or put them forward.',
}

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

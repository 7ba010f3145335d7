import { speakDate, type CalendarDate, londonDate, londonMoment } from '../../../core/clock/londonDates.ts'
import { allowed, refused, type Decision } from '../../../core/errors/refusal.ts'
import { isMobile, mobileProblem, NO_MOBILE } from '../../../core/fields/telephone.ts'
import { adultFrom, isAdult } from '../../people/adulthood.ts'
import { caseworkersOnly, committeeOnly } from '../../people/rules.ts'
import type { Guard } from '../../../core/workflow/workflow.ts'

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

/** What the steps of an application ask about. */
export type ApplicationFacts = {
  id: string
  email: string
  mobile: string
  bornOn: string | null
  agreedToChecks: boolean
  /** How the person who acts is tied to the applicant, as the stored record has it. */
  tie: Tie | undefined
  /** Whether the person who acts was named as tied and is so no more in what is being stored. */
  untiesOneself: boolean
  nextNumber: number
  nextDigest: string
}

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
type ApplicationGuard = Guard<ApplicationFacts>

/** Whose work it is, and what everybody else is told [VOL-1]. */
export const caseworker = caseworkersOnly({
  rule: 'VOL-1',
  reason: 'The co-ordinator and the committee look after applications.',
})

/** People apply by the public form, or somebody of ours enters it [VOL-1]. */
export const caseworkerOrApplicant: ApplicationGuard = (facts, asked) =>
  asked.actor.kind === 'link' && asked.actor.holder === 'form' ? allowed : caseworker(facts, asked)

/** Whose work it is, and what everybody else is told [VOL-1]. */
export const committee = committeeOnly({
  rule: 'VOL-1',
  reason: 'The committee assesses, interviews and decides.',
  nextStep: 'A committee member opens it.',
})

/** Applicants withdraw by their own link, or somebody of ours does it for them [VOL-1]. */
export const caseworkerOrHolder: ApplicationGuard = (facts, asked) =>
  asked.actor.kind === 'link' && asked.actor.holder === 'applicant' && asked.actor.recordId === facts.id
    ? allowed
    : caseworker(facts, asked)

/** Nobody moves their own application on [ORG-1]. */
export const notOwn: ApplicationGuard = ({ tie }) => (tie === 'applicant' ? mayDecide({ tie }) : allowed)

/** Nobody decides where they are involved [ORG-1]. */
export const notInvolved: ApplicationGuard = ({ tie }) => mayDecide({ tie })

/** Nobody takes themselves off those who are tied to an applicant [ORG-1]. */
export const keepsTie: ApplicationGuard = ({ untiesOneself }) =>
  untiesOneself
    ? refused({
        rule: 'ORG-1',
        reason: 'You are named as tied to this person, so somebody else must take you off.',
        nextStep: 'Ask another committee member.',
      })
    : allowed

/** An applicant has a number that can be rung [VOL-7]. */
export const reachable: ApplicationGuard = ({ mobile }) =>
  isMobile(mobile)
    ? allowed
    : refused({
        rule: 'VOL-7',
        reason: mobileProblem(mobile) ?? NO_MOBILE,
        nextStep: 'Check the mobile number with them.',
        field: 'mobile',
      })

/** Whoever applies agrees to the checks [VOL-6]. */
export const agreed: ApplicationGuard = ({ agreedToChecks }) =>
  agreedToChecks
    ? allowed
    : refused({
        rule: 'VOL-6',
        reason: 'Everybody who applies agrees to a DBS check and to references.',
        nextStep: 'Ask them, and tick it when they agree.',
      })

/** Volunteers are adults on the day on which they are approved [VOL-12]. */
export const adultToday: ApplicationGuard = ({ bornOn }, { now }) => adultOn({ bornOn, on: londonDate(now) })

/** An interview is recorded once it was held [VOL-1]. */
export const notAhead: ApplicationGuard = (_facts, { input, now }) =>
  typeof input.heldOn === 'string' && input.heldOn > londonDate(now)
    ? refused({
        rule: 'VOL-1',
        reason: 'An interview is recorded once it was held.',
        nextStep: 'Give the day on which it was.',
      })
    : allowed

/** An interview is planned for a time that is still ahead [VOL-1]. */
export const ahead: ApplicationGuard = (_facts, { input, now }) =>
  typeof input.date === 'string' && momentOf(input) <= now
    ? refused({
        rule: 'VOL-1',
        reason: 'An interview is planned for a time that is still ahead.',
        nextStep: 'Give another day or time, or record the interview.',
      })
    : allowed

/** “9:30” as clocks write it. */
export const inFull = (time: string): string => time.padStart(5, '0')

/** The moment that was typed as a day and a time. */
export const momentOf = (input: Record<string, unknown>): Date =>
  londonMoment({ date: String(input.date), time: inFull(String(input.time)) })

/** Whoever is approved has an account that is not closed, or none yet [VOL-1]. */
export const accountMayOpen = ({ standing }: { standing: string | undefined }): Decision =>
  standing === 'closed'
    ? refused({
        rule: 'VOL-1',
        reason: 'There is an account with this email address, and it is closed.',
        nextStep: 'An administrator opens it again, or the applicant gives another address.',
      })
    : allowed

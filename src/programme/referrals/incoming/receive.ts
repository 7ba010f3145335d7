import { randomInt } from 'node:crypto'
import { asSystem } from '../../../core/access/localApi.ts'
import type { Work } from '../../../core/access/work.ts'
import { daysAfter, londonDate, type CalendarDate } from '../../../core/clock/londonDates.ts'
import type { ReferralSource } from './sources.ts'
import { keepWords } from './words.ts'
import { readReferralSettings } from '../settings.ts'

/** A referral as a referrer gives it. `null`: they do not know. */
export type GivenReferral = {
  memberAnswer: 'yes' | 'no' | 'unknown'
  childName: string
  childBornOn: CalendarDate | null
  childSchool: string | null
  mainReason: string
  source: ReferralSource
  referrerName: string
  referrerPlace: string | null
  referrerEmail: string
  referrerPhone: string | null
  familyAgrees: 'yes' | 'not-asked' | 'no'
  familyContact: string | null
  /** What they wrote, by what they were asked. */
  words: ReadonlyArray<{ about: string; text: string }>
}

/**
 * Keeps a referral from outside, in the caller's transaction: the record, the referrer's words beside it, the messages
 * [ELG-2]. Gives its reference and the date to expect an answer.
 */
export const receiveReferral = async ({
  work,
  given,
}: {
  work: Work
  given: GivenReferral
}): Promise<{ reference: string; answerBy: CalendarDate }> => {
  const { answerDays } = await readReferralSettings({ query: work.query })
  const { words, ...fields } = given
  const door = asSystem(work, { reason: 'a referrer sent the public form' })
  const reference = newReference()
  const answerBy = daysAfter({ date: londonDate(work.now), days: answerDays })
  const { id } = await door.create({
    collection: 'incoming-referrals',
    data: { ...fields, reference, answerBy, receivedAt: work.now.toISOString() },
  })
  for (const { about, text } of words)
    await keepWords({ work, kind: 'form', about, text, saidBy: given.referrerName, incoming: id })
  return { reference, answerBy }
}

/** Something to quote on the telephone: no letter or digit that is mistaken for another, and too many to guess. */
const newReference = (): string => `R-${piece()}-${piece()}`

const piece = (): string => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('')

const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

import { z } from 'zod'
import type { Answers } from '../../core/drafts/drafts.ts'
import type { GivenReferral } from '../../programme/referrals/incoming/receive.ts'
import { NO_KNOWN_REASON } from '../../programme/referrals/reasons.ts'
import { OUTSIDE_SOURCES } from '../../programme/referrals/incoming/sources.ts'

/** The two questions that are answered in the referrer's own words. */
export const WHY = 'Why may this child benefit from mentoring?'
export const HOPES = 'What do you hope will change?'

/**
 * A finished form as the programme takes it. What was left blank, or is not known, is `null`. A parent who refers their
 * own child agrees to it.
 */
export const givenFrom = (answers: Answers): GivenReferral => {
  const { member, why, hopes, mainReason, source, familyAgrees, familyContact, ...rest } = finished.parse(answers)
  return {
    ...rest,
    source,
    memberAnswer: member ?? 'unknown',
    mainReason: mainReason ?? NO_KNOWN_REASON,
    familyAgrees: source === 'parent' ? 'yes' : (familyAgrees ?? 'not-asked'),
    familyContact: familyContact ?? null,
    words: [{ about: WHY, text: why }, ...(hopes === null ? [] : [{ about: HOPES, text: hopes }])],
  }
}

const maybe = z
  .string()
  .nullable()
  .transform((text) => text || null)

const finished = z.object({
  member: z.enum(['yes', 'no']).nullable(),
  childName: z.string(),
  childBornOn: maybe,
  childSchool: maybe,
  mainReason: z.string().nullable(),
  why: z.string(),
  hopes: maybe,
  source: z.enum(OUTSIDE_SOURCES),
  referrerName: z.string(),
  referrerEmail: z.string(),
  referrerPhone: maybe,
  referrerPlace: maybe,
  familyAgrees: z.enum(['yes', 'not-asked', 'no']).optional(),
  familyContact: maybe.optional(),
})

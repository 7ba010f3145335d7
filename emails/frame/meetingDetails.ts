import { z } from 'zod'
import { moment, place } from './template.ts'

/** What the messages about a meeting keep: when and where, and nothing about anybody. */
export const meetingDetails = { startsAt: moment, place }

/** Why a confirmed meeting must wait, in words that tell nothing about anybody; what was found is read behind sign-in. */
export const unconfirmedReason = z.enum(['plan-changed', 'requirement-missing'])

/** The reason as a sentence. */
export const speakUnconfirmedReason = (reason: z.output<typeof unconfirmedReason> = 'requirement-missing'): string => sentences[reason]

const sentences = {
  'plan-changed': 'The plan for it has changed.',
  'requirement-missing': 'Something that must be in place on that day is not in place now.',
} as const

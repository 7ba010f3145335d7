/** What the messages about a meeting are given: when (ISO 8601) and where, and nothing about anybody. */
export type MeetingDetails = { startsAt: string; place: string }

/** Why a confirmed meeting must wait. */
export type UnconfirmedReason = keyof typeof sentences

/** The reason as a sentence, in words that tell nothing about anybody; what was found is read behind sign-in. */
export const speakUnconfirmedReason = (reason: UnconfirmedReason = 'requirement-missing'): string => sentences[reason]

const sentences = {
  'plan-changed': 'The plan for it has changed.',
  'requirement-missing': 'Something that must be in place on that day is not in place now.',
} as const

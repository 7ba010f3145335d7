import type { TagTone } from '../design/Tag.tsx'

const TAGS: Record<string, { text: string; tone: TagTone }> = {
  proposed: { text: 'Waiting to be confirmed', tone: 'waiting' },
  confirmed: { text: 'Confirmed', tone: 'good' },
  declined: { text: 'Declined', tone: 'risk' },
  cancelled: { text: 'Called off', tone: 'neutral' },
  held: { text: 'Took place', tone: 'neutral' },
}

/** A meeting's state as a tag says it. */
export const meetingTag = (status: string): { text: string; tone: TagTone } => TAGS[status] ?? { text: status, tone: 'neutral' }

/** Minutes as people say them: "1 hour", "1 hour 30 minutes", "45 minutes". */
export const speakMinutes = (minutes: number): string => {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return [hours > 0 ? `${hours} ${hours === 1 ? 'hour' : 'hours'}` : '', rest > 0 ? `${rest} minutes` : ''].filter(Boolean).join(' ')
}

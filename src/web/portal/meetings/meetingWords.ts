import type { TagTone } from '../../design/Tag.tsx'

const TAGS: Record<string, { text: string; tone: TagTone }> = {
  proposed: { text: 'To be confirmed', tone: 'waiting' },
  confirmed: { text: 'Confirmed', tone: 'good' },
  declined: { text: 'Declined', tone: 'risk' },
  cancelled: { text: 'Called off', tone: 'neutral' },
  held: { text: 'Took place', tone: 'neutral' },
}

/** A meeting's state as a tag says it. */
export const meetingTag = (status: string): { text: string; tone: TagTone } =>
  TAGS[status] ?? { text: status, tone: 'neutral' }

/** Minutes as people say them: "1 hour", "1 hour 30 minutes", "45 minutes". */
export const speakMinutes = (minutes: number): string => {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return [hours > 0 ? `${hours} ${hours === 1 ? 'hour' : 'hours'}` : '', rest > 0 ? `${rest} minutes` : '']
    .filter(Boolean)
    .join(' ')
}

/** How often a pair meets, as a sentence ends. */
export const FREQUENCY_WORDS: Readonly<Record<string, string>> = {
  weekly: 'Every week',
  fortnightly: 'Every two weeks',
  monthly: 'Every month',
  'two-monthly': 'Every two months',
}

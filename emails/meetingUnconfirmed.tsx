import { z } from 'zod'
import { speakMoment } from '../src/core/clock/londonDates.ts'
import { Frame, Paragraph } from './frame/Frame.tsx'
import { defineEmail, moment } from './frame/template.ts'

/** Why, in words that tell nothing about anybody: which check, whose, and what it found is read behind sign-in. */
const reasons = {
  'plan-changed': 'The plan for it has changed.',
  'requirement-missing': 'Something that must be in place on that day is not in place now.',
} as const

const details = z.strictObject({
  audience: z.enum(['volunteer', 'parent', 'confirmer', 'coordinator']),
  startsAt: moment,
  reason: z.enum(['plan-changed', 'requirement-missing']),
})

type Details = z.output<typeof details>

const subject = ({ startsAt }: Pick<Details, 'startsAt'>): string => `Not yet: the meeting on ${speakMoment(new Date(startsAt))} must be confirmed again`

const wording: Record<Details['audience'], { next: string; label: string; because: string }> = {
  volunteer: { next: 'Sign in to see what is needed.', label: 'See the meeting', because: 'it is your meeting' },
  parent: { next: 'You need do nothing. We will write to you again.', label: 'Ask us about it', because: 'you agreed this meeting with us' },
  confirmer: { next: 'Sign in to see what is needed, and confirm it again when you can.', label: 'See the meeting', because: 'you confirm the meetings' },
  coordinator: { next: 'Sign in to see what is needed.', label: 'See the meeting', because: 'you organise the programme' },
}

/** To everybody concerned, when something lapsed after a meeting was confirmed (MTG-4). */
export const meetingUnconfirmed = defineEmail({
  details,
  subject,
  Component: ({ brand, link, recipientName, audience, startsAt, reason }) => (
    <Frame
      brand={brand}
      subject={subject({ startsAt })}
      heading="This meeting must not go ahead yet"
      recipientName={recipientName}
      action={{ label: wording[audience].label, link }}
      because={wording[audience].because}
    >
      <Paragraph>The meeting on {speakMoment(new Date(startsAt))} must not go ahead until it is confirmed again.</Paragraph>
      <Paragraph>{reasons[reason]} {wording[audience].next}</Paragraph>
    </Frame>
  ),
  samples: {
    volunteer: { audience: 'volunteer', startsAt: '2026-03-03T16:00:00Z', reason: 'requirement-missing', link: 'https://mentoring.example/portal/meetings/1', recipientName: 'Sam' },
    parent: { audience: 'parent', startsAt: '2026-03-03T16:00:00Z', reason: 'plan-changed', link: 'mailto:office@mentoring.example', recipientName: 'Alex' },
    confirmer: { audience: 'confirmer', startsAt: '2026-03-03T16:00:00Z', reason: 'requirement-missing', link: 'https://mentoring.example/admin/meetings/1', recipientName: 'Priya' },
    coordinator: { audience: 'coordinator', startsAt: '2026-03-03T16:00:00Z', reason: 'requirement-missing', link: 'https://mentoring.example/admin/meetings/1' },
  },
})

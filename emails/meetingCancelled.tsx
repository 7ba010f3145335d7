import { z } from 'zod'
import { speakMoment } from '../src/core/clock/londonDates.ts'
import { Frame, Paragraph } from './frame/Frame.tsx'
import { defineEmail, moment } from './frame/template.ts'

const details = z.strictObject({
  audience: z.enum(['volunteer', 'parent', 'committee-contact']),
  startsAt: moment,
  /** When a new time has been proposed; it needs confirming like any other. */
  newStartsAt: moment.optional(),
})

type Details = z.output<typeof details>

const subject = ({ startsAt, newStartsAt }: Pick<Details, 'startsAt' | 'newStartsAt'>): string =>
  `The meeting on ${speakMoment(new Date(startsAt))} ${newStartsAt ? 'has moved' : 'is cancelled'}`

const wording: Record<Details['audience'], { label: string; because: string }> = {
  volunteer: { label: 'See the meeting', because: 'it is your meeting' },
  parent: { label: 'Write to us', because: 'you agreed this meeting with us' },
  'committee-contact': { label: 'See the meeting', because: 'you are the contact for this pair' },
}

/** To the parent, the committee contact and the volunteer, when a meeting is called off or moved (MTG-7). */
export const meetingCancelled = defineEmail({
  details,
  subject,
  Component: ({ brand, link, recipientName, audience, startsAt, newStartsAt }) => (
    <Frame
      brand={brand}
      subject={subject({ startsAt, newStartsAt })}
      heading={newStartsAt ? 'The meeting has moved' : 'The meeting is cancelled'}
      recipientName={recipientName}
      action={{ label: wording[audience].label, link }}
      because={wording[audience].because}
    >
      <Paragraph>The meeting on {speakMoment(new Date(startsAt))} will not go ahead.</Paragraph>
      {newStartsAt
        ? <Paragraph>The new time is {speakMoment(new Date(newStartsAt))}. It is not sure yet: we will write again once it is confirmed.</Paragraph>
        : <Paragraph>There is no new time yet.</Paragraph>}
    </Frame>
  ),
  samples: {
    parent: { audience: 'parent', startsAt: '2026-03-03T16:00:00Z', link: 'mailto:office@mentoring.example', recipientName: 'Alex' },
    'parent, moved': { audience: 'parent', startsAt: '2026-03-03T16:00:00Z', newStartsAt: '2026-03-10T16:00:00Z', link: 'mailto:office@mentoring.example', recipientName: 'Alex' },
    'committee contact, moved': { audience: 'committee-contact', startsAt: '2026-03-03T16:00:00Z', newStartsAt: '2026-03-10T16:30:00Z', link: 'https://mentoring.example/admin/meetings/1', recipientName: 'Jo' },
    volunteer: { audience: 'volunteer', startsAt: '2026-03-03T16:00:00Z', link: 'https://mentoring.example/portal/meetings/1', recipientName: 'Sam' },
  },
})

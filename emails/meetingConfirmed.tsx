import { z } from 'zod'
import { speakMoment } from '../src/core/clock/londonDates.ts'
import { Frame, Paragraph } from './frame/Frame.tsx'
import { defineEmail, moment, place } from './frame/template.ts'

const details = z.strictObject({ audience: z.enum(['volunteer', 'parent']), startsAt: moment, place })

type Details = z.output<typeof details>

const subject = ({ startsAt }: Pick<Details, 'startsAt'>): string => `The meeting on ${speakMoment(new Date(startsAt))} will go ahead`

/** To the volunteer and the parent, when the meeting confirmer has said yes (MTG-4). */
export const meetingConfirmed = defineEmail({
  details,
  subject,
  Component: ({ brand, link, recipientName, audience, startsAt, place: where }) => (
    <Frame
      brand={brand}
      subject={subject({ startsAt })}
      heading="The meeting will go ahead"
      recipientName={recipientName}
      action={{ label: audience === 'volunteer' ? 'See the meeting' : 'Tell us if it does not suit', link }}
      because={audience === 'volunteer' ? 'it is your meeting' : 'you agreed this meeting with us'}
    >
      <Paragraph>When: {speakMoment(new Date(startsAt))}</Paragraph>
      <Paragraph>Where: {where}</Paragraph>
      {audience === 'volunteer'
        ? <Paragraph>Please take your phone with you, and make sure it is charged.</Paragraph>
        : <Paragraph>This is what we agreed with you. If you need to change it, tell us as soon as you can.</Paragraph>}
    </Frame>
  ),
  samples: {
    volunteer: { audience: 'volunteer', startsAt: '2026-03-03T16:00:00Z', place: 'The café in the library', link: 'https://mentoring.example/portal/meetings/1', recipientName: 'Sam' },
    parent: { audience: 'parent', startsAt: '2026-07-03T15:30:00Z', place: 'The café in the library', link: 'mailto:office@mentoring.example', recipientName: 'Alex' },
  },
})

import { z } from 'zod'
import { speakMoment } from '../src/core/clock/londonDates.ts'
import { Frame, Paragraph } from './frame/Frame.tsx'
import { defineEmail, moment } from './frame/template.ts'

const details = z.strictObject({ startsAt: moment })

type Details = z.output<typeof details>

const subject = ({ startsAt }: Details): string => `The meeting on ${speakMoment(new Date(startsAt))} was not confirmed`

/** To the volunteer, when the meeting confirmer has said no (MTG-4). The reason is read behind sign-in. */
export const meetingDeclined = defineEmail({
  details,
  subject,
  Component: ({ brand, link, recipientName, startsAt }) => (
    <Frame
      brand={brand}
      subject={subject({ startsAt })}
      heading="The meeting was not confirmed"
      recipientName={recipientName}
      action={{ label: 'See why', link }}
      because="you proposed this meeting"
    >
      <Paragraph>Your meeting on {speakMoment(new Date(startsAt))} must not go ahead.</Paragraph>
      <Paragraph>Sign in to read why, and what you can do next.</Paragraph>
    </Frame>
  ),
  samples: { volunteer: { startsAt: '2026-03-03T16:00:00Z', link: 'https://mentoring.example/portal/meetings/1', recipientName: 'Sam' } },
})

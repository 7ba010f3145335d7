import { speakMoment } from '../../src/core/clock/londonDates.ts'
import { Frame, Paragraph } from '../frame/Frame.tsx'
import type { MeetingDetails } from '../frame/meetingDetails.ts'
import { defineEmail } from '../frame/template.ts'

const subject = ({ startsAt }: { startsAt: string }): string =>
  `The meeting on ${speakMoment(new Date(startsAt))} was not confirmed`

/** To the volunteer, when the meeting confirmer has said no (MTG-4). The reason is read behind sign-in. */
export const meetingDeclined = defineEmail<MeetingDetails>({
  subject,
  Component: ({ brand, link, recipientName, startsAt }) => (
    <Frame
      brand={brand}
      subject={subject({ startsAt })}
      heading="The meeting was not confirmed"
      recipientName={recipientName}
      action={{ label: 'See why', link }}
      because="it is your meeting"
    >
      <Paragraph>Your meeting on {speakMoment(new Date(startsAt))} must not go ahead.</Paragraph>
      <Paragraph>Sign in to read why, and what you can do next.</Paragraph>
    </Frame>
  ),
  samples: {
    volunteer: {
      startsAt: '2026-03-03T16:00:00Z',
      place: 'The café in the library',
      link: 'https://mentoring.example/portal/meetings/1',
      recipientName: 'Sam',
    },
  },
})

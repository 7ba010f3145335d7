import { speakMoment } from '../../src/core/clock/londonDates.ts'
import { Frame, Paragraph } from '../frame/Frame.tsx'
import type { MeetingDetails } from '../frame/meetingDetails.ts'
import { defineEmail } from '../frame/template.ts'

const subject = ({ startsAt }: { startsAt: string }): string =>
  `The meeting on ${speakMoment(new Date(startsAt))} will go ahead`

/** To the volunteers, when the meeting confirmer has said yes (MTG-4). */
export const meetingConfirmed = defineEmail<MeetingDetails>({
  subject,
  Component: ({ brand, link, recipientName, startsAt, place }) => (
    <Frame
      brand={brand}
      subject={subject({ startsAt })}
      heading="The meeting will go ahead"
      recipientName={recipientName}
      action={{ label: 'See the meeting', link }}
      because="it is your meeting"
    >
      <Paragraph>When: {speakMoment(new Date(startsAt))}</Paragraph>
      <Paragraph>Where: {place}</Paragraph>
      <Paragraph>Please take your phone with you, and make sure it is charged.</Paragraph>
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

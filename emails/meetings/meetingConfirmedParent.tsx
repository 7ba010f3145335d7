import { speakMoment } from '../../src/core/clock/londonDates.ts'
import { Frame, Paragraph, RingUs } from '../frame/Frame.tsx'
import type { MeetingDetails } from '../frame/meetingDetails.ts'
import { defineEmail } from '../frame/template.ts'

const subject = ({ startsAt }: { startsAt: string }): string =>
  `The meeting on ${speakMoment(new Date(startsAt))} will go ahead`

/**
 * To the parent, when the meeting confirmer has said yes: when and where, as agreed, and no child's name (MTG-4,
 * DAT-5).
 */
export const meetingConfirmedParent = defineEmail<MeetingDetails>({
  subject,
  Component: ({ brand, link, recipientName, startsAt, place }) => (
    <Frame
      brand={brand}
      subject={subject({ startsAt })}
      heading="The meeting will go ahead"
      recipientName={recipientName}
      action={{ label: 'Tell us if it does not suit', link }}
      because="you agreed this meeting with us"
    >
      <Paragraph>When: {speakMoment(new Date(startsAt))}</Paragraph>
      <Paragraph>Where: {place}</Paragraph>
      <Paragraph>This is what we agreed with you. If you need to change it, tell us as soon as you can.</Paragraph>
      <RingUs brand={brand} />
    </Frame>
  ),
  samples: {
    parent: {
      startsAt: '2026-07-03T15:30:00Z',
      place: 'The café in the library',
      link: 'mailto:office@mentoring.example',
      recipientName: 'Alex',
    },
  },
})

import { speakMoment } from '../../src/core/clock/londonDates.ts'
import { Frame, Paragraph, RingUs } from '../frame/Frame.tsx'
import { speakUnconfirmedReason, type MeetingDetails, type UnconfirmedReason } from '../frame/meetingDetails.ts'
import { defineEmail } from '../frame/template.ts'

const subject = ({ startsAt }: { startsAt: string }): string =>
  `Not yet: the meeting on ${speakMoment(new Date(startsAt))} must be confirmed again`

/** To the parent, when something lapsed after a meeting was confirmed (MTG-4). */
export const meetingUnconfirmedParent = defineEmail<MeetingDetails & { reason?: UnconfirmedReason | undefined }>({
  subject,
  Component: ({ brand, link, recipientName, startsAt, reason }) => (
    <Frame
      brand={brand}
      subject={subject({ startsAt })}
      heading="This meeting must not go ahead yet"
      recipientName={recipientName}
      action={{ label: 'Ask us about it', link }}
      because="you agreed this meeting with us"
    >
      <Paragraph>
        The meeting on {speakMoment(new Date(startsAt))} must not go ahead until it is confirmed again.
      </Paragraph>
      <Paragraph>{speakUnconfirmedReason(reason)} You need do nothing. We will write to you again.</Paragraph>
      <RingUs brand={brand} />
    </Frame>
  ),
  samples: {
    parent: {
      startsAt: '2026-03-03T16:00:00Z',
      place: 'The café in the library',
      link: 'mailto:office@mentoring.example',
      recipientName: 'Alex',
    },
  },
})

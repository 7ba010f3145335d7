import { speakMoment } from '../../src/core/clock/londonDates.ts'
import { Frame, Paragraph } from '../frame/Frame.tsx'
import { speakUnconfirmedReason, type MeetingDetails, type UnconfirmedReason } from '../frame/meetingDetails.ts'
import { defineEmail } from '../frame/template.ts'

const subject = ({ startsAt }: { startsAt: string }): string =>
  `Not yet: the meeting on ${speakMoment(new Date(startsAt))} must be confirmed again`

/**
 * To the volunteers, the confirmer and the co-ordinator, when something lapsed after a meeting was confirmed (MTG-4).
 */
export const meetingUnconfirmed = defineEmail<MeetingDetails & { reason?: UnconfirmedReason | undefined }>({
  subject,
  Component: ({ brand, link, recipientName, startsAt, reason }) => (
    <Frame
      brand={brand}
      subject={subject({ startsAt })}
      heading="This meeting must not go ahead yet"
      recipientName={recipientName}
      action={{ label: 'See what is needed', link }}
      because="you have a part in this meeting"
    >
      <Paragraph>
        The meeting on {speakMoment(new Date(startsAt))} must not go ahead until it is confirmed again.
      </Paragraph>
      <Paragraph>{speakUnconfirmedReason(reason)} Sign in to see what is needed.</Paragraph>
    </Frame>
  ),
  samples: {
    volunteer: {
      startsAt: '2026-03-03T16:00:00Z',
      place: 'The café in the library',
      link: 'https://mentoring.example/portal/meetings/1',
      recipientName: 'Sam',
    },
    confirmer: {
      startsAt: '2026-03-03T16:00:00Z',
      place: 'The café in the library',
      reason: 'plan-changed',
      link: 'https://mentoring.example/admin/meetings/1',
      recipientName: 'Priya',
    },
  },
})

import { speakMoment } from '../../src/core/clock/londonDates.ts'
import { Frame, Paragraph, RingUs } from '../frame/Frame.tsx'
import type { MeetingDetails } from '../frame/meetingDetails.ts'
import { defineEmail } from '../frame/template.ts'

const subject = ({ startsAt, newStartsAt }: { startsAt: string; newStartsAt?: string | undefined }): string =>
  `The meeting on ${speakMoment(new Date(startsAt))} ${newStartsAt ? 'has moved' : 'is called off'}`

/** To the parent, when a meeting is called off or moved (MTG-7). */
export const meetingCancelledParent = defineEmail<MeetingDetails & { newStartsAt?: string | undefined }>({
  subject,
  Component: ({ brand, link, recipientName, startsAt, newStartsAt }) => (
    <Frame
      brand={brand}
      subject={subject({ startsAt, newStartsAt })}
      heading={newStartsAt ? 'The meeting has moved' : 'The meeting is called off'}
      recipientName={recipientName}
      action={{ label: 'Write to us', link }}
      because="you agreed this meeting with us"
    >
      <Paragraph>The meeting on {speakMoment(new Date(startsAt))} will not go ahead.</Paragraph>
      {newStartsAt ? (
        <Paragraph>
          The new time is {speakMoment(new Date(newStartsAt))}. It is not sure yet. We will write to you again.
        </Paragraph>
      ) : (
        <Paragraph>There is no new time yet. You can write to us if you have a question.</Paragraph>
      )}
      <RingUs brand={brand} />
    </Frame>
  ),
  samples: {
    cancelled: {
      startsAt: '2026-03-03T16:00:00Z',
      place: 'The café in the library',
      link: 'mailto:office@mentoring.example',
      recipientName: 'Alex',
    },
    moved: {
      startsAt: '2026-03-03T16:00:00Z',
      place: 'The café in the library',
      newStartsAt: '2026-03-10T16:00:00Z',
      link: 'mailto:office@mentoring.example',
      recipientName: 'Alex',
    },
  },
})

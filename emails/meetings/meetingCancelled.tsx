import { speakMoment } from '../../src/core/clock/londonDates.ts'
import { Frame, Paragraph } from '../frame/Frame.tsx'
import type { MeetingDetails } from '../frame/meetingDetails.ts'
import { defineEmail } from '../frame/template.ts'

const subject = ({ startsAt, newStartsAt }: { startsAt: string; newStartsAt?: string | undefined }): string =>
  `The meeting on ${speakMoment(new Date(startsAt))} ${newStartsAt ? 'has moved' : 'is called off'}`

/** To the volunteers, the committee contact and the co-ordinator, when a meeting is called off or moved (MTG-7). */
export const meetingCancelled = defineEmail<MeetingDetails & { newStartsAt?: string | undefined }>({
  subject,
  Component: ({ brand, link, recipientName, startsAt, newStartsAt }) => (
    <Frame
      brand={brand}
      subject={subject({ startsAt, newStartsAt })}
      heading={newStartsAt ? 'The meeting has moved' : 'The meeting is called off'}
      recipientName={recipientName}
      action={{ label: 'See the meeting', link }}
      because="you have a part in this meeting"
    >
      <Paragraph>The meeting on {speakMoment(new Date(startsAt))} will not go ahead.</Paragraph>
      {newStartsAt && (
        <Paragraph>
          The new time is {speakMoment(new Date(newStartsAt))}. It must not go ahead then until it is confirmed.
        </Paragraph>
      )}
    </Frame>
  ),
  samples: {
    volunteer: {
      startsAt: '2026-03-03T16:00:00Z',
      place: 'The café in the library',
      link: 'https://mentoring.example/portal/meetings/1',
      recipientName: 'Sam',
    },
    'committee contact, moved': {
      startsAt: '2026-03-03T16:00:00Z',
      place: 'The café in the library',
      newStartsAt: '2026-03-10T16:30:00Z',
      link: 'https://mentoring.example/admin/meetings/1',
      recipientName: 'Jo',
    },
  },
})

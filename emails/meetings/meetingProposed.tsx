import { speakMoment } from '../../src/core/clock/londonDates.ts'
import { Frame, Paragraph } from '../frame/Frame.tsx'
import type { MeetingDetails } from '../frame/meetingDetails.ts'
import { defineEmail } from '../frame/template.ts'

const subject = (): string => 'A meeting is waiting for you to confirm'

/** To the meeting confirmer, when a volunteer has proposed a meeting (MTG-4). */
export const meetingProposed = defineEmail<MeetingDetails>({
  subject,
  Component: ({ brand, link, recipientName, startsAt }) => (
    <Frame
      brand={brand}
      subject={subject()}
      heading="A meeting is waiting for you"
      recipientName={recipientName}
      action={{ label: 'Look at the meeting', link }}
      because="you confirm the meetings"
    >
      <Paragraph>A volunteer and a parent have agreed on a meeting on {speakMoment(new Date(startsAt))}.</Paragraph>
      <Paragraph>It can only go ahead once you confirm it. Please sign in and look at it.</Paragraph>
    </Frame>
  ),
  samples: {
    confirmer: {
      startsAt: '2026-03-03T16:00:00Z',
      place: 'The café in the library',
      link: 'https://mentoring.example/admin/meetings/1',
      recipientName: 'Priya',
    },
  },
})

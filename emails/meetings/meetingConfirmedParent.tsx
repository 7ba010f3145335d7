import { wordsIn } from '../../src/programme/people/parentWords/parentWords.ts'
import { Frame, Paragraph, RingUs } from '../frame/Frame.tsx'
import type { MeetingDetails } from '../frame/meetingDetails.ts'
import { defineEmail } from '../frame/template.ts'

const subject = ({ startsAt, language }: { startsAt: string; language?: string | undefined }): string => {
  const { say, moment } = wordsIn(language)
  return say('meeting.on.subject', { moment: moment(new Date(startsAt)) })
}

/**
 * To the parent, when the meeting confirmer has said yes: when and where, as agreed, and no child's name (MTG-4,
 * DAT-5).
 */
export const meetingConfirmedParent = defineEmail<MeetingDetails>({
  subject,
  Component: ({ brand, link, recipientName, language, startsAt, place }) => {
    const words = wordsIn(language)
    const { say } = words
    return (
      <Frame
        brand={brand}
        subject={subject({ startsAt, language })}
        heading={say('meeting.on.heading')}
        recipientName={recipientName}
        action={{ label: say('meeting.on.action'), link }}
        because={say('email.because-meeting')}
        words={words}
      >
        <Paragraph>{say('meeting.on.when', { moment: words.moment(new Date(startsAt)) })}</Paragraph>
        <Paragraph>{say('meeting.on.where', { place })}</Paragraph>
        <Paragraph>{say('meeting.on.agreed')}</Paragraph>
        <RingUs brand={brand} words={words} />
      </Frame>
    )
  },
  samples: {
    parent: {
      startsAt: '2026-07-03T15:30:00Z',
      place: 'The café in the library',
      link: 'mailto:office@mentoring.example',
      recipientName: 'Alex',
    },
  },
})

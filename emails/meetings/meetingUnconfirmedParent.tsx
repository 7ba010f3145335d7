import { wordsIn } from '../../src/programme/people/parentWords/parentWords.ts'
import { Frame, Paragraph, RingUs } from '../frame/Frame.tsx'
import { type MeetingDetails, type UnconfirmedReason } from '../frame/meetingDetails.ts'
import { defineEmail } from '../frame/template.ts'

const subject = ({ startsAt, language }: { startsAt: string; language?: string | undefined }): string => {
  const { say, moment } = wordsIn(language)
  return say('meeting.wait.subject', { moment: moment(new Date(startsAt)) })
}

/** To the parent, when something lapsed after a meeting was confirmed (MTG-4). */
export const meetingUnconfirmedParent = defineEmail<MeetingDetails & { reason?: UnconfirmedReason | undefined }>({
  subject,
  Component: ({ brand, link, recipientName, language, startsAt, reason = 'requirement-missing' }) => {
    const words = wordsIn(language)
    const { say } = words
    return (
      <Frame
        brand={brand}
        subject={subject({ startsAt, language })}
        heading={say('meeting.wait.heading')}
        recipientName={recipientName}
        action={{ label: say('meeting.wait.action'), link }}
        because={say('email.because-meeting')}
        words={words}
      >
        <Paragraph>{say('meeting.wait.what', { moment: words.moment(new Date(startsAt)) })}</Paragraph>
        <Paragraph>
          {say(`meeting.wait.${reason}`)} {say('meeting.wait.nothing')}
        </Paragraph>
        <RingUs brand={brand} words={words} />
      </Frame>
    )
  },
  samples: {
    parent: {
      startsAt: '2026-03-03T16:00:00Z',
      place: 'The café in the library',
      link: 'mailto:office@mentoring.example',
      recipientName: 'Alex',
    },
  },
})

import { wordsIn } from '../../src/programme/people/parentWords/parentWords.ts'
import { Frame, Paragraph, RingUs } from '../frame/Frame.tsx'
import type { MeetingDetails } from '../frame/meetingDetails.ts'
import { defineEmail } from '../frame/template.ts'

const subject = ({
  startsAt,
  newStartsAt,
  language,
}: {
  startsAt: string
  newStartsAt?: string | undefined
  language?: string | undefined
}): string => {
  const { say, moment } = wordsIn(language)
  return say(newStartsAt ? 'meeting.moved.subject' : 'meeting.off.subject', { moment: moment(new Date(startsAt)) })
}

/** To the parent, when a meeting is called off or moved (MTG-7). */
export const meetingCancelledParent = defineEmail<MeetingDetails & { newStartsAt?: string | undefined }>({
  subject,
  Component: ({ brand, link, recipientName, language, startsAt, newStartsAt }) => {
    const words = wordsIn(language)
    const { say } = words
    return (
      <Frame
        brand={brand}
        subject={subject({ startsAt, newStartsAt, language })}
        heading={say(newStartsAt ? 'meeting.moved.heading' : 'meeting.off.heading')}
        recipientName={recipientName}
        action={{ label: say('meeting.off.action'), link }}
        because={say('email.because-meeting')}
        words={words}
      >
        <Paragraph>{say('meeting.off.what', { moment: words.moment(new Date(startsAt)) })}</Paragraph>
        {newStartsAt ? (
          <Paragraph>{say('meeting.moved.new-time', { moment: words.moment(new Date(newStartsAt)) })}</Paragraph>
        ) : (
          <Paragraph>{say('meeting.off.no-new-time')}</Paragraph>
        )}
        <RingUs brand={brand} words={words} />
      </Frame>
    )
  },
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

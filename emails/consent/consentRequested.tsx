import { wordsIn } from '../../src/programme/people/parentWords/parentWords.ts'
import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

type Details = { occasion: 'first' | 'reminder' | 'renewal' | 'of-age'; validUntil: string }

const subject = ({ occasion, language }: Pick<Details, 'occasion'> & { language?: string | undefined }): string =>
  wordsIn(language).say(occasion === 'reminder' ? 'asked.subject-reminder' : 'asked.subject')

/**
 * To a parent: the link to the consent form (CON-1). It names nobody; who it is about is shown after the parent's own
 * step.
 */
export const consentRequested = defineEmail<Details>({
  subject,
  Component: ({ brand, link, recipientName, language, occasion, validUntil }) => {
    const words = wordsIn(language)
    const { say } = words
    return (
      <Frame
        brand={brand}
        subject={subject({ occasion, language })}
        heading={say('asked.heading')}
        recipientName={recipientName}
        action={{ label: say('asked.action'), link }}
        because={say(occasion === 'of-age' ? 'email.because-mentored' : 'email.because-parent')}
        words={words}
      >
        <Paragraph>{say(`asked.${occasion}`)}</Paragraph>
        <Paragraph>{say('asked.how')}</Paragraph>
        <Paragraph>{say('asked.until', { moment: words.moment(new Date(validUntil)) })}</Paragraph>
      </Frame>
    )
  },
  samples: {
    first: {
      occasion: 'first',
      validUntil: '2026-03-17T16:00:00Z',
      link: 'https://mentoring.example/consent/sample',
      recipientName: 'Alex',
    },
    reminder: {
      occasion: 'reminder',
      validUntil: '2026-03-17T16:00:00Z',
      link: 'https://mentoring.example/consent/sample',
      recipientName: 'Alex',
    },
    renewal: {
      occasion: 'renewal',
      validUntil: '2026-03-17T16:00:00Z',
      link: 'https://mentoring.example/consent/sample',
    },
    'of age': {
      occasion: 'of-age',
      validUntil: '2026-03-17T16:00:00Z',
      link: 'https://mentoring.example/consent/sample',
      recipientName: 'Robin',
    },
  },
})

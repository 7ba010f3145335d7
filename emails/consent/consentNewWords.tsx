import { wordsIn } from '../../src/programme/people/parentWords/parentWords.ts'
import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = ({ language }: { language?: string | undefined }): string => wordsIn(language).say('new-words.subject')

/** To a parent who answered before, when the committee asks everybody again in a new version: the same link (CON-5). */
export const consentNewWords = defineEmail({
  subject,
  Component: ({ brand, link, recipientName, language }) => {
    const words = wordsIn(language)
    const { say } = words
    return (
      <Frame
        brand={brand}
        subject={subject({ language })}
        heading={say('new-words.heading')}
        recipientName={recipientName}
        action={{ label: say('new-words.action'), link }}
        because={say('email.because-answered')}
        words={words}
      >
        <Paragraph>{say('new-words.what')}</Paragraph>
        <Paragraph>{say('new-words.how')}</Paragraph>
      </Frame>
    )
  },
  samples: { parent: { link: 'https://mentoring.example/consent/sample', recipientName: 'Alex' } },
})

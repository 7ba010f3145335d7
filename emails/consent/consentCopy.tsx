import { wordsIn } from '../../src/programme/people/parentWords/parentWords.ts'
import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = ({ language }: { language?: string | undefined }): string => wordsIn(language).say('kept.subject')

/** To a parent who has answered: the link under which the answers can be read and changed (CON-7, CON-4). */
export const consentCopy = defineEmail({
  subject,
  Component: ({ brand, link, recipientName, language }) => {
    const words = wordsIn(language)
    const { say } = words
    return (
      <Frame
        brand={brand}
        subject={subject({ language })}
        heading={say('kept.heading')}
        recipientName={recipientName}
        action={{ label: say('kept.action'), link }}
        because={say('email.because-sent')}
        words={words}
      >
        <Paragraph>{say('kept.what')}</Paragraph>
        <Paragraph>{say('kept.mind')}</Paragraph>
      </Frame>
    )
  },
  samples: { parent: { link: 'https://mentoring.example/consent/sample', recipientName: 'Alex' } },
})

import { wordsIn } from '../../src/programme/people/parentWords/parentWords.ts'
import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = ({ language }: { language?: string | undefined }): string => wordsIn(language).say('changed.subject')

/** To the parent, as a receipt for a withdrawal (CON-4). */
export const consentWithdrawnParent = defineEmail({
  subject,
  Component: ({ brand, link, recipientName, language }) => {
    const words = wordsIn(language)
    const { say } = words
    return (
      <Frame
        brand={brand}
        subject={subject({ language })}
        heading={say('changed.subject')}
        recipientName={recipientName}
        action={{ label: say('changed.action'), link }}
        because={say('email.because-changed')}
        words={words}
      >
        <Paragraph>{say('changed.what')}</Paragraph>
        <Paragraph>{say('changed.again')}</Paragraph>
      </Frame>
    )
  },
  samples: { parent: { link: 'https://mentoring.example/consent/sample', recipientName: 'Alex' } },
})

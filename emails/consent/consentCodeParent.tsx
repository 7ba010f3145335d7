import { wordsIn } from '../../src/programme/people/parentWords/parentWords.ts'
import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = ({ language }: { language?: string | undefined }): string => wordsIn(language).say('code-email.subject')

/**
 * To a parent who asked for a code in place of the date of birth (CON-4). The code is made when the message is written,
 * and stored nowhere. It stands in no subject: a locked phone shows those.
 */
export const consentCodeParent = defineEmail({
  subject,
  Component: ({ brand, link, recipientName, language, code }) => {
    const words = wordsIn(language)
    const { say } = words
    const [before = '', after = ''] = say('code-email.code').split('{code}')
    return (
      <Frame
        brand={brand}
        subject={subject({ language })}
        heading={say('code-email.heading')}
        recipientName={recipientName}
        action={{ label: say('code-email.action'), link }}
        because={say('email.because-code')}
        words={words}
      >
        <Paragraph>
          {before}
          <strong>{code}</strong>
          {after}
        </Paragraph>
        <Paragraph>{say('code-email.where')}</Paragraph>
        <Paragraph>{say('code-email.secret')}</Paragraph>
        <Paragraph>{say('email.not-you')}</Paragraph>
      </Frame>
    )
  },
  samples: { parent: { link: 'https://mentoring.example/consent/sample', recipientName: 'Alex', code: '204816' } },
})

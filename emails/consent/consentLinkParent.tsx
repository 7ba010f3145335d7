import { wordsIn } from '../../src/programme/people/parentWords/parentWords.ts'
import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = ({ language }: { language?: string | undefined }): string =>
  wordsIn(language).say('new-link-email.subject')

/**
 * To a parent whose link did not work any more and who asked for a new one (CON-7). It always goes to the address that
 * we have.
 */
export const consentLinkParent = defineEmail({
  subject,
  Component: ({ brand, link, recipientName, language }) => {
    const words = wordsIn(language)
    const { say } = words
    return (
      <Frame
        brand={brand}
        subject={subject({ language })}
        heading={say('new-link-email.heading')}
        recipientName={recipientName}
        action={{ label: say('new-link-email.action'), link }}
        because={say('email.because-new-link')}
        words={words}
      >
        <Paragraph>{say('new-link-email.what')}</Paragraph>
        <Paragraph>{say('new-link-email.opens')}</Paragraph>
        <Paragraph>{say('email.not-you')}</Paragraph>
      </Frame>
    )
  },
  samples: { parent: { link: 'https://mentoring.example/consent/sample', recipientName: 'Alex' } },
})

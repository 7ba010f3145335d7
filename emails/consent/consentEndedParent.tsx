import { wordsIn } from '../../src/programme/people/parentWords/parentWords.ts'
import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = ({ language }: { language?: string | undefined }): string => wordsIn(language).say('ended.subject')

/** To a parent on the day on which their yes no longer counts (CON-5). */
export const consentEndedParent = defineEmail({
  subject,
  Component: ({ brand, link, recipientName, language }) => {
    const words = wordsIn(language)
    const { say } = words
    return (
      <Frame
        brand={brand}
        subject={subject({ language })}
        heading={say('ended.heading')}
        recipientName={recipientName}
        action={{ label: say('ended.action'), link }}
        because={say('email.because-answered')}
        words={words}
      >
        <Paragraph>{say('ended.what')}</Paragraph>
        <Paragraph>{say('email.each-point')}</Paragraph>
      </Frame>
    )
  },
  samples: { parent: { link: 'https://mentoring.example/consent/sample', recipientName: 'Alex' } },
})

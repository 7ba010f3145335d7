import { wordsIn } from '../../src/programme/people/parentWords/parentWords.ts'
import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = ({ language }: { language?: string | undefined }): string => wordsIn(language).say('ending.subject')

/** To a parent, 30, 14 and 3 days before their yes ends: the same link, to answer again (CON-5). */
export const consentEndingParent = defineEmail<{ until: string }>({
  subject,
  Component: ({ brand, link, recipientName, language, until }) => {
    const words = wordsIn(language)
    const { say } = words
    return (
      <Frame
        brand={brand}
        subject={subject({ language })}
        heading={say('ending.heading')}
        recipientName={recipientName}
        action={{ label: say('ending.action'), link }}
        because={say('email.because-answered')}
        words={words}
      >
        <Paragraph>{say('ending.until', { date: words.date(until) })}</Paragraph>
        <Paragraph>{say('ending.how')}</Paragraph>
      </Frame>
    )
  },
  samples: { parent: { until: '2027-03-03', link: 'https://mentoring.example/consent/sample', recipientName: 'Alex' } },
})

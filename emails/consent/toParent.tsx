import type { SentenceName } from '../../src/programme/people/parentWords/catalogue.ts'
import { wordsIn } from '../../src/programme/people/parentWords/parentWords.ts'
import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

/** A message to a parent that needs nothing but sentences: each is named, and said in the language in which they read. */
export const toParent = ({
  subject,
  heading,
  action,
  because,
  says,
}: {
  subject: SentenceName
  heading: SentenceName
  action: SentenceName
  because: SentenceName
  says: readonly SentenceName[]
}) => {
  const subjectIn = ({ language }: { language?: string | undefined }): string => wordsIn(language).say(subject)
  return defineEmail({
    subject: subjectIn,
    Component: ({ brand, link, recipientName, language }) => {
      const words = wordsIn(language)
      return (
        <Frame
          brand={brand}
          subject={subjectIn({ language })}
          heading={words.say(heading)}
          recipientName={recipientName}
          action={{ label: words.say(action), link }}
          because={words.say(because)}
          words={words}
        >
          {says.map((sentence) => (
            <Paragraph key={sentence}>{words.say(sentence)}</Paragraph>
          ))}
        </Frame>
      )
    },
    samples: { parent: { link: 'https://mentoring.example/consent/sample', recipientName: 'Alex' } },
  })
}

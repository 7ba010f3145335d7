import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = (): string => 'Our form has new words'

/** To a parent who answered before, when the committee asks everybody again in a new version: the same link (CON-5). */
export const consentNewWords = defineEmail({
  subject,
  Component: ({ brand, link, recipientName }) => (
    <Frame
      brand={brand}
      subject={subject()}
      heading="Please read our form again"
      recipientName={recipientName}
      action={{ label: 'Read and answer again', link }}
      because="you told us before what you agree to"
    >
      <Paragraph>
        We have changed the words of our form, so we ask you again. What you told us before still counts, as you read it
        then.
      </Paragraph>
      <Paragraph>Use this link to read the new words and to answer. You can say yes or no to each point.</Paragraph>
    </Frame>
  ),
  samples: { parent: { link: 'https://mentoring.example/consent/sample', recipientName: 'Alex' } },
})

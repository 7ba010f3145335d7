import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = 'An answer to your suggestion'

/** To whoever suggested something about the directory, when the committee has answered (DIR-1). */
export const suggestionAnswered = defineEmail({
  subject: () => subject,
  Component: ({ brand, link, recipientName }) => (
    <Frame
      brand={brand}
      subject={subject}
      heading={subject}
      recipientName={recipientName}
      action={{ label: 'Read the answer', link }}
      because="you suggested something for the directory"
    >
      <Paragraph>Thank you for your suggestion. The committee has looked at it.</Paragraph>
      <Paragraph>What came of it stands in the portal, below the directory.</Paragraph>
    </Frame>
  ),
  samples: { volunteer: { link: 'https://mentoring.example/portal/directory#suggestions', recipientName: 'Harper' } },
})

import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = (): string => 'Your yes has ended'

/** To a parent on the day on which their yes no longer counts (CON-5). */
export const consentEndedParent = defineEmail({
  subject,
  Component: ({ brand, link, recipientName }) => (
    <Frame
      brand={brand}
      subject={subject()}
      heading="We need your answer again"
      recipientName={recipientName}
      action={{ label: 'Answer again', link }}
      because="you told us before what you agree to"
    >
      <Paragraph>Your yes has ended. Plans may have to wait until you answer again.</Paragraph>
      <Paragraph>Use this link. You can say yes or no to each point.</Paragraph>
    </Frame>
  ),
  samples: { parent: { link: 'https://mentoring.example/consent/sample', recipientName: 'Alex' } },
})

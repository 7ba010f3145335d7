import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = (): string => 'We have changed your answers'

/** To the parent, as a receipt for a withdrawal (CON-4). */
export const consentWithdrawnParent = defineEmail({
  subject,
  Component: ({ brand, link, recipientName }) => (
    <Frame
      brand={brand}
      subject={subject()}
      heading="We have changed your answers"
      recipientName={recipientName}
      action={{ label: 'See your answers', link }}
      because="you changed your answers"
    >
      <Paragraph>You told us that you no longer agree to all points. This counts from now on.</Paragraph>
      <Paragraph>You can see your answers, or change them again, at any time.</Paragraph>
    </Frame>
  ),
  samples: { parent: { link: 'https://mentoring.example/consent/sample', recipientName: 'Alex' } },
})

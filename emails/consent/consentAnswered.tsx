import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = (): string => 'A parent has answered'

/**
 * To the co-ordinators, when a parent has sent the consent form (CON-1). What the answers are is read behind sign-in.
 */
export const consentAnswered = defineEmail({
  subject,
  Component: ({ brand, link, recipientName }) => (
    <Frame
      brand={brand}
      subject={subject()}
      heading="A parent has answered"
      recipientName={recipientName}
      action={{ label: 'See the answers', link }}
      because="you organise the programme"
    >
      <Paragraph>A parent has sent us the consent form. Sign in to see the answers.</Paragraph>
      <Paragraph>They count from now on, both yes and no.</Paragraph>
    </Frame>
  ),
  samples: { coordinator: { link: 'https://mentoring.example/admin/consent-requests/1', recipientName: 'Priya' } },
})

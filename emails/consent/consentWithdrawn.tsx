import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = (): string => 'A parent has changed their consent'

/** To those who must act on it, when a parent withdraws consent, in whole or in part (CON-4). */
export const consentWithdrawn = defineEmail({
  subject,
  Component: ({ brand, link, recipientName }) => (
    <Frame
      brand={brand}
      subject={subject()}
      heading="A parent has changed their consent"
      recipientName={recipientName}
      action={{ label: 'See what has changed', link }}
      because="the change may touch your work with us"
    >
      <Paragraph>The change counts from now on. Some meetings may have to wait.</Paragraph>
      <Paragraph>Sign in before the next meeting, and see what may still go ahead.</Paragraph>
    </Frame>
  ),
  samples: {
    volunteer: { link: 'https://mentoring.example/portal', recipientName: 'Sam' },
    coordinator: { link: 'https://mentoring.example/admin/consents', recipientName: 'Priya' },
  },
})

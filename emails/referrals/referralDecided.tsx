import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const SUBJECT = 'There is an answer to your referral'

/** To a referrer: there is a decision; what it is stands behind their link (ELG-2). */
export const referralDecided = defineEmail<{ reference: string }>({
  subject: () => SUBJECT,
  Component: ({ brand, link, recipientName, reference: quoted }) => (
    <Frame
      brand={brand}
      subject={SUBJECT}
      heading="There is an answer to your referral"
      recipientName={recipientName}
      action={{ label: 'See the answer', link }}
      because="you sent us a referral"
    >
      <Paragraph>We have an answer to your referral {quoted}. The link shows it.</Paragraph>
      <Paragraph>Thank you for thinking of us.</Paragraph>
    </Frame>
  ),
  samples: {
    school: { reference: 'R-7K3M-9Q2X', link: 'https://mentoring.example/refer/track/sample', recipientName: 'Sam' },
  },
})

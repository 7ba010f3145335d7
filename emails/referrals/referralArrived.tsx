import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const SUBJECT = 'A new referral has come in'

/** To the co-ordinator: a referral from outside waits to be linked to a child (ELG-2). */
export const referralArrived = defineEmail({
  subject: () => SUBJECT,
  Component: ({ brand, link, recipientName }) => (
    <Frame
      brand={brand}
      subject={SUBJECT}
      heading="A new referral has come in"
      recipientName={recipientName}
      action={{ label: 'Read the referral', link }}
      because="you look after referrals"
    >
      <Paragraph>Somebody has sent the public form. Sign in to read it.</Paragraph>
      <Paragraph>Say which child it is about, and the committee can decide.</Paragraph>
    </Frame>
  ),
  samples: { coordinator: { link: 'https://mentoring.example/admin/referrals/1', recipientName: 'Priya' } },
})

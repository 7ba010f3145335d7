import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const SUBJECT = 'Somebody has written about a referral'

/** To the committee: the referrer has answered or added something, or a view is there (ELG-2, ELG-3, ELG-9). */
export const referralAnswered = defineEmail({
  subject: () => SUBJECT,
  Component: ({ brand, link, recipientName }) => (
    <Frame
      brand={brand}
      subject={SUBJECT}
      heading="Somebody has written about a referral"
      recipientName={recipientName}
      action={{ label: 'Read and decide', link }}
      because="you decide on referrals"
    >
      <Paragraph>The referrer, or somebody whom we asked, has written to us. Sign in to read it.</Paragraph>
      <Paragraph>It stands with the referral.</Paragraph>
    </Frame>
  ),
  samples: { committee: { link: 'https://mentoring.example/admin/referrals/1', recipientName: 'Priya' } },
})

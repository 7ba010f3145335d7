import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const SUBJECT = 'We have a question about your referral'

/** To a referrer: the committee asks for more (ELG-3). The question itself stands behind the link. */
export const referralQuestion = defineEmail<{ reference: string }>({
  subject: () => SUBJECT,
  Component: ({ brand, link, recipientName, reference: quoted }) => (
    <Frame
      brand={brand}
      subject={SUBJECT}
      heading="We have a question"
      recipientName={recipientName}
      action={{ label: 'Read and answer', link }}
      because="you sent us a referral"
    >
      <Paragraph>The committee has read your referral {quoted} and would like to know more.</Paragraph>
      <Paragraph>The link shows the question. You can answer there. It is for you only.</Paragraph>
    </Frame>
  ),
  samples: {
    school: { reference: 'R-7K3M-9Q2X', link: 'https://mentoring.example/refer/track/sample', recipientName: 'Sam' },
  },
})

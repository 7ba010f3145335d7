import { speakDate } from '../../src/core/clock/londonDates.ts'
import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const SUBJECT = 'We have your referral'

/**
 * To a referrer: that it arrived, the date to expect an answer, the link to follow it (ELG-2). Nothing of what they
 * wrote.
 */
export const referralReceived = defineEmail<{ reference: string; answerBy: string }>({
  subject: () => SUBJECT,
  Component: ({ brand, link, recipientName, reference: quoted, answerBy }) => (
    <Frame
      brand={brand}
      subject={SUBJECT}
      heading="We have your referral"
      recipientName={recipientName}
      action={{ label: 'See how it stands', link }}
      because="you sent us a referral"
    >
      <Paragraph>Thank you. Your reference is {quoted}.</Paragraph>
      <Paragraph>We expect to tell you by {speakDate(answerBy)} what the committee has decided.</Paragraph>
      <Paragraph>The link shows how far we are. It is for you only, so keep this message.</Paragraph>
    </Frame>
  ),
  samples: {
    school: {
      reference: 'R-7K3M-9Q2X',
      answerBy: '2026-03-31',
      link: 'https://mentoring.example/refer/track/sample',
      recipientName: 'Sam',
    },
  },
})

import { speakMoment } from '../../src/core/clock/londonDates.ts'
import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = (): string => 'Choose a new password'

/** To somebody who has forgotten the password: a link that works once. */
export const passwordReset = defineEmail<{ validUntil: string }>({
  subject,
  Component: ({ brand, link, recipientName, validUntil }) => (
    <Frame
      brand={brand}
      subject={subject()}
      heading="Choose a new password"
      recipientName={recipientName}
      action={{ label: 'Choose a new password', link }}
      because="somebody asked for a new password for your account"
    >
      <Paragraph>
        Use the button to choose a new password. It works once, until {speakMoment(new Date(validUntil))}.
      </Paragraph>
      <Paragraph>If you did not ask for this, do nothing: your password stays as it is.</Paragraph>
    </Frame>
  ),
  samples: {
    user: {
      validUntil: '2026-03-03T17:00:00Z',
      link: 'https://mentoring.example/new-password/sample',
      recipientName: 'Sam',
    },
  },
})

import { speakMoment } from '../../src/core/clock/londonDates.ts'
import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = (): string => 'Confirm your new email address'

/** To the new address that somebody gave for themselves: it counts once this link was used. */
export const addressConfirm = defineEmail<{ validUntil: string }>({
  subject,
  Component: ({ brand, link, recipientName, validUntil }) => (
    <Frame
      brand={brand}
      subject={subject()}
      heading="Confirm your new address"
      recipientName={recipientName}
      action={{ label: 'Confirm this address', link }}
      because="somebody gave this address to sign in with"
    >
      <Paragraph>
        Use the button to sign in with this address from now on. It works until {speakMoment(new Date(validUntil))}.
      </Paragraph>
      <Paragraph>If you did not ask for this, do nothing: nothing changes.</Paragraph>
    </Frame>
  ),
  samples: {
    person: {
      validUntil: '2026-03-17T16:00:00Z',
      link: 'https://mentoring.example/address-change/sample',
      recipientName: 'Sam',
    },
  },
})

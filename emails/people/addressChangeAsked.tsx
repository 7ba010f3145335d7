import { speakMoment } from '../../src/core/clock/londonDates.ts'
import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = (): string => 'Somebody wants to change the address you sign in with'

/** To the present address of an account, at once when another is proposed: the person's own word counts. */
export const addressChangeAsked = defineEmail<{ by: 'themselves' | 'another'; validUntil: string }>({
  subject,
  Component: ({ brand, link, recipientName, by, validUntil }) => (
    <Frame
      brand={brand}
      subject={subject()}
      heading="Is this right?"
      recipientName={recipientName}
      action={{ label: by === 'themselves' ? 'Stop it' : 'Say yes or no', link }}
      because="you sign in with this address"
    >
      {by === 'themselves' ? (
        <>
          <Paragraph>
            You asked for another email address to sign in with. Once you use the link that we sent there, it counts in
            place of this one.
          </Paragraph>
          <Paragraph>
            Was it not you? Then somebody has your password. Use the button to stop it, and choose a new password.
          </Paragraph>
        </>
      ) : (
        <>
          <Paragraph>
            An administrator wants to change the email address with which you sign in. Use the button to see it, and to
            say yes or no.
          </Paragraph>
          <Paragraph>
            Without your word a second person at the charity must agree. If you know nothing of it, say no, and ring
            somebody at the charity whom you know.
          </Paragraph>
        </>
      )}
      <Paragraph>The button works until {speakMoment(new Date(validUntil))}.</Paragraph>
    </Frame>
  ),
  samples: {
    another: {
      by: 'another',
      validUntil: '2026-03-17T16:00:00Z',
      link: 'https://mentoring.example/address-change/sample',
      recipientName: 'Sam',
    },
    themselves: {
      by: 'themselves',
      validUntil: '2026-03-17T16:00:00Z',
      link: 'https://mentoring.example/address-change/sample',
      recipientName: 'Sam',
    },
  },
})

import { speakMoment } from '../../src/core/clock/londonDates.ts'
import type { Brand } from '../frame/brand.ts'
import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = (): string => 'Your invitation to sign in'

const welcome = ({ charityName }: Brand): string =>
  `You have been asked to join the mentoring programme of ${charityName}.`

/** To somebody who gets an account: a link that works once, to choose a password. */
export const invitation = defineEmail<{ validUntil: string }>({
  subject,
  Component: ({ brand, link, recipientName, validUntil }) => (
    <Frame
      brand={brand}
      subject={subject()}
      heading="Welcome"
      recipientName={recipientName}
      action={{ label: 'Choose a password', link }}
      because="somebody at the charity made an account for you"
    >
      <Paragraph>{welcome(brand)}</Paragraph>
      <Paragraph>
        Use the button to choose a password. It works once, until {speakMoment(new Date(validUntil))}. Please do not
        pass it on.
      </Paragraph>
    </Frame>
  ),
  samples: {
    newcomer: {
      validUntil: '2026-03-06T16:00:00Z',
      link: 'https://mentoring.example/invitation/sample',
      recipientName: 'Sam',
    },
  },
})

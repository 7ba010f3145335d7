import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'
import { speakWithin } from '../frame/withinDays.ts'

const subject = ({ withinDays: days }: { withinDays: number }): string =>
  `Something on your record ends ${speakWithin(days)}`

/**
 * To a volunteer, 60, 30 and 7 days before something that clears them ends; what it is stands behind sign-in (VOL-6,
 * VOL-9).
 */
export const clearanceEnding = defineEmail<{ withinDays: number }>({
  subject,
  Component: ({ brand, link, recipientName, withinDays: days }) => (
    <Frame
      brand={brand}
      subject={subject({ withinDays: days })}
      heading="Please look at your record"
      recipientName={recipientName}
      action={{ label: 'See my record', link }}
      because="you are a support volunteer"
    >
      <Paragraph>
        Something on your record ends {speakWithin(days)}. After that your meetings cannot go ahead until it is renewed.
      </Paragraph>
      <Paragraph>Sign in to see what it is, and who can help you to renew it.</Paragraph>
    </Frame>
  ),
  samples: { volunteer: { withinDays: 30, link: 'https://mentoring.example/portal/record', recipientName: 'Sam' } },
})

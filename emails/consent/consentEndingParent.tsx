import { speakDate } from '../../src/core/clock/londonDates.ts'
import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = (): string => 'Your yes ends soon'

/** To a parent, 30, 14 and 3 days before their yes ends: the same link, to answer again (CON-5). */
export const consentEndingParent = defineEmail<{ until: string }>({
  subject,
  Component: ({ brand, link, recipientName, until }) => (
    <Frame
      brand={brand}
      subject={subject()}
      heading="Please answer again"
      recipientName={recipientName}
      action={{ label: 'See and answer again', link }}
      because="you told us before what you agree to"
    >
      <Paragraph>Your yes counts up to {speakDate(until)}. From that day on it does not count any more.</Paragraph>
      <Paragraph>Use this link to answer again. You can say yes or no to each point.</Paragraph>
    </Frame>
  ),
  samples: { parent: { until: '2027-03-03', link: 'https://mentoring.example/consent/sample', recipientName: 'Alex' } },
})

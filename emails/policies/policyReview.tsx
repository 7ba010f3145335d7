import { speakDate } from '../../src/core/clock/londonDates.ts'
import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = ({ by }: { by: string }): string => `A policy is to be looked at again by ${speakDate(by)}`

/** To the committee, 60, 30 and 0 days before a document is to be looked at again (POL-5). */
export const policyReview = defineEmail<{ by: string }>({
  subject,
  Component: ({ brand, link, recipientName, by }) => (
    <Frame
      brand={brand}
      subject={subject({ by })}
      heading="Time to look at a policy again"
      recipientName={recipientName}
      action={{ label: 'See the policies', link }}
      because="you sit on the committee"
    >
      <Paragraph>One of our policies, or more, is to be looked at again by {speakDate(by)}.</Paragraph>
      <Paragraph>
        If it still holds, adopt it again with a new date. If not, write a new version. Somebody else adopts it.
      </Paragraph>
    </Frame>
  ),
  samples: {
    committee: { by: '2026-07-01', link: 'https://mentoring.example/admin/policies', recipientName: 'Casey' },
  },
})

import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = (): string => 'An applicant asks for another time to meet'

/** To the co-ordinator and the committee, when a planned interview does not suit. It names nobody [VOL-1]. */
export const interviewAnotherTime = defineEmail({
  subject,
  Component: ({ brand, link, recipientName }) => (
    <Frame
      brand={brand}
      subject={subject()}
      heading="The time does not suit an applicant"
      recipientName={recipientName}
      action={{ label: 'Plan another time', link }}
      because="you look after applications"
    >
      <Paragraph>
        Nobody waits for them at the old time. Sign in to read when it would suit, and plan a new one.
      </Paragraph>
    </Frame>
  ),
  samples: {
    committee: { link: 'https://mentoring.example/admin/collections/applications/1', recipientName: 'Priya' },
  },
})

import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = (): string => 'A referee has answered'

/** To the co-ordinator, when a referee has answered, or said that they cannot. What they said is not here [VOL-6]. */
export const referenceReceived = defineEmail({
  subject,
  Component: ({ brand, link, recipientName }) => (
    <Frame
      brand={brand}
      subject={subject()}
      heading="A referee has answered"
      recipientName={recipientName}
      action={{ label: 'See the reference', link }}
      because="you look after applications"
    >
      <Paragraph>A referee has answered by their link. Sign in to read it.</Paragraph>
    </Frame>
  ),
  samples: {
    coordinator: { link: 'https://mentoring.example/admin/collections/volunteer-references/1', recipientName: 'Priya' },
  },
})

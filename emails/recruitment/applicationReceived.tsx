import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = (): string => 'Somebody wants to become a volunteer'

/** To the co-ordinator and the committee, when an application has come in. It names nobody [VOL-1]. */
export const applicationReceived = defineEmail({
  subject,
  Component: ({ brand, link, recipientName }) => (
    <Frame
      brand={brand}
      subject={subject()}
      heading="Somebody wants to become a volunteer"
      recipientName={recipientName}
      action={{ label: 'Read the application', link }}
      because="you look after applications"
    >
      <Paragraph>An application has come in. Sign in to read it.</Paragraph>
      <Paragraph>A committee member then goes on with it, or says no.</Paragraph>
    </Frame>
  ),
  samples: {
    committee: { link: 'https://mentoring.example/admin/collections/applications/1', recipientName: 'Priya' },
  },
})

import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = (): string => 'Somebody’s job waits for one of you'

/** To all of the committee, when the account of somebody who alone held a job was closed at once. */
export const jobsLeftEmpty = defineEmail({
  subject,
  Component: ({ brand, link, recipientName }) => (
    <Frame
      brand={brand}
      subject={subject()}
      heading="A job waits for one of you"
      recipientName={recipientName}
      action={{ label: 'See whose it was', link }}
      because="you sit on the committee"
    >
      <Paragraph>
        An account was closed at once, and its holder did something that nobody else does now. Sign in to see whose it
        was and why it was closed.
      </Paragraph>
      <Paragraph>Agree today who takes it on, and enter it under “Designations” or “Changes of accounts”.</Paragraph>
    </Frame>
  ),
  samples: {
    committee: { link: 'https://mentoring.example/admin/collections/users/1', recipientName: 'Priya' },
  },
})

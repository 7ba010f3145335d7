import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = (): string => 'A new log is ready to read'

/** To the co-ordinator, when a volunteer has sent a log (LOG-2). Whether it holds a worry is not said here. */
export const logSubmitted = defineEmail({
  subject,
  Component: ({ brand, link, recipientName }) => (
    <Frame
      brand={brand}
      subject={subject()}
      heading="A new log is ready to read"
      recipientName={recipientName}
      action={{ label: 'Read the log', link }}
      because="you read the logs"
    >
      <Paragraph>A volunteer has sent the log of a meeting. Sign in to read it.</Paragraph>
      <Paragraph>When you mark it as read, you can send a word back.</Paragraph>
    </Frame>
  ),
  samples: { coordinator: { link: 'https://mentoring.example/admin/logs/1', recipientName: 'Priya' } },
})

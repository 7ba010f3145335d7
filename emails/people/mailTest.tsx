import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = (): string => 'Email arrives'

/** To the administrator who asked whether the mail server is set up as it should be. */
export const mailTest = defineEmail({
  subject,
  Component: ({ brand, link, recipientName }) => (
    <Frame
      brand={brand}
      subject={subject()}
      heading="Email arrives"
      recipientName={recipientName}
      action={{ label: 'Go on with the set-up', link }}
      because="you asked for a test message"
    >
      <Paragraph>You asked whether our messages arrive. This one did.</Paragraph>
      <Paragraph>Did it come into your junk mail? Then the address that we send from needs a look.</Paragraph>
    </Frame>
  ),
  samples: { administrator: { link: 'https://mentoring.example/admin/set-up', recipientName: 'Ada' } },
})

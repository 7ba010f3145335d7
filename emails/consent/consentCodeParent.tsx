import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = (): string => 'Your code'

/**
 * To a parent who asked for a code in place of the date of birth (CON-4). The code is made when the message is written,
 * and stored nowhere. It stands in no subject: a locked phone shows those.
 */
export const consentCodeParent = defineEmail({
  subject,
  Component: ({ brand, link, recipientName, code }) => (
    <Frame
      brand={brand}
      subject={subject()}
      heading="Here is your code"
      recipientName={recipientName}
      action={{ label: 'Go to my form', link }}
      because="somebody asked for a code to open your form"
    >
      <Paragraph>
        Your code is <strong>{code}</strong>.
      </Paragraph>
      <Paragraph>Type it on the page where you asked for it. It works once, for ten minutes.</Paragraph>
      <Paragraph>Tell nobody the code. None of us will ask you for it.</Paragraph>
      <Paragraph>Was it not you? Then you need do nothing.</Paragraph>
    </Frame>
  ),
  samples: { parent: { link: 'https://mentoring.example/consent/sample', recipientName: 'Alex', code: '204816' } },
})

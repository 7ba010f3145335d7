import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = (): string => 'Thank you: your copy is ready'

/** To a parent who has answered: the link under which the answers can be read and changed (CON-7, CON-4). */
export const consentCopy = defineEmail({
  subject,
  Component: ({ brand, link, recipientName }) => (
    <Frame
      brand={brand}
      subject={subject()}
      heading="Thank you for your answers"
      recipientName={recipientName}
      action={{ label: 'See or change your answers', link }}
      because="you sent us your answers"
    >
      <Paragraph>
        We have your answers. Your copy is ready. It is a PDF file, to keep or print. The link takes you to it.
      </Paragraph>
      <Paragraph>
        You can change your mind at any time, point by point. Just use the same link. You need not tell us why.
      </Paragraph>
    </Frame>
  ),
  samples: { parent: { link: 'https://mentoring.example/consent/sample', recipientName: 'Alex' } },
})

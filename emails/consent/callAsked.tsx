import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = (): string => 'A parent has asked for something'

/**
 * To the co-ordinators, when a parent asked on the pages of their link to be rung, or for the form by post (MAT-12). Who, when and why are read
 * behind sign-in.
 */
export const callAsked = defineEmail({
  subject,
  Component: ({ brand, link, recipientName }) => (
    <Frame
      brand={brand}
      subject={subject()}
      heading="A parent would like a call, or the form by post"
      recipientName={recipientName}
      action={{ label: 'See who it is', link }}
      because="you organise the programme"
    >
      <Paragraph>
        A parent or carer has asked us to ring them, or to post the form to them. Sign in to see who it is.
      </Paragraph>
      <Paragraph>Do it, then mark it as done on Today.</Paragraph>
    </Frame>
  ),
  samples: {
    coordinator: { link: 'https://mentoring.example/admin/collections/call-requests/1', recipientName: 'Priya' },
  },
})

import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = (): string => 'A parent’s link was tried with wrong dates'

/**
 * To the co-ordinators, when five wrong dates of birth have closed a parent's link for half an hour (CON-1): our date
 * may be wrong, or the link may be with somebody else.
 */
export const consentLinkWaits = defineEmail({
  subject,
  Component: ({ brand, link, recipientName }) => (
    <Frame
      brand={brand}
      subject={subject()}
      heading="A parent’s link waits for half an hour"
      recipientName={recipientName}
      action={{ label: 'See whose link it is', link }}
      because="you organise the programme"
    >
      <Paragraph>
        Somebody opened a parent’s link and gave five wrong dates of birth. The link now waits for half an hour.
      </Paragraph>
      <Paragraph>Is our date right? Did the link go to the right address? Look at both, and ring the parent.</Paragraph>
    </Frame>
  ),
  samples: {
    coordinator: { link: 'https://mentoring.example/admin/collections/consent-requests/1', recipientName: 'Priya' },
  },
})

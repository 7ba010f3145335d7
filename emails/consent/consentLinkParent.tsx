import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = (): string => 'Your new link'

/**
 * To a parent whose link did not work any more and who asked for a new one (CON-7). It always goes to the address that
 * we have.
 */
export const consentLinkParent = defineEmail({
  subject,
  Component: ({ brand, link, recipientName }) => (
    <Frame
      brand={brand}
      subject={subject()}
      heading="Here is your new link"
      recipientName={recipientName}
      action={{ label: 'Open my form', link }}
      because="somebody asked for a new link to your form"
    >
      <Paragraph>An old link of yours did not work, so somebody asked us for a new one.</Paragraph>
      <Paragraph>The link is for you only. It opens your form, or the answers that you gave.</Paragraph>
      <Paragraph>Was it not you? Then you need do nothing.</Paragraph>
    </Frame>
  ),
  samples: { parent: { link: 'https://mentoring.example/consent/sample', recipientName: 'Alex' } },
})

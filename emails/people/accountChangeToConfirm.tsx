import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = (): string => 'A change of an account needs a second person'

/**
 * To administrators and the committee, when somebody proposed a change of who a person is here or of what they may do
 * (ORG-1). Whose and what is read behind sign-in.
 */
export const accountChangeToConfirm = defineEmail({
  subject,
  Component: ({ brand, link, recipientName }) => (
    <Frame
      brand={brand}
      subject={subject()}
      heading="A second person is needed"
      recipientName={recipientName}
      action={{ label: 'Look at it', link }}
      because="you may confirm changes of accounts"
    >
      <Paragraph>
        Somebody has proposed to change an account. Sign in to see whose and why. It also stands on Today.
      </Paragraph>
      <Paragraph>Speak with the person before you confirm it: in person, or by a number that you know.</Paragraph>
    </Frame>
  ),
  samples: {
    second: { link: 'https://mentoring.example/admin/collections/account-changes/1', recipientName: 'Priya' },
  },
})

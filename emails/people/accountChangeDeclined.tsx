import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = (): string => 'A change of an account was declined'

/**
 * To administrators and the committee, when a change of an account was declined: somebody may have tried to take it.
 */
export const accountChangeDeclined = defineEmail({
  subject,
  Component: ({ brand, link, recipientName }) => (
    <Frame
      brand={brand}
      subject={subject()}
      heading="A change was declined"
      recipientName={recipientName}
      action={{ label: 'Look at it', link }}
      because="you may confirm changes of accounts"
    >
      <Paragraph>
        A change of an account was proposed, and somebody said no. Sign in to see whose, who proposed it and who
        declined.
      </Paragraph>
      <Paragraph>
        If the person knows nothing of it, speak with whoever proposed it, and tell a safeguarding lead.
      </Paragraph>
    </Frame>
  ),
  samples: {
    administrator: { link: 'https://mentoring.example/admin/collections/account-changes/1', recipientName: 'Priya' },
  },
})

import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = (): string => 'The address you sign in with has changed'

/**
 * To the former and to the new address of an account, once it has changed: what ended, and what to do if it is wrong.
 */
export const addressChanged = defineEmail<{ mailbox: 'former' | 'new' }>({
  subject,
  Component: ({ brand, link, recipientName, mailbox }) => (
    <Frame
      brand={brand}
      subject={subject()}
      heading="Your address has changed"
      recipientName={recipientName}
      action={{ label: 'Sign in', link }}
      because={mailbox === 'former' ? 'you signed in with this address' : 'you sign in with this address'}
    >
      {mailbox === 'former' ? (
        <Paragraph>You no longer sign in with this address, and our messages no longer come here.</Paragraph>
      ) : (
        <Paragraph>From now on you sign in with this address. Your password stays as it is.</Paragraph>
      )}
      <Paragraph>Wherever you were signed in, you are signed out. Links that we sent before no longer work.</Paragraph>
      <Paragraph>If this is wrong, ring somebody at the charity whom you know, at once.</Paragraph>
    </Frame>
  ),
  samples: {
    former: { mailbox: 'former', link: 'https://mentoring.example/sign-in', recipientName: 'Sam' },
    new: { mailbox: 'new', link: 'https://mentoring.example/sign-in', recipientName: 'Sam' },
  },
})

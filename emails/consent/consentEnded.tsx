import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = (): string => 'An agreement has ended'

/**
 * To the co-ordinators, the volunteer and the committee contact, on the day on which a parent's yes no longer counts
 * (CON-5).
 */
export const consentEnded = defineEmail({
  subject,
  Component: ({ brand, link, recipientName }) => (
    <Frame
      brand={brand}
      subject={subject()}
      heading="An agreement has ended"
      recipientName={recipientName}
      action={{ label: 'See what may go ahead', link }}
      because="it may touch your work with us"
    >
      <Paragraph>
        What a family had agreed to has ended, and has not been renewed yet. Some meetings may have to wait.
      </Paragraph>
      <Paragraph>Sign in before the next meeting, and see what may still go ahead.</Paragraph>
    </Frame>
  ),
  samples: {
    volunteer: { link: 'https://mentoring.example/portal', recipientName: 'Sam' },
    coordinator: { link: 'https://mentoring.example/admin/collections/children/1', recipientName: 'Priya' },
  },
})

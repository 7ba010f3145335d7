import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = 'A hand-over has to begin'

/** To the committee contact of a match, when its volunteer has paused or left (VOL-11). */
export const handoverNeeded = defineEmail({
  subject: () => subject,
  Component: ({ brand, link, recipientName }) => (
    <Frame
      brand={brand}
      subject={subject}
      heading={subject}
      recipientName={recipientName}
      action={{ label: 'Open the hand-over', link }}
      because="you are the committee contact of this match"
    >
      <Paragraph>
        The volunteer of one of your matches has paused or left. Their meetings are off until somebody else takes over.
      </Paragraph>
      <Paragraph>Please sign in, begin the hand-over, and speak with the family soon.</Paragraph>
    </Frame>
  ),
  samples: { contact: { link: 'https://mentoring.example/admin/collections/handovers/1', recipientName: 'Casey' } },
})

import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = (): string => 'A match has ended'

/**
 * To the volunteer, the committee contact and the co-ordinators, when a match ends because the young person is 18 and
 * has not agreed (CON-9).
 */
export const matchEnded = defineEmail({
  subject,
  Component: ({ brand, link, recipientName }) => (
    <Frame
      brand={brand}
      subject={subject()}
      heading="A match has ended"
      recipientName={recipientName}
      action={{ label: 'See what it was', link }}
      because="you were part of it"
    >
      <Paragraph>
        A young person is 18 now, decides for themselves, and has not agreed to go on. So the match has ended, and no
        further meeting goes ahead.
      </Paragraph>
      <Paragraph>
        They can begin again if they wish. The committee contact says goodbye to them and to the volunteer.
      </Paragraph>
    </Frame>
  ),
  samples: {
    volunteer: { link: 'https://mentoring.example/portal', recipientName: 'Sam' },
    coordinator: { link: 'https://mentoring.example/admin/collections/children/1', recipientName: 'Priya' },
  },
})

import { speakDate } from '../../src/core/clock/londonDates.ts'
import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = ({ by }: { by?: string | undefined }): string =>
  by ? `Please read and accept by ${speakDate(by)}` : 'There is something to read and accept'

/**
 * To a volunteer, before the day by which documents are to be accepted, or when somebody reminds them; which they are
 * stands behind sign-in (POL-4).
 */
export const policiesToAccept = defineEmail<{ by?: string | undefined }>({
  subject,
  Component: ({ brand, link, recipientName, by }) => (
    <Frame
      brand={brand}
      subject={subject({ by })}
      heading="Please read and accept"
      recipientName={recipientName}
      action={{ label: 'Read and accept', link }}
      because="you are a support volunteer"
    >
      <Paragraph>
        There is something that every volunteer reads and accepts.
        {by ? ` The last day for it is ${speakDate(by)}.` : ''}
      </Paragraph>
      <Paragraph>It takes a few minutes on your phone. Until it is accepted, your meetings may not go ahead.</Paragraph>
    </Frame>
  ),
  samples: {
    reminded: { by: '2026-03-17', link: 'https://mentoring.example/portal/policies', recipientName: 'Sam' },
    chased: { link: 'https://mentoring.example/portal/policies', recipientName: 'Sam' },
  },
})

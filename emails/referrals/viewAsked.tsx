import { speakMoment } from '../../src/core/clock/londonDates.ts'
import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const SUBJECT = 'We would like your view'

/** To somebody around a child: the committee asks for a view (ELG-9). The question stands behind the link. */
export const viewAsked = defineEmail<{ validUntil: string }>({
  subject: () => SUBJECT,
  Component: ({ brand, link, recipientName, validUntil }) => (
    <Frame
      brand={brand}
      subject={SUBJECT}
      heading="We would like your view"
      recipientName={recipientName}
      action={{ label: 'Read the question', link }}
      because="our committee would like your view"
    >
      <Paragraph>
        Our committee has a decision to make, and would like to know what you think. It takes a few minutes.
      </Paragraph>
      <Paragraph>
        The link is for you only, and can be answered once. It works until {speakMoment(new Date(validUntil))}.
      </Paragraph>
    </Frame>
  ),
  samples: {
    school: {
      validUntil: '2026-03-24T12:00:00Z',
      link: 'https://mentoring.example/refer/view/sample',
      recipientName: 'Sam',
    },
  },
})

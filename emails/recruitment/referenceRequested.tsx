import { speakMoment } from '../../src/core/clock/londonDates.ts'
import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = ({ occasion }: { occasion: 'first' | 'reminder' }): string =>
  occasion === 'first' ? 'Could you give a reference?' : 'We still hope for your reference'

/** To a referee: the link to a short form. Who it is about is shown there, not here [VOL-6]. */
export const referenceRequested = defineEmail<{ occasion: 'first' | 'reminder'; validUntil: string }>({
  subject,
  Component: ({ brand, link, recipientName, occasion, validUntil }) => (
    <Frame
      brand={brand}
      subject={subject({ occasion })}
      heading="Could you give a reference?"
      recipientName={recipientName}
      action={{ label: 'Give a reference', link }}
      because="somebody named you as a referee"
    >
      <Paragraph>
        {occasion === 'first'
          ? 'Somebody who wants to volunteer with us has named you.'
          : 'We wrote to you some days ago. We do not have your answer yet.'}
      </Paragraph>
      <Paragraph>
        There are four short questions. It takes about five minutes. What you say is not shown to them.
      </Paragraph>
      <Paragraph>The link is for you only. It works until {speakMoment(new Date(validUntil))}.</Paragraph>
    </Frame>
  ),
  samples: {
    first: {
      occasion: 'first',
      validUntil: '2026-03-31T11:00:00Z',
      link: 'https://mentoring.example/reference/sample',
      recipientName: 'Sky',
    },
    reminder: {
      occasion: 'reminder',
      validUntil: '2026-03-31T11:00:00Z',
      link: 'https://mentoring.example/reference/sample',
    },
  },
})

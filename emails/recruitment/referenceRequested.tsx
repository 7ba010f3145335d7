import { speakMoment } from '../../src/core/clock/londonDates.ts'
import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = ({ occasion }: { occasion: 'first' | 'reminder' }): string =>
  occasion === 'first' ? 'Could you give a reference?' : 'We still hope for your reference'

/** To a referee: who asks, for whom, and the link to a short form [VOL-6]. */
export const referenceRequested = defineEmail<{ occasion: 'first' | 'reminder'; validUntil: string }>({
  subject,
  Component: ({ brand, link, recipientName, occasion, validUntil, about = 'Somebody who wants to volunteer' }) => (
    <Frame
      brand={brand}
      subject={subject({ occasion })}
      heading={`Could you give a reference for ${about}?`}
      recipientName={recipientName}
      action={{ label: 'Give a reference', link }}
      because={`${about} named you as a referee`}
    >
      <Paragraph>
        {occasion === 'first'
          ? `${about} would like to volunteer with ${brand.charityName}, and has named you. We are a charity that gives children time, one to one, so we ask people who know each volunteer.`
          : `We wrote to you some days ago about ${about}, who would like to volunteer with ${brand.charityName}. We do not have your answer yet.`}
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
      about: 'Reese Placeholder',
      validUntil: '2026-03-31T11:00:00Z',
      link: 'https://mentoring.example/reference/sample',
      recipientName: 'Sky',
    },
    reminder: {
      occasion: 'reminder',
      about: 'Reese Placeholder',
      validUntil: '2026-03-31T11:00:00Z',
      link: 'https://mentoring.example/reference/sample',
    },
  },
})

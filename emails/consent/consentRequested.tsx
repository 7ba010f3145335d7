import { speakMoment } from '../../src/core/clock/londonDates.ts'
import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

type Details = { occasion: 'first' | 'reminder' | 'renewal' | 'of-age'; validUntil: string }

const subject = ({ occasion }: Pick<Details, 'occasion'>): string =>
  occasion === 'reminder' ? 'We still need your yes or no' : 'We need your yes or no'

const opening: Record<Details['occasion'], string> = {
  first: 'Before mentoring can start, we need to know what you agree to.',
  reminder: 'We wrote to you some days ago. We do not have your answer yet.',
  renewal: 'You told us before what you agree to. A yes lasts for some time only, so we ask again.',
  'of-age': 'You are 18 now, so you decide for yourself. We need to know what you agree to.',
}

/**
 * To a parent: the link to the consent form (CON-1). It names nobody; who it is about is shown after the parent's own
 * step.
 */
export const consentRequested = defineEmail<Details>({
  subject,
  Component: ({ brand, link, recipientName, occasion, validUntil }) => (
    <Frame
      brand={brand}
      subject={subject({ occasion })}
      heading="Please tell us what you agree to"
      recipientName={recipientName}
      action={{ label: 'Read and answer', link }}
      because={occasion === 'of-age' ? 'you have a volunteer with us' : 'you are named as a parent or carer'}
    >
      <Paragraph>{opening[occasion]}</Paragraph>
      <Paragraph>
        You can say yes or no to each point, and change your mind at any time. It takes a few minutes.
      </Paragraph>
      <Paragraph>The link is for you only. It works until {speakMoment(new Date(validUntil))}.</Paragraph>
    </Frame>
  ),
  samples: {
    first: {
      occasion: 'first',
      validUntil: '2026-03-17T16:00:00Z',
      link: 'https://mentoring.example/consent/sample',
      recipientName: 'Alex',
    },
    reminder: {
      occasion: 'reminder',
      validUntil: '2026-03-17T16:00:00Z',
      link: 'https://mentoring.example/consent/sample',
      recipientName: 'Alex',
    },
    renewal: {
      occasion: 'renewal',
      validUntil: '2026-03-17T16:00:00Z',
      link: 'https://mentoring.example/consent/sample',
    },
    'of age': {
      occasion: 'of-age',
      validUntil: '2026-03-17T16:00:00Z',
      link: 'https://mentoring.example/consent/sample',
      recipientName: 'Robin',
    },
  },
})

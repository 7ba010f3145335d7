import { speakMoment } from '../../src/core/clock/londonDates.ts'
import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const SUBJECT = 'The link to your form'

/** To whoever has begun a public form: the way back to it. It says nothing of what is in it. */
export const formLink = defineEmail<{ validUntil: string }>({
  subject: () => SUBJECT,
  Component: ({ brand, link, validUntil }) => (
    <Frame
      brand={brand}
      subject={SUBJECT}
      heading="Go on with your form"
      action={{ label: 'Go on with my form', link }}
      because="somebody asked us to send the link of a form here"
    >
      <Paragraph>You have begun a form on our website. This link takes you back to it.</Paragraph>
      <Paragraph>
        The link is for you only. Do not pass it on: it shows what you wrote. It works until{' '}
        {speakMoment(new Date(validUntil))}. Each time you save, you get more time.
      </Paragraph>
      <Paragraph>If you did not ask for this, you need do nothing.</Paragraph>
    </Frame>
  ),
  samples: { link: { validUntil: '2026-03-17T16:00:00Z', link: 'https://mentoring.example/form/return/sample' } },
})

import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

type Step =
  | 'received'
  | 'considered'
  | 'interview-planned'
  | 'interviewed'
  | 'approved'
  | 'not-approved'
  | 'withdrawn'
  | 'new-link'

const words: Record<Step, { subject: string; heading: string; text: string }> = {
  received: {
    subject: 'We have your application',
    heading: 'Thank you: we have your application',
    text: 'We read it in the next days. Your own page shows how far it is.',
  },
  considered: {
    subject: 'News about your application',
    heading: 'We would like to meet you',
    text: 'We have read your application. We now ask your two referees, and we plan a time to meet you.',
  },
  'interview-planned': {
    subject: 'A time to meet',
    heading: 'There is a time to meet',
    text: 'Your own page shows when and where. Tell us if it does not suit you.',
  },
  interviewed: {
    subject: 'News about your application',
    heading: 'Thank you for meeting us',
    text: 'The committee now decides. We write to you as soon as it has.',
  },
  approved: {
    subject: 'News about your application',
    heading: 'The committee has said yes',
    text: 'Welcome! You get a second email, to choose a password. There you also see what comes before you first meet a child.',
  },
  'not-approved': {
    subject: 'News about your application',
    heading: 'The committee has decided',
    text: 'Your own page shows what was decided, and whom you can ask.',
  },
  withdrawn: {
    subject: 'Your application is withdrawn',
    heading: 'Your application is withdrawn',
    text: 'We do nothing more with it. You can apply again at any time.',
  },
  'new-link': {
    subject: 'Your new link',
    heading: 'Your new link',
    text: 'The link below leads to your own page. The one that you had before does not work any more.',
  },
}

const subject = ({ step }: { step: Step }): string => words[step].subject

/**
 * To somebody who applied to become a volunteer: that there is a step further. What it says of them is behind their
 * link [VOL-1].
 */
export const applicationStep = defineEmail<{ step: Step }>({
  subject,
  Component: ({ brand, link, recipientName, step }) => (
    <Frame
      brand={brand}
      subject={subject({ step })}
      heading={words[step].heading}
      recipientName={recipientName}
      action={{ label: 'See my application', link }}
      because="you applied to become a volunteer"
    >
      <Paragraph>{words[step].text}</Paragraph>
      <Paragraph>The link is for you only.</Paragraph>
    </Frame>
  ),
  samples: Object.fromEntries(
    (Object.keys(words) as Step[]).map((step) => [
      step,
      { step, link: 'https://mentoring.example/apply/track/sample', recipientName: 'Reese' },
    ]),
  ),
})

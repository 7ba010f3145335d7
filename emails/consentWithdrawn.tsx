import { z } from 'zod'
import { Frame, Paragraph } from './frame/Frame.tsx'
import { defineEmail } from './frame/template.ts'

const details = z.strictObject({ audience: z.enum(['parent', 'volunteer', 'coordinator']) })

type Details = z.output<typeof details>

const subject = ({ audience }: Details): string => (audience === 'parent' ? 'We have changed your answers' : 'A parent has changed their consent')

const wording: Record<Details['audience'], { heading: string; said: string; next: string; label: string; because: string }> = {
  parent: {
    heading: 'We have changed your answers',
    said: 'You told us that you no longer agree to all points. This counts from now on.',
    next: 'You can see your answers, or change them again, at any time.',
    label: 'See your answers',
    because: 'you changed your answers',
  },
  volunteer: {
    heading: 'A parent has changed their consent',
    said: 'The change counts from now on. It may touch your next meeting.',
    next: 'Sign in before you meet, and see what you may still do.',
    label: 'See what has changed',
    because: 'the change may touch your meetings',
  },
  coordinator: {
    heading: 'A parent has changed their consent',
    said: 'The change counts from now on. Meetings that need it must wait.',
    next: 'Sign in to see what has changed.',
    label: 'See what has changed',
    because: 'you organise the programme',
  },
}

/** To the parent as a receipt, and to those who must act on it, when consent is withdrawn (CON-4). */
export const consentWithdrawn = defineEmail({
  details,
  subject,
  Component: ({ brand, link, recipientName, audience }) => (
    <Frame
      brand={brand}
      subject={subject({ audience })}
      heading={wording[audience].heading}
      recipientName={recipientName}
      action={{ label: wording[audience].label, link }}
      because={wording[audience].because}
    >
      <Paragraph>{wording[audience].said}</Paragraph>
      <Paragraph>{wording[audience].next}</Paragraph>
    </Frame>
  ),
  samples: {
    parent: { audience: 'parent', link: 'https://mentoring.example/consent/sample', recipientName: 'Alex' },
    volunteer: { audience: 'volunteer', link: 'https://mentoring.example/portal', recipientName: 'Sam' },
    coordinator: { audience: 'coordinator', link: 'https://mentoring.example/admin/consents', recipientName: 'Priya' },
  },
})

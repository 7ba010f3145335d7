import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'
import { speakWithin } from '../frame/withinDays.ts'

const subject = ({ withinDays: days }: { withinDays: number }): string =>
  `A volunteer’s record needs you ${speakWithin(days)}`

/** To the co-ordinators, 60, 30 and 7 days before something that clears a volunteer ends (VOL-6, VOL-9). */
export const clearanceEndingOffice = defineEmail<{ withinDays: number }>({
  subject,
  Component: ({ brand, link, recipientName, withinDays: days }) => (
    <Frame
      brand={brand}
      subject={subject({ withinDays: days })}
      heading="Something has to be renewed"
      recipientName={recipientName}
      action={{ label: 'Open the record', link }}
      because="you look after the volunteers"
    >
      <Paragraph>
        Something on a volunteer’s record ends {speakWithin(days)}. After that their meetings cannot go ahead until it
        is renewed.
      </Paragraph>
      <Paragraph>The volunteer has been told as well. Sign in to see whose record it is and what ends.</Paragraph>
    </Frame>
  ),
  samples: {
    coordinator: {
      withinDays: 7,
      link: 'https://mentoring.example/admin/collections/volunteers/1',
      recipientName: 'Morgan',
    },
  },
})

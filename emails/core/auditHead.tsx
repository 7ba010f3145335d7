import { speakDate } from '../../src/core/clock/londonDates.ts'
import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = ({ on }: { on: string }): string => `Keep this: the record of changes on ${speakDate(on)}`

/**
 * To somebody outside the machine, once a day: how long the audit’s chain is and the hash of its last row (acceptance
 * 18).
 */
export const auditHead = defineEmail<{ on: string; rows: number; hash: string }>({
  subject,
  Component: ({ brand, link, recipientName, on, rows, hash }) => (
    <Frame
      brand={brand}
      subject={subject({ on })}
      heading="Our record of changes today"
      recipientName={recipientName}
      action={{ label: 'See the record', link }}
      because="your address stands in the settings for this"
    >
      <Paragraph>Please keep this email. You need do nothing else.</Paragraph>
      <Paragraph>
        On {speakDate(on)} our record of changes had this many rows: {rows}
      </Paragraph>
      <Paragraph>The number of its last row: {hash}</Paragraph>
      <Paragraph>
        Do you want to know later if rows were cut off or changed? Ask whoever runs the machine to type this:
      </Paragraph>
      <Paragraph>
        npm run audit:verify -- {rows} {hash}
      </Paragraph>
    </Frame>
  ),
  samples: {
    trustee: {
      on: '2026-03-03',
      rows: 41_872,
      hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      link: 'https://mentoring.example/admin/collections/audit-events',
    },
  },
})

import { Frame, Paragraph } from '../frame/Frame.tsx'
import { defineEmail } from '../frame/template.ts'

const subject = 'A volunteer wishes to pause or leave'

/** To the co-ordinators and the committee, when a volunteer says that they wish to pause or leave (VOL-11). */
export const volunteerWish = defineEmail({
  subject: () => subject,
  Component: ({ brand, link, recipientName }) => (
    <Frame
      brand={brand}
      subject={subject}
      heading={subject}
      recipientName={recipientName}
      action={{ label: 'See who and why', link }}
      because="you look after the volunteers"
    >
      <Paragraph>
        A volunteer has told us that they wish to pause or leave. They keep their part until one of you carries it out.
      </Paragraph>
      <Paragraph>Please speak with them, then sign in to do it. The hand-over begins by itself.</Paragraph>
    </Frame>
  ),
  samples: {
    committee: { link: 'https://mentoring.example/admin/collections/standing-requests/1', recipientName: 'Casey' },
  },
})

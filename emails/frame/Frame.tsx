import { Body, Button, Container, Head, Heading, Hr, Html, Preview, Text } from 'react-email'
import type { ReactNode } from 'react'
import { dialled } from '../../src/core/fields/telephone.ts'
import { readableOn, type Brand } from './brand.ts'
import { darkRules, styles } from './styles.ts'

export type FrameProps = {
  brand: Brand
  subject: string
  heading: string
  recipientName?: string | undefined
  /** The one thing to do. */
  action: { label: string; link: string }
  /** Why this person gets the message, as the end of "You get this e-mail because …". */
  because: string
  children: ReactNode
}

/** What all our messages have in common: the charity's name, a greeting, one button, and why the message came. */
export const Frame = ({ brand, subject, heading, recipientName, action, because, children }: FrameProps) => (
  <Html lang="en-GB">
    <Head>
      <title>{subject}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
      <style>{darkRules}</style>
    </Head>
    <Body lang="en-GB" className="page" style={styles.page}>
      <Preview useTitleTag={false}>{heading}</Preview>
      <Container className="card" style={styles.card}>
        <Text className="soft" style={{ ...styles.charity, borderBottomColor: brand.accent }}>
          {brand.charityName}
        </Text>
        <Heading as="h1" style={styles.heading}>
          {heading}
        </Heading>
        <Paragraph>{recipientName ? `Hello ${recipientName},` : 'Hello,'}</Paragraph>
        {children}
        <Button
          href={action.link}
          style={{ ...styles.button, backgroundColor: brand.accent, color: readableOn(brand.accent) }}
        >
          {action.label}
        </Button>
        <Hr className="rule" style={styles.rule} />
        <Text className="soft" style={styles.footer}>
          You get this e-mail because {because}. It holds no details about any child.
        </Text>
      </Container>
    </Body>
  </Html>
)

/** A paragraph of a message. */
export const Paragraph = ({ children }: { children: ReactNode }) => <Text style={styles.paragraph}>{children}</Text>

/** To whoever has no account: the number to ring, where the charity has given one. */
export const RingUs = ({ brand: { phone } }: { brand: Brand }) =>
  phone === undefined ? null : (
    <Paragraph>
      Or ring us: <a href={`tel:${dialled(phone)}`}>{phone}</a>.
    </Paragraph>
  )

import { Body, Button, Container, Head, Heading, Hr, Html, Preview, Text } from 'react-email'
import type { ReactNode } from 'react'
import { wordsIn, type ParentWords } from '../../src/programme/people/parentWords/parentWords.ts'
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
  /** In which language it is written; in English unless told. */
  words?: ParentWords
  children: ReactNode
}

/** What all our messages have in common: the charity's name, a greeting, one button, and why the message came. */
export const Frame = ({
  brand,
  subject,
  heading,
  recipientName,
  action,
  because,
  words = IN_ENGLISH,
  children,
}: FrameProps) => (
  <Html lang={words.code} dir={words.direction}>
    <Head>
      <title>{subject}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
      <style>{darkRules}</style>
    </Head>
    <Body lang={words.code} dir={words.direction} className="page" style={styles.page}>
      <Preview useTitleTag={false}>{heading}</Preview>
      <Container className="card" style={styles.card}>
        <Text className="soft" style={styles.charity}>
          <Mark accent={brand.accent} />
          {brand.charityName}
        </Text>
        <Heading as="h1" style={styles.heading}>
          {heading}
        </Heading>
        <Paragraph>
          {recipientName ? words.say('email.hello', { name: recipientName }) : words.say('email.hello-nobody')}
        </Paragraph>
        {children}
        <Button
          href={action.link}
          style={{ ...styles.button, backgroundColor: brand.accent, color: readableOn(brand.accent) }}
        >
          {action.label}
        </Button>
        <Hr className="rule" style={styles.rule} />
        <Text className="soft" style={styles.footer}>
          {words.say('email.because', { why: because })}
        </Text>
      </Container>
    </Body>
  </Html>
)

/**
 * The programme's mark as letters can draw it, because mail programs show no pictures until they are asked: a track that
 * rises from the left, on the charity's colour. No part of the message as text.
 */
const Mark = ({ accent }: { accent: string }) => (
  <span
    aria-hidden="true"
    data-skip-in-text="true"
    style={{ ...styles.mark, backgroundColor: accent, color: readableOn(accent) }}
  >
    ⋰
  </span>
)

/** A paragraph of a message. */
export const Paragraph = ({ children }: { children: ReactNode }) => <Text style={styles.paragraph}>{children}</Text>

/** To whoever has no account: the number to ring, where the charity has given one. */
export const RingUs = ({ brand: { phone }, words: { say } }: { brand: Brand; words: ParentWords }) => {
  if (phone === undefined) return null
  const [before = '', after = ''] = say('email.ring').split('{number}')
  return (
    <Paragraph>
      {before}
      <a href={`tel:${dialled(phone)}`} dir="ltr">
        {phone}
      </a>
      {after}
    </Paragraph>
  )
}

const IN_ENGLISH = wordsIn('en')

import type { FunctionComponent } from 'react'
import { z } from 'zod'
import type { Brand } from './brand.ts'

/** What every message is given when it is rendered, beyond what its notification keeps. */
export const commonProps = {
  /**
   * Where the button leads: behind sign-in, a single-purpose link, or `mailto:`. Derived when the message is rendered.
   */
  link: z.string().regex(/^(https?:\/\/|mailto:)/, 'The link must be http, https or mailto.'),
  /** The first name of the person it goes to. */
  recipientName: z.string().max(60).optional(),
  /**
   * Six digits that open a form, for the one message that brings them. Made with the key when the message is rendered,
   * like a link.
   */
  code: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  /** The name of the grown-up whom a referee is asked about, for that one message. Looked up when it is rendered. */
  about: z.string().max(200).optional(),
  /** The code of the language in which a parent reads; left out for everybody else. */
  language: z.string().max(5).optional(),
}

/** The same as templates are given it. */
export type CommonProps = {
  link: string
  recipientName?: string | undefined
  code?: string | undefined
  about?: string | undefined
  language?: string | undefined
}

/**
 * How one kind of message reads. `Details` is what its notification keeps, as its area declares it; `samples` are for
 * the preview and the tests.
 */
export type EmailTemplate<Details> = {
  subject: (props: Details & CommonProps) => string
  Component: FunctionComponent<Details & CommonProps & { brand: Brand }>
  samples: Readonly<Record<string, Details & CommonProps>>
}

/** A template, with its parts checked against what it is given. */
export const defineEmail = <Details = unknown>(template: EmailTemplate<NoInfer<Details>>): EmailTemplate<Details> =>
  template

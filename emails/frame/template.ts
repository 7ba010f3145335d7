import type { FunctionComponent } from 'react'
import { z } from 'zod'
import type { Brand } from './brand.ts'

/** What every message is given when it is rendered, beyond what its notification keeps. */
export const commonProps = {
  /** Where the button leads: behind sign-in, a single-purpose link, or `mailto:`. Derived when the message is rendered. */
  link: z.string().regex(/^(https?:\/\/|mailto:)/, 'The link must be http, https or mailto.'),
  /** The first name of the person it goes to. */
  recipientName: z.string().max(60).optional(),
  /** Six digits that open a form, for the one message that brings them. Made with the key when the message is rendered, like a link. */
  code: z.string().regex(/^\d{6}$/).optional(),
}

export type CommonProps = { link: string; recipientName?: string | undefined; code?: string | undefined }

// An empty shape would otherwise forbid every further property.
type DetailsOf<Shape extends z.ZodRawShape> = keyof Shape extends never ? unknown : z.output<z.ZodObject<Shape>>

/** One kind of message. `details` is what its notification keeps; `samples` are for the preview and the tests. */
export type EmailTemplate<Shape extends z.ZodRawShape> = {
  details: z.ZodObject<Shape, z.core.$strict>
  subject: (props: DetailsOf<Shape> & CommonProps) => string
  Component: FunctionComponent<DetailsOf<Shape> & CommonProps & { brand: Brand }>
  samples: Readonly<Record<string, DetailsOf<Shape> & CommonProps>>
}

/** A template, with its parts checked against its details. */
export const defineEmail = <Shape extends z.ZodRawShape>(template: EmailTemplate<Shape>): EmailTemplate<Shape> => template

/** A moment as it is kept in details: ISO 8601, in UTC or with its offset. */
export const moment = z.iso.datetime({ offset: true })

/** A calendar date as it is kept in details. */
export const calendarDay = z.iso.date()

/** The reference of something sent to us, as people quote it. */
export const reference = z.string().regex(/^[A-Z]-[A-Z2-9]{4}-[A-Z2-9]{4}$/)

/** A place as people name it, made to fit one short line: a message must not be lost because somebody described the way there. */
export const place = z.string().trim().min(1).transform((words) => shortened(words.replaceAll(/[\p{Cc}\s]+/gu, ' ')))

const shortened = (line: string): string => (line.length <= LONGEST_PLACE ? line : `${line.slice(0, LONGEST_PLACE - 1).trimEnd()}…`)

const LONGEST_PLACE = 120

import { z } from 'zod'
import type { Audience } from './audience.ts'

/** One kind of message as it is written: the name of its template, what its row keeps, and for whom it is. */
export type MessageKind<Shape extends z.ZodRawShape = z.ZodRawShape> = {
  template: string
  /**
   * What its row keeps beyond who and what it is about: days and places, never a case detail [DAT-5]. Checked when it
   * is written.
   */
  details: z.ZodObject<Shape, z.core.$strict>
  to: Audience
}

/** A kind of message whose details are closed away. */
export type AnyMessage = Omit<MessageKind, 'details'> & { details: z.ZodObject }

/** An area's messages by the names of their templates. */
export const defineMessages = <const Shapes extends Readonly<Record<string, z.ZodRawShape>>>(messages: {
  [Name in keyof Shapes]: Omit<MessageKind<Shapes[Name]>, 'template'>
}): { [Name in keyof Shapes]: MessageKind<Shapes[Name]> } =>
  Object.fromEntries(
    Object.entries(messages as Record<string, Omit<MessageKind, 'template'>>).map(([template, message]) => [
      template,
      { ...message, template },
    ]),
  ) as { [Name in keyof Shapes]: MessageKind<Shapes[Name]> }

/**
 * The details as they are kept. Throws, naming the message and the field, when its template could not use them: what
 * nobody can read must not be found out by the worker, when whoever caused it has long been told that it is sent.
 */
export const fittingDetails = ({
  message,
  details,
}: {
  message: AnyMessage
  details: unknown
}): Record<string, unknown> => {
  const checked = message.details.safeParse(details)
  if (checked.success) return checked.data as Record<string, unknown>
  throw new Error(`The details do not fit the message "${message.template}": ${problemsOf(checked.error)}`)
}

/** What is wrong, field by field. */
export const problemsOf = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message)).join('; ')

/** No details: most messages say only that there is something to read behind sign-in. */
export const nothing = z.strictObject({})

/** A moment as it is kept in details: ISO 8601, in UTC or with its offset. */
export const moment = z.iso.datetime({ offset: true })

/** A calendar date as it is kept in details. */
export const calendarDay = z.iso.date()

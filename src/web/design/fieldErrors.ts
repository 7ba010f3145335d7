/**
 * What is wrong, by the name of the field, in the order of the page. The same words stand in the summary and at the
 * field.
 */
export type FieldErrors = Readonly<Record<string, string>>

/** The id of a field's first input, to which the error summary links. */
export const fieldId = (name: string): string => `field-${name}`

/** The ids a field is described by, for `aria-describedby`; undefined when it has neither hint nor error. */
export const describedBy = ({ id, hint, error }: { id: string; hint?: unknown; error?: string }): string | undefined =>
  [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined

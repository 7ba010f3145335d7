import type { ReactElement } from 'react'

/** How many quiet tints there are; the palette names them `tint1` to `tint6`. */
const TINTS = 6

/**
 * A child's initial on a quiet tint of their own, so that two children are told apart at a glance. It stands beside the
 * name and says nothing by itself. `childId` is the record's id, whose tint stays whatever the child is called.
 */
export const ChildMark = ({ childId, name }: { childId: string; name: string }): ReactElement => (
  <span className={`child-mark child-mark--${tintOf(childId)}`} aria-hidden="true">
    {initialOf(name)}
  </span>
)

const tintOf = (childId: string): number =>
  1 + ([...childId].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 9973, 7) % TINTS)

/** The first letter as people count letters, accents and all. */
const initialOf = (name: string): string => {
  const [first] = new Intl.Segmenter('en-GB').segment(name.trim())
  return (first?.segment ?? '').toUpperCase()
}

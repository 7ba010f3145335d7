import type { ReactElement } from 'react'

/** The name of a box that only programs fill in. */
const TRAP = 'homepage'

/** A box that nobody sees, hears or reaches by keyboard: what is typed into it was typed by a program. */
export const Trap = (): ReactElement => (
  <div className="visually-hidden" aria-hidden="true">
    <label htmlFor="leave-empty">Leave this box empty</label>
    <input id="leave-empty" name={TRAP} type="text" tabIndex={-1} autoComplete="off" defaultValue="" />
  </div>
)

/**
 * Whether the box was filled in. Not a word of the form is kept then; a person whose browser did it reads how to go on.
 */
export const fellIntoTrap = (body: Readonly<Record<string, unknown>>): boolean =>
  typeof body[TRAP] !== 'undefined' && body[TRAP] !== ''

/** What such a person reads. */
export const TRAP_SENTENCE =
  'A hidden box was filled in, perhaps by your browser. We have emptied it. Please send the page again.'

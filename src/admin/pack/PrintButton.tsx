'use client'

import { useHearsPresses } from '../actions/useHearsPresses.ts'

/** Prints the page, as the browser's own menu does. */
export const PrintButton = () => (
  <button type="button" className="action" disabled={!useHearsPresses()} onClick={() => window.print()}>
    Print the agenda
  </button>
)

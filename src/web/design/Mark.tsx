import type { ReactElement } from 'react'

/** The programme's mark: a winding track from a small dot to the sun. Drawn in the stylesheet's colours. */
export const Mark = (): ReactElement => (
  <svg className="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <rect className="mark__ground" width="32" height="32" rx="9" />
    <path className="mark__track" d="M14 22.5c5-1.5 8-4 8-9.5" />
    <circle className="mark__start" cx="8.5" cy="24" r="3" />
    <circle className="mark__sun" cx="22.5" cy="8.5" r="4" />
  </svg>
)

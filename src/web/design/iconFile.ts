import { accentShades } from './accent.ts'
import { PALETTE } from './palette.ts'

/** The programme's mark as a file for the browser's tab, in the charity's colour, given as `#rrggbb`. */
export const iconFile = ({ accent }: { accent: string }): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="9" fill="${accentShades({ accent }).light.accent}"/><path d="M14 22.5c5-1.5 8-4 8-9.5" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-dasharray=".1 5"/><circle cx="8.5" cy="24" r="3" fill="#fff"/><circle cx="22.5" cy="8.5" r="4" fill="${PALETTE.light.sun}"/></svg>`

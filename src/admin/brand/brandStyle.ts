import { accentShades, type AccentShades } from '../../web/design/accent.ts'

/** The charity's colour as the panel's stylesheet uses it, for both of Payload's themes. `accent` is `#rrggbb`. */
export const brandStyle = ({ accent }: { accent: string }): string => {
  const { light, dark } = accentShades({ accent })
  return `html{${asVariables(light)}}html[data-theme=dark]{${asVariables(dark)}}`
}

/** The programme's mark as an icon for the browser's tab, in the charity's colour. */
export const brandIcon = ({ accent }: { accent: string }): string =>
  `data:image/svg+xml,${encodeURIComponent(ICON(accentShades({ accent }).light.accent))}`

const asVariables = ({ accent, accentStrong, accentTint, accentLine, onAccent }: AccentShades): string =>
  `--accent:${accent};--accent-strong:${accentStrong};--accent-tint:${accentTint};--accent-line:${accentLine};--on-accent:${onAccent}`

const ICON = (ground: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="9" fill="${ground}"/><path d="M14 22.5c5-1.5 8-4 8-9.5" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-dasharray=".1 5"/><circle cx="8.5" cy="24" r="3" fill="#fff"/><circle cx="22.5" cy="8.5" r="4" fill="#ffc65c"/></svg>`

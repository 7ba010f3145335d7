import { accentShades } from '../../web/design/accent.ts'
import { iconFile } from '../../web/design/iconFile.ts'
import { asVariables } from '../../web/design/palette.ts'

/** The charity's colour as the panel's stylesheet uses it, for both of Payload's themes. `accent` is `#rrggbb`. */
export const brandStyle = ({ accent }: { accent: string }): string => {
  const { light, dark } = accentShades({ accent })
  return `html{${asVariables(light)}}html[data-theme=dark]{${asVariables(dark)}}`
}

/** The programme's mark as an icon for the browser's tab, in the charity's colour. */
export const brandIcon = ({ accent }: { accent: string }): string =>
  `data:image/svg+xml,${encodeURIComponent(iconFile({ accent }))}`

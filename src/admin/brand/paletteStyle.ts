import { accentShades } from '../../web/design/accent.ts'
import { asVariables, DEFAULT_ACCENT, PALETTE, SCALES } from '../../web/design/palette.ts'

/**
 * The text of src/admin/styles/palette.css: the colours of the portal in Payload's own variables and in ours, for both
 * of Payload's themes. Payload turns its scale of greys round for the dark one.
 */
export const paletteStyle = (): string => `/* Generated from src/web/design/palette.ts by npm run generate. */
:root {
${lines(asVariables(scaled(SCALES)))}
}

/* Where no page has set the charity's colours, the colour that a charity has until it chooses one. */
:where(:root) {
${lines(asVariables(accentShades({ accent: DEFAULT_ACCENT }).light))}
}

html {
${lines(asVariables(PALETTE.light))}
}

html[data-theme='dark'] {
${lines(asVariables(PALETTE.dark))}
}
`

const scaled = (scales: Readonly<Record<string, Readonly<Record<string, string>>>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(scales).flatMap(([scale, steps]) =>
      Object.entries(steps).map(([step, colour]) => [`color-${scale}-${step}`, colour]),
    ),
  )

const lines = (variables: string): string =>
  variables
    .split(';')
    .map((variable) => `  ${variable.replace(':', ': ')};`)
    .join('\n')

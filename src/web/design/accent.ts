import { formatHex, modeLrgb, modeOklab, modeOklch, modeRgb, toGamut, useMode, wcagContrast } from 'culori/fn'
import { DEFAULT_ACCENT, PALETTE } from './palette.ts'

/** The colours of one scheme that follow from the charity's accent colour, each as `#rrggbb`. */
export type AccentShades = {
  /** Links, buttons and the mark. */
  accent: string
  /** The same, pressed or hovered over. */
  accentStrong: string
  /** A quiet background. */
  accentTint: string
  /** A line around that background. */
  accentLine: string
  /** Text on the accent. */
  onAccent: string
}

/** Whether a text is a colour that can be an accent: `#` and six hexadecimal digits. */
export const isAccentColour = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text)

/**
 * The shades of an accent colour for both schemes. Whatever colour a charity chooses keeps its hue and is darkened or
 * lightened until text in it can be read: at least 5.5:1 on light paper and 8:1 on dark, 4.5:1 on its own tint. A text
 * that is no colour gives the default, because a mistyped setting must not take the portal down.
 */
export const accentShades = ({ accent }: { accent: string }): { light: AccentShades; dark: AccentShades } => {
  const { l: lightness = 0, c: chroma = 0, h: hue } = toLch(isAccentColour(accent) ? accent : DEFAULT_ACCENT) ?? {}
  const chosen = { lightness: Math.min(1, lightness), chroma, hue }
  const light = readableShade({ shade: chosen, paper: PALETTE.light.paper, contrast: 5.5, step: -0.01 })
  const dark = readableShade({
    shade: { ...chosen, chroma: Math.min(chosen.chroma, 0.13) },
    paper: PALETTE.dark.paper,
    contrast: 8,
    step: 0.01,
  })
  return {
    light: {
      accent: toHex(light),
      accentStrong: toHex({ ...light, lightness: light.lightness - 0.09 }),
      accentTint: toHex({ ...light, lightness: 0.955, chroma: Math.min(light.chroma, 0.016) }),
      accentLine: toHex({ ...light, lightness: 0.86, chroma: Math.min(light.chroma, 0.05) }),
      onAccent: '#ffffff',
    },
    dark: {
      accent: toHex(dark),
      accentStrong: toHex({ ...dark, lightness: Math.min(dark.lightness + 0.07, 0.97) }),
      accentTint: toHex({ ...dark, lightness: 0.27, chroma: Math.min(dark.chroma, 0.035) }),
      accentLine: toHex({ ...dark, lightness: 0.4, chroma: Math.min(dark.chroma, 0.05) }),
      onAccent: PALETTE.dark.paper,
    },
  }
}

/** The WCAG contrast ratio of two colours given as `#rrggbb`, from 1 to 21. */
export const contrastRatio = (first: string, second: string): number => wcagContrast(first, second)

// OKLCH: lightness there is what the eye sees, so one step darkens every hue alike.
const [toLch] = [useMode(modeOklch), useMode(modeRgb), useMode(modeLrgb), useMode(modeOklab)]

type Lch = { lightness: number; chroma: number; hue: number | undefined }

type ShadeSearch = { shade: Lch; paper: string; contrast: number; step: number }

const readableShade = ({ shade, paper, contrast, step }: ShadeSearch): Lch => {
  let lightness = shade.lightness
  while (lightness >= 0 && lightness <= 1 && contrastRatio(toHex({ ...shade, lightness }), paper) < contrast)
    lightness += step
  return { ...shade, lightness }
}

// Away from what a screen can show by less than an eye can tell is near enough.
const onScreen = toGamut('rgb', 'oklch')

/** A colour no screen can show loses chroma, never hue or lightness. */
const toHex = ({ lightness, chroma, hue }: Lch): string =>
  formatHex(onScreen({ mode: 'oklch', l: Math.min(1, Math.max(0, lightness)), c: chroma, h: hue }))

/** The colour a charity gets until it chooses one: a deep spruce green, calm on warm paper. */
export const DEFAULT_ACCENT = '#0b6b62'

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

/** The background of pages in each scheme, against which every accent is measured. */
export const PAPER = { light: '#fdf9f2', dark: '#1b1917' } as const

/** Whether a text is a colour that can be an accent: `#` and six hexadecimal digits. */
export const isAccentColour = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text)

/**
 * The shades of an accent colour for both schemes. Whatever colour a charity chooses keeps its hue and is darkened or
 * lightened until text in it can be read: at least 5.5:1 on light paper and 8:1 on dark, 4.5:1 on its own tint. A text
 * that is no colour gives
 * the default, because a mistyped setting must not take the portal down.
 */
export const accentShades = ({ accent }: { accent: string }): { light: AccentShades; dark: AccentShades } => {
  const chosen = toLch(isAccentColour(accent) ? accent : DEFAULT_ACCENT)
  const light = readableShade({ shade: chosen, paper: PAPER.light, contrast: 5.5, step: -0.01 })
  const dark = readableShade({
    shade: { ...chosen, chroma: Math.min(chosen.chroma, 0.13) },
    paper: PAPER.dark,
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
      onAccent: PAPER.dark,
    },
  }
}

/** The WCAG contrast ratio of two colours given as `#rrggbb`, from 1 to 21. */
export const contrastRatio = (first: string, second: string): number => {
  const [darker = 0, lighter = 0] = [luminance(first), luminance(second)].sort((one, other) => one - other)
  return (lighter + 0.05) / (darker + 0.05)
}

type Lch = { lightness: number; chroma: number; hue: number }

type ShadeSearch = { shade: Lch; paper: string; contrast: number; step: number }

const readableShade = ({ shade, paper, contrast, step }: ShadeSearch): Lch => {
  let lightness = shade.lightness
  while (lightness >= 0 && lightness <= 1 && contrastRatio(toHex({ ...shade, lightness }), paper) < contrast)
    lightness += step
  return { ...shade, lightness }
}

const toLinear = (channel: number): number =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4

const fromLinear = (channel: number): number =>
  channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055

const linearChannels = (hex: string): [number, number, number] => {
  const value = Number.parseInt(hex.slice(1), 16)
  return [toLinear(((value >> 16) & 255) / 255), toLinear(((value >> 8) & 255) / 255), toLinear((value & 255) / 255)]
}

const luminance = (hex: string): number => {
  const [red, green, blue] = linearChannels(hex)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

// OKLCH (Björn Ottosson, 2020): lightness there is what the eye sees, so one step darkens every hue alike.
const toLch = (hex: string): Lch => {
  const [red, green, blue] = linearChannels(hex)
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  const greenRed = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short
  const blueYellow = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short
  return {
    lightness: 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    chroma: Math.hypot(greenRed, blueYellow),
    hue: Math.atan2(blueYellow, greenRed),
  }
}

const toChannels = ({ lightness, chroma, hue }: Lch): number[] => {
  const greenRed = chroma * Math.cos(hue)
  const blueYellow = chroma * Math.sin(hue)
  const long = (lightness + 0.3963377774 * greenRed + 0.2158037573 * blueYellow) ** 3
  const medium = (lightness - 0.1055613458 * greenRed - 0.0638541728 * blueYellow) ** 3
  const short = (lightness - 0.0894841775 * greenRed - 1.291485548 * blueYellow) ** 3
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ]
}

const fitsScreen = (channels: number[]): boolean => channels.every((channel) => channel >= -0.0001 && channel <= 1.0001)

/** A colour no screen can show loses chroma, never hue or lightness. */
const toHex = (shade: Lch): string => {
  let chroma = shade.chroma
  while (chroma > 0 && !fitsScreen(toChannels({ ...shade, chroma }))) chroma = Math.max(0, chroma - 0.002)
  const bytes = toChannels({ ...shade, chroma }).map((channel) =>
    Math.round(Math.min(1, Math.max(0, fromLinear(Math.max(0, channel)))) * 255),
  )
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

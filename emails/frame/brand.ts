/** How the charity shows itself in its messages; from the settings. */
export type Brand = {
  charityName: string
  /** One colour as `#rrggbb`. */
  accent: string
}

/** Black or white, whichever can be read better on a colour given as `#rrggbb`. */
export const readableOn = (colour: string): '#000000' | '#ffffff' =>
  luminanceOf(colour) > EQUALLY_FAR_FROM_BOTH ? '#000000' : '#ffffff'

// The luminance at which black and white have the same contrast by WCAG's formula: √(1.05 × 0.05) − 0.05.
const EQUALLY_FAR_FROM_BOTH = 0.179

const luminanceOf = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) =>
    linear(Number.parseInt(colour.slice(start, start + 2), 16) / 255),
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)

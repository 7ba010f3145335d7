import { contrastRatio } from '../../src/web/design/accent.ts'

/** How the charity shows itself in its messages; from the settings. */
export type Brand = {
  charityName: string
  /** One colour as `#rrggbb`. */
  accent: string
  /** The number to ring, where the charity has given one. */
  phone?: string | undefined
}

/** Black or white, whichever can be read better on a colour given as `#rrggbb`. */
export const readableOn = (colour: string): '#000000' | '#ffffff' =>
  contrastRatio(colour, '#000000') > contrastRatio(colour, '#ffffff') ? '#000000' : '#ffffff'

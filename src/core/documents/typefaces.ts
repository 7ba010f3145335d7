import { createRequire } from 'node:module'

/**
 * One of our typefaces as it is open in a file: which signs it has, and how far it reaches above and below the line, in
 * thousandths of its size.
 */
export type Typeface = { name: TypefaceName; ascent: number; descent: number; has: (cluster: string) => boolean }

/** What we print with, in the order in which a typeface is looked for. */
export type TypefaceName = keyof typeof FILES

/**
 * The typefaces for one PDF. Each is opened when the first sign needs it, and travels in the file only if it is used.
 */
export const typefacesOf = (pdf: PDFKit.PDFDocument): readonly (() => Typeface)[] =>
  NAMES.map((name) => {
    let face: Typeface | undefined
    return () => (face ??= opened({ pdf, name }))
  })

/**
 * The font of a typeface in one weight. By its path alone the library opens it once; under a name of ours it would read
 * it anew for each word.
 */
export const fontOf = ({ name, bold }: { name: TypefaceName; bold: boolean }): string =>
  FILES[name][bold ? 'bold' : 'regular']

const { resolve: pathOf } = createRequire(import.meta.url)

const inWeights = (folder: string, file: string) => ({
  regular: pathOf(`@expo-google-fonts/${folder}/400Regular/${file}_400Regular.ttf`),
  bold: pathOf(`@expo-google-fonts/${folder}/700Bold/${file}_700Bold.ttf`),
})

// Our own is for Latin letters; the others have those of the languages in which a form may be given, and Greek.
const FILES = {
  atkinson: inWeights('atkinson-hyperlegible-next', 'AtkinsonHyperlegibleNext'),
  noto: inWeights('noto-sans', 'NotoSans'),
  arabic: inWeights('noto-sans-arabic', 'NotoSansArabic'),
  bengali: inWeights('noto-sans-bengali', 'NotoSansBengali'),
}
const NAMES = Object.keys(FILES) as TypefaceName[]

/** What the library knows of a font that is open, and its types leave out. */
type OpenFont = {
  _font: { ascender: number; descender: number; font: { hasGlyphForCodePoint: (point: number) => boolean } }
}

const opened = ({ pdf, name }: { pdf: PDFKit.PDFDocument; name: TypefaceName }): Typeface => {
  const { ascender, descender, font } = (pdf.font(fontOf({ name, bold: false })) as unknown as OpenFont)._font
  const hasAll = (cluster: string): boolean =>
    [...cluster].every((sign) => isUnseen(sign) || font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0))
  const known = new Map<string, boolean>()
  const has = (cluster: string): boolean => {
    const answer = known.get(cluster) ?? hasAll(cluster)
    known.set(cluster, answer)
    return answer
  }
  return { name, ascent: ascender, descent: -descender, has }
}

/** Joiners shape the letters beside them and are nothing themselves. */
const isUnseen = (sign: string): boolean => sign === '\u200c' || sign === '\u200d'

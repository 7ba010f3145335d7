/**
 * What a picture is called, where a file is one by its first bytes, whatever its name says; undefined for everything
 * else. Asked before any size, so that who brings a photograph is told about photographs.
 */
export const pictureKind = (bytes: Uint8Array): string | undefined => {
  const start = Buffer.from(bytes.subarray(0, 32)).toString('latin1')
  return Object.entries(BEGINNINGS).find(([, beginning]) => beginning.test(start))?.[0]
}

/** The same of a picture of a kind that is not kept, since not every screen and printer shows it. */
export const foreignPicture = (bytes: Uint8Array): string | undefined => {
  const kind = pictureKind(bytes)
  return kind && /JPEG|PNG/.test(kind) ? undefined : kind
}

const BEGINNINGS: Readonly<Record<string, RegExp>> = {
  'photograph (JPEG)': /^\xff\xd8\xff/,
  'picture (PNG)': /^\x89PNG/,
  'photograph of an iPhone (HEIC)': /^[^]{4}ftyp(?:hei|hev|mif1|msf1)/,
  'photograph (AVIF)': /^[^]{4}ftypavi/,
  'picture (WebP)': /^RIFF[^]{4}WEBP/,
  'picture (GIF)': /^GIF8/,
  'picture (TIFF)': /^(?:II\*\0|MM\0\*)/,
}

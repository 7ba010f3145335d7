import sharp from 'sharp'
import { unreadable } from './unreadable.ts'

/**
 * A picture drawn anew: upright, in the colours of the screen, at most 5,000 points high and wide. Nothing of the file
 * but its points is left: no EXIF, place, XMP, IPTC, profile, preview, comment, nor what was hung on behind. Throws
 * `unreadable` for what is damaged or has more points than a scan.
 */
export const plainImage = async ({
  bytes,
  kind,
}: {
  bytes: Uint8Array
  kind: 'image/jpeg' | 'image/png'
}): Promise<Uint8Array> => {
  const { width, height } = await sharp(bytes, LIMITS).metadata().catch(damaged)
  if (width * height > MOST_POINTS)
    throw unreadable({
      reason: `The picture has ${width} × ${height} points, far more than a scan.`,
      nextStep: 'Photograph the form with an ordinary camera, or scan it at 300 dpi.',
    })
  const drawn = sharp(bytes, LIMITS)
    .autoOrient()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
  return (kind === 'image/jpeg' ? drawn.jpeg({ quality: 88 }) : drawn.png()).toBuffer().catch(damaged)
}

const MOST_POINTS = 64_000_000
const LONGEST_SIDE = 5_000
const LIMITS = { limitInputPixels: 1_000_000_000, failOn: 'error' } as const

// No other kind is opened, whatever a file says of itself: libvips could read some forty.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer'] })
sharp.cache(false)
sharp.concurrency(1)

const damaged = (): never => {
  throw unreadable({
    reason: 'The picture is damaged or not whole.',
    nextStep: 'Photograph the form again, and choose that file.',
  })
}

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import sharp from 'sharp'

/** Whether this run takes the README's pictures anew: `SCREENSHOTS=1 npm test -- test/browser/storyPanel`. */
export const takesDocumentScreens = process.env.SCREENSHOTS === '1'

/** The largest that a picture of the README may be, in bytes. */
const LARGEST = 120 * 1024

/**
 * Keeps what the page shows now as docs/screens/<name>.png, in few colours so that it stays small. Throws when it is
 * still too large.
 */
export const documentScreen = async (page: Page, name: string): Promise<void> => {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  const taken = await page.screenshot({ animations: 'disabled' })
  const small = await sharp(taken).png({ palette: true, colours: 64, compressionLevel: 9, effort: 10 }).toBuffer()
  if (small.length > LARGEST)
    throw new Error(`The picture ${name} is ${Math.ceil(small.length / 1024)} KB, and may be ${LARGEST / 1024}.`)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, `${name}.png`), small)
}

const folder = fileURLToPath(new URL('../../docs/screens', import.meta.url))

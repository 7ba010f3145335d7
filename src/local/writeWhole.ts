import { randomBytes } from 'node:crypto'
import { chown, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Writes a file wholly or not at all, whenever the power fails: beside it first, flushed, then renamed over it. Mode
 * 0600 unless told otherwise. When root writes, the file goes to the folder's owner, so that a later start without root
 * can read it.
 */
export const writeWhole = async ({
  path,
  content,
  mode = 0o600,
}: {
  path: string
  content: string | Buffer
  mode?: number
}): Promise<void> => {
  const beside = `${path}.${randomBytes(6).toString('hex')}.partial`
  try {
    const file = await open(beside, 'wx', mode)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    if (process.getuid?.() === 0) {
      const folder = await stat(dirname(path))
      await chown(beside, folder.uid, folder.gid)
    }
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}

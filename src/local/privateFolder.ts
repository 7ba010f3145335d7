import { chmod, chown, mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Makes a folder that only its owner may enter. When root makes it, it goes to the owner of the folder around it. */
export const makePrivateFolder = async (path: string): Promise<void> => {
  const made = await mkdir(path, { recursive: true })
  await chmod(path, 0o700)
  if (made !== undefined && process.getuid?.() === 0) {
    const around = await stat(dirname(path))
    await chown(path, around.uid, around.gid)
  }
}

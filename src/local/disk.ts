import { statfs } from 'node:fs/promises'

/**
 * Whether so little room is left on a folder's disk (under 20 MB) that PostgreSQL cannot go on: it may lack the room to
 * say so.
 */
export const isDiskFull = async (folder: string): Promise<boolean> => {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize < 20_000_000
}

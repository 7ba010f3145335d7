import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unlessMissing } from '../systemError.ts'

/**
 * A fingerprint of everything the panel is built from: it changes when, and only when, the panel must be built again.
 * Paths and contents count, dates do not, so that a fresh clone of the same release has the same one.
 */
export const panelSources = async ({ projectDirectory }: { projectDirectory: string }): Promise<string> => {
  const hash = createHash('sha256')
  for (const path of await filesUnder({ projectDirectory, paths: builtFrom })) {
    const content = await unlessMissing(readFile(join(projectDirectory, path)))
    if (content) hash.update(`${path}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

// Not tsconfig.json: Next's build amends it, and would make its own work out of date.
const builtFrom = ['emails', 'next.config.mjs', 'package-lock.json', 'payload.config.ts', 'src']

/** The lint rules keep the panel from importing the local start, which is what we are. */
const leftOut = 'src/local'

const filesUnder = async ({
  projectDirectory,
  paths,
}: {
  projectDirectory: string
  paths: string[]
}): Promise<string[]> => {
  const found: string[] = []
  for (const path of paths.toSorted()) {
    if (path === leftOut) continue
    const entries = await readdir(join(projectDirectory, path)).catch(() => undefined)
    if (entries === undefined) found.push(path)
    else found.push(...(await filesUnder({ projectDirectory, paths: entries.map((entry) => `${path}/${entry}`) })))
  }
  return found
}

import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** What Payload writes from our collections and what is committed of it. */
const generated = [
  { command: 'generate:types', file: 'src/core/payload-types.ts' },
  { command: 'generate:importmap', file: 'src/app/(payload)/admin/importMap.js' },
] as const

/**
 * The generated files that no longer match the collections, one sentence each. Each is generated anew in its place and
 * put back as it was, since the import map's content depends on where it lies.
 */
export const staleFiles = async ({ folder }: { folder: string }): Promise<string[]> => {
  const problems: string[] = []
  for (const { command, file } of generated) {
    const path = join(folder, file)
    const committed = await readFile(path, 'utf8').catch(() => undefined)
    if (committed === undefined) {
      problems.push(`${file} is missing: run npm run generate.`)
      continue
    }
    try {
      await promisify(execFile)(process.execPath, [join(folder, 'node_modules/payload/bin.js'), command], {
        cwd: folder,
        env: { ...process.env, NODE_OPTIONS: '--conditions=production' },
        timeout: 180_000,
      })
      if ((await readFile(path, 'utf8')) !== committed)
        problems.push(`${file} does not match the collections: run npm run generate and commit it.`)
    } catch (problem) {
      problems.push(`${file} could not be generated: ${problem instanceof Error ? problem.message : String(problem)}`)
    } finally {
      await writeFile(path, committed)
    }
  }
  return problems
}

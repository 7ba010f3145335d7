import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { unlessMissing } from '../systemError.ts'
import { writeWhole } from '../writeWhole.ts'

/**
 * Whether the folder holds a whole build of these sources. The record of a build is written when it has succeeded and
 * removed before the next begins, so that one cut short never counts; nor does one from which something was deleted
 * since.
 */
export const isCurrent = async ({
  buildDirectory,
  sources,
}: {
  buildDirectory: string
  sources: string
}): Promise<boolean> => {
  const content = await unlessMissing(readFile(recordIn(buildDirectory), 'utf8'))
  if (content === undefined) return false
  const record = JSON.parse(content) as BuildRecord
  if (record.sources !== sources) return false
  const present = await Promise.all(record.parts.map((part) => unlessMissing(stat(join(buildDirectory, part)))))
  return present.every((part) => part !== undefined)
}

/** Records that the folder now holds a whole build of these sources. */
export const recordBuild = async ({
  buildDirectory,
  sources,
}: {
  buildDirectory: string
  sources: string
}): Promise<void> => {
  const parts = (await readdir(buildDirectory)).filter((part) => !passing.has(part))
  await writeWhole({
    path: recordIn(buildDirectory),
    content: JSON.stringify({ sources, parts } satisfies BuildRecord),
    mode: 0o644,
  })
}

/** Forgets the last build: from now on the folder holds none. */
export const forgetBuild = ({ buildDirectory }: { buildDirectory: string }): Promise<void> =>
  rm(recordIn(buildDirectory), { force: true })

type BuildRecord = { sources: string; parts: string[] }

/** What serving the panel does not need, and what clearing up may therefore remove. */
const passing = new Set(['cache', 'dev', 'diagnostics', 'lock', 'trace', 'trace-build', 'turbopack', 'types'])

const recordIn = (buildDirectory: string): string => join(buildDirectory, 'panel-build.json')

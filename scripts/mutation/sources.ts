import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The files that decide: rules, workflows, grants, and the questions to the database that they are asked with.
 * Sentences, pages, forms and collections' fields decide nothing.
 */
export const decidingFiles = ({ folder }: { folder: string }): string[] =>
  readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' })
    .map((path) => `src/${path}`)
    .filter(decides)
    .sort()

/** Whether a file, relative to the repository, is one of those. */
export const decides = (path: string): boolean =>
  /\.ts$/.test(path) &&
  !/\.test\.ts$/.test(path) &&
  (DECIDING_FOLDERS.test(path) || (/^src\/(core|programme)\//.test(path) && DECIDING_NAMES.test(path)))

/** The folder in whose name a file's figures are given: an area of the programme, or a room of the core. */
export const folderOf = (path: string): string => path.split('/').slice(0, 3).join('/')

/** The files that differ from a commit or branch, relative to the repository; those that are not committed included. */
export const filesChangedSince = ({ folder, base }: { folder: string; base: string }): string[] =>
  execFileSync('git', ['diff', '--name-only', '--diff-filter=d', '--merge-base', base], {
    cwd: folder,
    encoding: 'utf8',
  })
    .split('\n')
    .filter(Boolean)

const DECIDING_FOLDERS = /^src\/core\/(access|workflow)\//

/** By what a file is called, wherever it stands: its name says that it decides. */
const DECIDING_NAMES =
  /\/(rules|[a-zA-Z]+Rules|workflow|[a-z][a-zA-Z]*Workflow|access|facts|[a-z][a-zA-Z]*Facts|queries|readiness|matches(Held|Seen)|endings|warnings|who[A-Z][a-zA-Z]*|deciders|roles|schoolYear|level|plainlyCleared|endAtEighteen|comingOfAge|askAgain|startHandovers|adoptScheduled|londonDates|locks|sessions|passwordLinks|linkChecks|signing)\.ts$/

import type { Trial, Verdict } from './mutant.ts'
import { folderOf } from './sources.ts'

/**
 * The figures of one folder. The score leaves out what is invalid or timed out, and is undefined where nothing is left.
 */
export type FolderFigures = { folder: string; counts: Record<Verdict, number>; score: number | undefined }

/** The figures of each folder in the order of their names, and of all together. */
export const figuresOf = (trials: readonly Trial[]): FolderFigures[] => {
  const folders = [...new Set(trials.map(({ mutant }) => folderOf(mutant.file)))].sort()
  return [
    ...folders.map((folder) =>
      figuresFor({ folder, trials: trials.filter(({ mutant }) => folderOf(mutant.file) === folder) }),
    ),
    figuresFor({ folder: 'all', trials }),
  ]
}

/** The table of them, as Markdown. */
export const tableOf = (figures: readonly FolderFigures[]): string =>
  [
    '| Folder | Tried | Noticed | Survived | Timed out | Invalid | Noticed, of those that count |',
    '|---|---:|---:|---:|---:|---:|---:|',
    ...figures.map(
      ({ folder, counts, score }) =>
        `| ${folder} | ${sum(counts)} | ${counts.killed} | ${counts.survived} | ${counts['timed out']} | ${counts.invalid} | ${score === undefined ? '–' : `${(100 * score).toFixed(1)} %`} |`,
    ),
  ].join('\n')

/** One survivor in two lines: where, and what was changed. */
export const survivorLines = ({ mutant, because }: Trial): string =>
  `${mutant.file}:${mutant.line} ${mutant.kind} (${mutant.id})\n    ${oneLine(mutant.original)}  →  ${oneLine(mutant.replacement) || 'nothing'}\n    ${because}`

const figuresFor = ({ folder, trials }: { folder: string; trials: readonly Trial[] }): FolderFigures => {
  const counts: Record<Verdict, number> = { killed: 0, survived: 0, 'timed out': 0, invalid: 0 }
  for (const { verdict } of trials) counts[verdict] += 1
  const counting = counts.killed + counts.survived
  return { folder, counts, score: counting === 0 ? undefined : counts.killed / counting }
}

const sum = (counts: Record<Verdict, number>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0)

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

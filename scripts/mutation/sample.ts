import { createHash } from 'node:crypto'
import type { Mutant } from './mutant.ts'
import { folderOf } from './sources.ts'

/**
 * Draws mutants from all folders: each folder gives in proportion to what it has, and at least one. The same seed draws
 * the same mutants from the same code; where code changes, the others stay drawn.
 */
export const sampled = ({
  mutants,
  size,
  seed,
}: {
  mutants: readonly Mutant[]
  size: number
  seed: number
}): Mutant[] => {
  if (size >= mutants.length) return [...mutants]
  const folders = [...new Set(mutants.map(({ file }) => folderOf(file)))]
  const drawn = folders
    .map((name) => mutants.filter(({ file }) => folderOf(file) === name))
    .flatMap((ofFolder) =>
      shuffled({ mutants: ofFolder, seed }).slice(
        0,
        Math.max(1, Math.round((ofFolder.length * size) / mutants.length)),
      ),
    )
  return shuffled({ mutants: drawn, seed })
}

const shuffled = ({ mutants, seed }: { mutants: readonly Mutant[]; seed: number }): Mutant[] =>
  mutants
    .map((mutant) => ({ mutant, rank: createHash('sha1').update(`${seed}:${mutant.id}`).digest('hex') }))
    .sort((left, right) => (left.rank < right.rank ? -1 : 1))
    .map(({ mutant }) => mutant)

/** One small change of the code, which a test should notice. */
export type Mutant = {
  /** The same for the same change of the same text. */
  id: string
  /** Relative to the repository. */
  file: string
  line: number
  start: number
  end: number
  original: string
  replacement: string
  /** What kind of change it is. */
  kind: string
  /** The number of the innermost function that it stands in; undefined where it is read when the file is loaded. */
  place: number | undefined
}

/** A change as a mutator finds it: which letters of the file, and what stands there instead. */
export type Change = { start: number; end: number; replacement: string; kind: string }

/** What became of a mutant when the tests met it. */
export type Verdict = 'killed' | 'survived' | 'timed out' | 'invalid'

/** A mutant that was tried. */
export type Trial = {
  mutant: Mutant
  verdict: Verdict
  /** The test that noticed it, why it is invalid, or which tests did not notice. */
  because: string
  seconds: number
}

/** The text of the file with the change in it. */
export const mutated = ({
  text,
  mutant,
}: {
  text: string
  mutant: Pick<Mutant, 'start' | 'end' | 'replacement'>
}): string => text.slice(0, mutant.start) + mutant.replacement + text.slice(mutant.end)

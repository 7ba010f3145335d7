/** The error whose message says that the database is from before the migrations that there are, and what to do. */
type OlderDatabase = Error & { name: 'OlderDatabase' }

/**
 * Throws one sentence for a database that an earlier version made with migrations from before the first that there is:
 * its tables are others, and nothing leads from them to ours. A later one that we do not know is let be, since another
 * process may run on a newer version already.
 */
export const refuseOlderDatabase = ({
  applied,
  known,
}: {
  applied: readonly string[]
  known: readonly string[]
}): void => {
  const first = known[0]
  if (first === undefined || !applied.some((name) => name < first)) return
  const sentence = olderDatabaseSentence({
    todo: 'move or delete the .data folder if npm start made it there, or set up an empty database, and run npm run migrate',
  })
  throw Object.assign(new Error(sentence), { name: 'OlderDatabase' as const })
}

/** Whether an error is that one. */
export const isOlderDatabase = (problem: unknown): problem is OlderDatabase =>
  problem instanceof Error && problem.name === 'OlderDatabase'

/** The sentence, with what is to be done where somebody knows it better. */
export const olderDatabaseSentence = ({ todo }: { todo: string }): string =>
  `The database was made by an earlier version of the programme, from which nothing leads to this one: ${todo}.`

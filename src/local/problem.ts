/** An error whose message is one sentence for the person who started the program: what is wrong and what to do. */
export type StartProblem = Error & { name: 'StartProblem' }

/** Makes the error to throw when the machine, not the program, stands in the way; `cause` is kept for the log. */
export const startProblem = ({ sentence, cause }: { sentence: string; cause?: unknown }): StartProblem =>
  Object.assign(new Error(sentence, { cause }), { name: 'StartProblem' as const })

/**
 * The one sentence for an error met while starting: our own problems, a taken port, a full disk, a folder that may not
 * be written. Undefined for anything else: that is a fault of the program and deserves its whole trace.
 */
export const explainStartFailure = (error: unknown): string | undefined => {
  const { name, message, code, port, path, syscall } = detailsOf(error)
  if (name === 'StartProblem') return message
  if (code === 'EADDRINUSE')
    return `Port ${port} is already in use by another program: stop that program, or choose another port.`
  if (code === 'EACCES' && syscall === 'listen')
    return `This account may not use port ${port}: choose a port above 1023.`
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === postgresDiskFull) return diskFullSentence
  if (code === 'EACCES' || code === 'EPERM')
    return `This account may not write ${path}: start from the account that owns the folder, or give it the folder.`
  if (code === 'EROFS') return `${path} is on a disk that cannot be written: move the project to a folder that can.`
  return undefined
}

/** Said whenever space ran out, whoever noticed it first. */
export const diskFullSentence =
  'The disk is full: free at least 300 MB and start again; nothing that was saved is lost.'

const postgresDiskFull = '53100'

const detailsOf = (
  error: unknown,
): Partial<Record<'name' | 'message' | 'code' | 'port' | 'path' | 'syscall', string>> => {
  if (typeof error !== 'object' || error === null) return {}
  const read = (key: string): string => (key in error ? String(error[key as keyof typeof error]) : '')
  return {
    name: read('name'),
    message: read('message'),
    code: read('code'),
    port: read('port'),
    path: read('path'),
    syscall: read('syscall'),
  }
}

/** The system's code of an error (`ENOENT`, `EEXIST` …), or undefined when it is no system error. */
export const systemCode = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined

/** The value of a file operation, or undefined when the file or folder is not there; any other error is thrown on. */
export const unlessMissing = async <T>(operation: Promise<T>): Promise<T | undefined> => {
  try {
    return await operation
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/** Whether a process of this number runs. */
export const isAlive = (processId: number): boolean => {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    // Alive, and another account's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

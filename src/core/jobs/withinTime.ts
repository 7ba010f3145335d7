/**
 * Waits for work to settle, but no longer than the given time; tells whether it did. What it throws is not passed on.
 */
export const withinTime = async ({
  work,
  milliseconds,
}: {
  work: Promise<unknown> | undefined
  milliseconds: number
}): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds)
  })
  const settled = Promise.resolve(work).then(
    () => true as const,
    () => true as const,
  )
  return await Promise.race([settled, tooLate]).finally(() => clearTimeout(timer))
}

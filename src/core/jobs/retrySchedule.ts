/**
 * How long, in seconds, a job rests after so many failed attempts: from 3 seconds to about 6 hours. graphile-worker's
 * own.
 */
export const secondsUntilRetry = ({ failedAttempts }: { failedAttempts: number }): number =>
  Math.exp(Math.min(failedAttempts, 10))

/** How often a job is tried when it is to be given up after about so many hours. */
export const attemptsWithin = ({ hours }: { hours: number }): number => {
  let attempts = 1
  let seconds = secondsUntilRetry({ failedAttempts: attempts })
  while (seconds <= hours * 3600) {
    attempts += 1
    seconds += secondsUntilRetry({ failedAttempts: attempts })
  }
  return attempts
}

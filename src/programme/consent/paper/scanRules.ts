import { allowed, refused, type Decision, type Refused } from '../../../core/errors/refusal.ts'
import type { FileKind } from '../../../core/files/fileKinds.ts'

/** The most bytes that a scan may have: a few pages photographed with a phone. */
const LARGEST_SCAN = 8_000_000

/**
 * The most bytes that may be brought for a scan: photographs are drawn anew, and take less room then than a phone gave
 * them.
 */
export const LARGEST_BROUGHT = 20_000_000

/** What to do about a scan that is too large. */
export const SMALLER_SCAN =
  'Photograph the form again with a smaller picture size, or scan it in black and white, a page at a time.'

/** The most scans of one form. */
export const MOST_SCANS = 5

/**
 * Whether a scan may be kept with what was entered: of a paper form, of a kind that can be looked at, not too large and
 * not too many [CON-1].
 */
export const mayKeepScan = ({
  method,
  kind,
  size,
  already,
}: {
  method: string
  kind: FileKind | undefined
  size: number
  already: number
}): Decision => {
  if (method !== 'paper')
    return refused({
      rule: 'CON-1',
      reason: 'What was said by telephone has no form to scan.',
      nextStep: 'Write under “How it came about” how it was said.',
    })
  if (size > LARGEST_SCAN)
    return refused({
      rule: 'CON-1',
      reason: `The scan is larger than ${LARGEST_SCAN / 1_000_000} MB.`,
      nextStep: SMALLER_SCAN,
    })
  if (kind === undefined)
    return refused({
      rule: 'CON-1',
      reason: 'This file is no PDF, JPEG or PNG, whatever its name says.',
      nextStep: 'Scan or photograph the form, and choose that file.',
    })
  return already < MOST_SCANS
    ? allowed
    : refused({
        rule: 'CON-1',
        reason: `There are ${MOST_SCANS} scans of this form already.`,
        nextStep: 'Put further pages into one file.',
      })
}

/** The refusal of a file that could not be read as a scan, in the words of whoever tried [CON-1]. */
export const notToBeRead = ({ reason, nextStep }: { reason: string; nextStep: string }): Refused =>
  refused({ rule: 'CON-1', reason, nextStep })

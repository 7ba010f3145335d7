import { allowed, refused, type Decision } from '../../core/errors/refusal.ts'

/** What a scan of a paper form can be, with the ending of its file’s name. */
export const SCAN_KINDS = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const

/** One of them. */
export type ScanKind = keyof typeof SCAN_KINDS

/** The most bytes that a scan may have: a few pages photographed with a phone. */
export const LARGEST_SCAN = 8_000_000

/** The most scans of one form. */
export const MOST_SCANS = 5

/** What a file is by its own first bytes, whatever its name says; undefined for everything else. */
export const scanKindOf = (bytes: Uint8Array): ScanKind | undefined =>
  (Object.keys(SCAN_KINDS) as ScanKind[]).find((kind) => BEGINNINGS[kind].every((byte, index) => bytes[index] === byte))

/** Whether a scan may be kept with what was entered: of a paper form, of a kind that can be looked at, not too large and not too many [CON-1]. */
export const mayKeepScan = ({ method, kind, size, already }: { method: string; kind: ScanKind | undefined; size: number; already: number }): Decision => {
  if (method !== 'paper') return refused({ rule: 'CON-1', reason: 'What was said by telephone has no form to scan.', nextStep: 'Write under “How it came about” how it was said.' })
  if (size > LARGEST_SCAN) return refused({ rule: 'CON-1', reason: `The scan is larger than ${LARGEST_SCAN / 1_000_000} MB.`, nextStep: 'Scan it in black and white, or a page at a time.' })
  if (kind === undefined) return refused({ rule: 'CON-1', reason: 'This file is no PDF, JPEG or PNG, whatever its name says.', nextStep: 'Scan or photograph the form, and choose that file.' })
  return already < MOST_SCANS ? allowed : refused({ rule: 'CON-1', reason: `There are ${MOST_SCANS} scans of this form already.`, nextStep: 'Put further pages into one file.' })
}

/** %PDF-, the marks of JPEG, and those of PNG. */
const BEGINNINGS: Readonly<Record<ScanKind, readonly number[]>> = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
}

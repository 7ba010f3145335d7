import type { MailGiven } from './mailMessage.ts'
import type { FileGiven } from './plainFile.ts'
import type { SheetGiven } from '../sheets/sheetRows.ts'

/**
 * What is read of files from outside, by name. Each is loaded when it is first asked for, and in the process apart only
 * (`readApart`): what a stranger's file does to it, it does to nobody else.
 */
export const readings = {
  sheet: async (given: SheetGiven) => (await import('../sheets/sheetRows.ts')).sheetRows(given),
  file: async (given: FileGiven) => (await import('./plainFile.ts')).plainFile(given),
  message: async (given: MailGiven) => (await import('./mailMessage.ts')).mailMessage(given),
}

/** The readings, for those who ask for one. */
export type Readings = typeof readings

import type { Settings } from '../../../core/settings/settings.ts'

/** Where a form on paper is sent or brought to, line by line: the office's address, number and email, as far as given. */
export const returnAddress = ({
  officeAddress,
  officePhone,
  officeEmail,
}: Pick<Settings, 'officeAddress' | 'officePhone' | 'officeEmail'>): string[] =>
  [...(officeAddress?.split('\n') ?? []), officePhone, officeEmail].filter((line) => line !== undefined)

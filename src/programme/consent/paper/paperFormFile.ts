import { londonDate } from '../../../core/clock/londonDates.ts'
import { renderPdf } from '../../../core/documents/pdf.ts'
import type { Settings } from '../../../core/settings/settings.ts'
import type { ConsentWording } from '../wording/wording.ts'
import { paperForm } from './paperForm.ts'

/** The blank form as a PDF, with the charity's mark and where it is sent or brought to [CON-1]. It names nobody. */
export const paperFormFile = ({
  wording,
  settings: { charityName, accent, officeAddress, officePhone, officeEmail },
  themselves,
  now,
}: {
  wording: ConsentWording
  settings: Settings
  themselves: boolean
  now: Date
}): Promise<Buffer> =>
  renderPdf(
    paperForm({
      wording,
      charityName,
      accent,
      returnTo: [...(officeAddress?.split('\n') ?? []), officePhone, officeEmail].filter((line) => line !== undefined),
      themselves,
      // The same file all day.
      madeAt: new Date(`${londonDate(now)}T12:00:00Z`),
    }),
  )

import { Router } from 'express'
import { londonDate } from '../../core/clock/londonDates.ts'
import { renderPdf } from '../../core/documents/pdf.ts'
import { plainQuery } from '../../core/database/transaction.ts'
import { keepAddressPrivate } from '../../core/http/securityHeaders.ts'
import { readSettings } from '../../core/settings/settings.ts'
import { paperForm } from '../../programme/consent/paperForm.ts'
import { readConsentSettings } from '../../programme/consent/settings.ts'
import { consentWording } from '../../programme/consent/wording.ts'
import type { WebServices } from '../services.ts'
import { requireCaseworker } from '../visitor.ts'

/** The consent form to print, for the co-ordinator and committee [CON-1]. `?for=themselves` gives the young person's own. It names nobody. */
export const paperFormRoutes = ({ payload, clock }: WebServices): Router => {
  const router = Router()
  const query = plainQuery(payload)
  router.get('/consent', requireCaseworker, keepAddressPrivate, async (request, response) => {
    const themselves = request.query.for === 'themselves'
    const settings = await readSettings({ query })
    const wording = consentWording({ ...settings, ...(await readConsentSettings({ query })), forThemselves: themselves })
    const madeAt = new Date(`${londonDate(clock.now())}T12:00:00Z`)
    const file = await renderPdf(paperForm({ wording, charityName: settings.charityName, themselves, madeAt }))
    response.attachment(themselves ? 'consent-form-young-person.pdf' : 'consent-form.pdf').type('pdf').send(file)
  })
  return router
}

import { Router } from 'express'
import { londonDate } from '../../core/clock/londonDates.ts'
import { renderPdf } from '../../core/documents/pdf.ts'
import { plainQuery } from '../../core/database/transaction.ts'
import { keepAddressPrivate } from '../../core/http/securityHeaders.ts'
import { readSettings } from '../../core/settings/settings.ts'
import { paperForm } from '../../programme/consent/paperForm.ts'
import { wordingInForce } from '../../programme/consent/wordingInForce.ts'
import type { WebServices } from '../services.ts'
import { requireCaseworker } from '../visitor.ts'

/** The consent form to print, for the co-ordinator and committee [CON-1]. `?for=themselves` gives the young person's own. It names nobody. */
export const paperFormRoutes = ({ payload, clock }: WebServices): Router => {
  const router = Router()
  const query = plainQuery(payload)
  router.get('/consent', requireCaseworker, keepAddressPrivate, async (request, response) => {
    const themselves = request.query.for === 'themselves'
    const { charityName } = await readSettings({ query })
    const { wording } = await wordingInForce({ query, reader: { themselves, language: null } })
    const madeAt = new Date(`${londonDate(clock.now())}T12:00:00Z`)
    const file = await renderPdf(paperForm({ wording, charityName, themselves, madeAt }))
    response.attachment(themselves ? 'consent-form-young-person.pdf' : 'consent-form.pdf').type('pdf').send(file)
  })
  return router
}

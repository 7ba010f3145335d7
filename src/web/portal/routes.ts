import { Router, type Request, type Response } from 'express'
import { refuseForeignRequests } from '../../core/http/foreignRequests.ts'
import { parseForm } from '../../core/http/forms.ts'
import { keepAddressPrivate } from '../../core/http/securityHeaders.ts'
import type { WebServices } from '../services.ts'
import { giveOfflineReader } from './offlineReader.ts'
import { requirePortalPerson, requireRole } from '../visit/visitor.ts'
import { changeAvailability, showAvailability } from './people/availability.tsx'
import { showCalendar } from './meetings/calendar.tsx'
import { showChild } from './matching/child.tsx'
import { comparePolicy } from './policies/comparePolicy.tsx'
import { changeDetails, showDetails } from './people/details.tsx'
import { showDirectory } from './directory/directory.tsx'
import { showGuidance, showGuidancePage, showValues } from './guidance/guidance.tsx'
import type { PortalHandler } from '../visit/handler.ts'
import { showHome } from './home.tsx'
import { addNote, showLog, showLogs } from './meetings/logs.tsx'
import { callMeetingOff, showMeeting, showMeetings } from './meetings/meetings.tsx'
import { askToPause, showPausing, takeWishBack } from './recruitment/pausing.tsx'
import { showPlace } from './directory/place.tsx'
import { showPolicies } from './policies/policies.tsx'
import { acceptPolicy, showPolicy } from './policies/policy.tsx'
import { printPolicy } from './policies/policyPrint.ts'
import { proposeMeeting, showProposal } from './meetings/proposeMeeting.tsx'
import { showRecord } from './recruitment/record.tsx'
import { sayOutOfDate, showOutOfDate, showSuggest, suggestPlace } from './directory/suggest.tsx'
import { showWorry } from './safeguarding/worry.tsx'
import { sendLog, showLogForm } from './meetings/writeLog.tsx'

/** The volunteers' portal: plain pages and forms, each one file, named as the volunteer names it. */
export const portalRoutes = (services: WebServices): Router => {
  const router = Router()
  const { publicUrl } = services.environment
  const by = (handler: PortalHandler) => (request: Request, response: Response) =>
    handler({ services, request, response })
  router.get('/policies/offline-reader.js', giveOfflineReader)
  router.use(requireRole, keepAddressPrivate)
  router.use(refuseForeignRequests({ publicUrl, bodies: 'forms' }), parseForm())
  router.get('/policies', by(showPolicies))
  router.get('/policies/:kind', by(showPolicy))
  router.post('/policies/:kind', by(acceptPolicy))
  router.get('/policies/:kind/compare', by(comparePolicy))
  router.get('/policies/:kind/versions/:number', by(showPolicy))
  router.get('/policies/:kind/versions/:number/pdf', by(printPolicy))
  router.get('/guidance', by(showGuidance))
  router.get('/guidance/values', by(showValues))
  router.get('/guidance/:address', by(showGuidancePage))
  router.get('/worry', by(showWorry))
  router.get('/record', by(showRecord))
  router.get('/record/details', by(showDetails))
  router.post('/record/details', by(changeDetails))
  router.get('/record/availability', by(showAvailability))
  router.post('/record/availability', by(changeAvailability))
  router.get('/record/pause', by(showPausing))
  router.post('/record/pause', by(askToPause))
  router.post('/record/pause/take-back', by(takeWishBack))
  router.use(requirePortalPerson)
  router.get('/', by(showHome))
  router.get('/meetings', by(showMeetings))
  router.get('/meetings/new', by(showProposal))
  router.post('/meetings/new', by(proposeMeeting))
  router.get('/meetings/:id', by(showMeeting))
  router.post('/meetings/:id/cancel', by(callMeetingOff))
  router.get('/logs', by(showLogs))
  router.get('/logs/new', by(showLogForm))
  router.post('/logs/new', by(sendLog))
  router.get('/logs/:id', by(showLog))
  router.post('/logs/:id/notes', by(addNote))
  router.get('/calendar', by(showCalendar))
  router.get('/directory', by(showDirectory))
  router.get('/directory/suggest', by(showSuggest))
  router.post('/directory/suggest', by(suggestPlace))
  router.get('/directory/:id', by(showPlace))
  router.get('/directory/:id/out-of-date', by(showOutOfDate))
  router.post('/directory/:id/out-of-date', by(sayOutOfDate))
  router.get('/children/:id', by(showChild))
  return router
}

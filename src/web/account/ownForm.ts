import type { RequestHandler } from 'express'
import { parseForm } from '../../core/http/forms.ts'
import { refuseForeignRequests } from '../../core/http/foreignRequests.ts'
import type { WebServices } from '../services.ts'

/** What stands before a small form of our own pages: it comes from us, and is short. */
export const ownForm = ({ environment: { publicUrl } }: WebServices): RequestHandler[] => [
  refuseForeignRequests({ publicUrl, bodies: 'forms' }),
  ...parseForm({ kilobytes: 8, fields: 10 }),
]

import { z } from 'zod'
import { aPerson, holdersOf, somebodyNamed } from '../../core/house/audience.ts'
import { defineMessages, moment, nothing } from '../../core/house/defineMessage.ts'

const LONGEST_PLACE = 120

const shortened = (line: string): string =>
  line.length <= LONGEST_PLACE ? line : `${line.slice(0, LONGEST_PLACE - 1).trimEnd()}…`

/**
 * A place as people name it, made to fit one short line: a message must not be lost because somebody described the way
 * there.
 */
const place = z
  .string()
  .trim()
  .min(1)
  .transform((words) => shortened(words.replaceAll(/[\p{Cc}\s]+/gu, ' ')))

/** When and where, and nothing about anybody. */
const whenAndWhere = { startsAt: moment, place }

/**
 * Why a confirmed meeting must wait, in words that tell nothing about anybody; what was found is read behind sign-in.
 */
const whyItWaits = { ...whenAndWhere, reason: z.enum(['plan-changed', 'requirement-missing']).optional() }

/** With the new time that was proposed, where there is one; it needs confirming like any other. */
const calledOffOrMoved = { ...whenAndWhere, newStartsAt: moment.optional() }

const aParent = somebodyNamed('guardian')

/** What is written about meetings and logs. */
export const meetingMessages = defineMessages({
  'meeting-proposed': { details: z.strictObject(whenAndWhere), to: holdersOf('meeting-confirmer', 'committee') },
  'meeting-confirmed': { details: z.strictObject(whenAndWhere), to: aPerson },
  'meeting-confirmed-parent': { details: z.strictObject(whenAndWhere), to: aParent },
  'meeting-declined': { details: z.strictObject(whenAndWhere), to: aPerson },
  'meeting-unconfirmed': { details: z.strictObject(whyItWaits), to: aPerson },
  'meeting-unconfirmed-parent': { details: z.strictObject(whyItWaits), to: aParent },
  'meeting-cancelled': { details: z.strictObject(calledOffOrMoved), to: aPerson },
  'meeting-cancelled-parent': { details: z.strictObject(calledOffOrMoved), to: aParent },
  'log-submitted': { details: nothing, to: holdersOf('co-ordinator') },
})

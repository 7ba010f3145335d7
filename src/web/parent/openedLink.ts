import type { Request, Response } from 'express'
import type { Actor } from '../../core/access/actor.ts'
import { startWork } from '../../core/access/work.ts'
import { recordReads } from '../../core/audit/record.ts'
import type { Query } from '../../core/database/query.ts'
import { plainQuery } from '../../core/database/transaction.ts'
import type { LinkCheck } from '../../programme/consent/asking/linkChecks.ts'
import { londonDate } from '../../core/clock/londonDates.ts'
import { committeeContactsOfChild } from '../../programme/matching/queries.ts'
import { holderOf, visitByToken, type LinkVisit } from '../../programme/consent/asking/linkVisits.ts'
import type { ConsentWording } from '../../programme/consent/wording/wording.ts'
import { wordingInForce } from '../../programme/consent/wording/wordingInForce.ts'
import type { WebServices } from '../services.ts'
import { readLinkCookies } from './linkCookies.ts'
import { checkPassed } from './pass.ts'
import type { WordedForm } from '../../programme/policies/consentWording.ts'
import {
  isComplete,
  wordsIn,
  type PageLanguage,
  type ParentWords,
} from '../../programme/people/parentWords/parentWords.ts'
import { languageFor, openWords, speakIn } from '../link/language.ts'
import { openSurroundings, type LinkSurroundings } from '../link/surroundings.ts'

/**
 * A parent's link that can be used, as a page or form starts from it. `checkedBy`: what was given so that it may be
 * shown; undefined while nothing was. `missingIn`: the language that they read, where there are no words in it.
 */
export type OpenedLink = LinkSurroundings & {
  visit: LinkVisit
  checkedBy: LinkCheck | undefined
  actor: Actor
  query: Query
  now: Date
  wording: ConsentWording
  missingIn: string | undefined
  /** The form in the language of the page. */
  form: WordedForm
  /** The house’s words in it. */
  words: ParentWords
  /** The languages in which this parent can read it all. */
  languages: readonly PageLanguage[]
  /** Those in which they could, once they say so. */
  otherLanguages: readonly PageLanguage[]
}

/** A page or form for the holder of a link. */
export type ParentHandler = (given: {
  services: WebServices
  request: Request
  response: Response
  link: OpenedLink
}) => Promise<void>

/**
 * The link that this browser holds. `link` is undefined when it cannot be used, whatever the reason. Writes nothing.
 */
export const openLink = async ({
  services,
  request,
  response,
}: {
  services: WebServices
  request: Request
  response: Response
}): Promise<LinkSurroundings & { link: OpenedLink | undefined }> => {
  const { payload, environment, clock } = services
  const query = plainQuery(payload)
  const now = clock.now()
  const { token, pass } = readLinkCookies({ request, publicUrl: environment.publicUrl })
  const surroundings = await openSurroundings({ services, request })
  const visit = token === undefined ? undefined : await visitByToken({ query, token, now })
  if (!visit) {
    const words = openWords({ request, response })
    return { settings: surroundings.settings, frame: { ...surroundings.frame, words }, link: undefined }
  }
  const checkedBy = checkPassed({ payload, visit, now, pass })
  const [{ wording, missingIn }, contacts] = await Promise.all([
    wordingInForce({ query, reader: visit, charity: surroundings.settings }),
    // Nobody's name before the check.
    checkedBy === undefined
      ? undefined
      : committeeContactsOfChild({ query, childId: visit.childId, on: londonDate(now) }),
  ])
  const own: readonly PageLanguage[] =
    wording.language !== undefined && isComplete(wording.language) ? [wording.language, 'en'] : ['en']
  const others = visit.offered.filter((language) => !own.includes(language))
  // Before the check only the house speaks. After it the form does too, in the language on record.
  const languages = checkedBy === undefined ? [...own, ...others] : own
  const words = wordsIn(languageFor({ request, own: languages }))
  speakIn(response, words)
  const frame = { ...surroundings.frame, words, reach: { ...surroundings.frame.reach, contacts } }
  return {
    settings: surroundings.settings,
    frame,
    link: {
      ...surroundings,
      frame,
      visit,
      checkedBy,
      actor: holderOf(visit),
      query,
      now,
      wording,
      missingIn,
      form: words.language === 'en' ? (wording.english ?? wording) : wording,
      words,
      languages,
      otherLanguages: checkedBy === undefined ? [] : others,
    },
  }
}

/**
 * Records, and commits, that the holder of the link is about to be shown something of the child [DAT-1]. When that
 * fails nothing is shown.
 */
export const noteReading = async ({
  services,
  link: { actor, visit },
}: {
  services: WebServices
  link: OpenedLink
}): Promise<void> => {
  await recordReads({
    work: await startWork({ payload: services.payload, actor, from: 'link' }),
    collection: 'children',
    ids: [visit.childId],
  })
}

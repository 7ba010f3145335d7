import type { Request, Response } from 'express'
import { setTimeout } from 'node:timers/promises'
import type { ReactElement } from 'react'
import type { ProblemPage as Problem } from '../core/http/answerErrors.ts'
import { DEFAULT_SETTINGS } from '../core/settings/settings.ts'
import { NotFoundPage } from './design/pages/NotFoundPage.tsx'
import { ProblemPage } from './design/pages/ProblemPage.tsx'
import { RefusalPage } from './design/pages/RefusalPage.tsx'
import { TooManyPage } from './design/pages/TooManyPage.tsx'
import { pageFrame, type PageFrame } from './design/pageFrame.ts'
import type { WebServices } from './services.ts'
import { frameFor } from './visit/frame.ts'

/**
 * The page for a problem, within the frame of every page: whose menu, the way to report a worry, whom to ring. The
 * database may be what is missing: where it does not answer soon, the charity's names are those we ship with.
 */
export const problemElement = async ({
  problem,
  ...given
}: {
  problem: Problem
  services: WebServices
  request: Request
  response: Response
}): Promise<ReactElement> => elementFor(problem, await frameWithin(given))

/** The frame of the page, or the plain one where it cannot be made in time. */
const frameWithin = async (given: Parameters<typeof frameFor>[0]): Promise<PageFrame> => {
  const waiting = new AbortController()
  const frame = await Promise.race([
    frameFor(given).catch(() => undefined),
    setTimeout(LONGEST_WAIT, undefined, { signal: waiting.signal }).catch(() => undefined),
  ])
  waiting.abort()
  return (
    frame ?? pageFrame({ charityName: DEFAULT_SETTINGS.charityName, programmeName: DEFAULT_SETTINGS.programmeName })
  )
}

/** For so many milliseconds somebody who has run into a problem waits for their menu. */
const LONGEST_WAIT = 500

const elementFor = ({ status, refusal, requestId, retryAfterSeconds }: Problem, frame: PageFrame): ReactElement => {
  if (status === 404) return <NotFoundPage frame={frame} />
  if (status === 429 && retryAfterSeconds !== undefined)
    return <TooManyPage frame={frame} waitSeconds={retryAfterSeconds} />
  if (refusal) return <RefusalPage frame={frame} refusal={refusal} />
  return <ProblemPage frame={frame} stored="unknown" reference={requestId} />
}

import type { ReactElement } from 'react'
import type { ProblemPage as Problem } from '../core/http/answerErrors.ts'
import { DEFAULT_SETTINGS } from '../core/settings/settings.ts'
import { NotFoundPage } from './design/pages/NotFoundPage.tsx'
import { ProblemPage } from './design/pages/ProblemPage.tsx'
import { RefusalPage } from './design/pages/RefusalPage.tsx'
import { TooManyPage } from './design/pages/TooManyPage.tsx'
import { pageFrame } from './design/pageFrame.ts'

/**
 * The page for a problem. Needs no database, since that may be what is missing: the charity's names are those we ship
 * with.
 */
export const problemElement = ({ status, refusal, requestId, retryAfterSeconds }: Problem): ReactElement => {
  const frame = pageFrame({ charityName: DEFAULT_SETTINGS.charityName, programmeName: DEFAULT_SETTINGS.programmeName })
  if (status === 404) return <NotFoundPage frame={frame} />
  if (status === 429 && retryAfterSeconds !== undefined)
    return <TooManyPage frame={frame} waitSeconds={retryAfterSeconds} />
  if (refusal) return <RefusalPage frame={frame} refusal={refusal} />
  return <ProblemPage frame={frame} stored="unknown" reference={requestId} />
}

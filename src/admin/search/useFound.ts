import { useEffect, useRef, useState } from 'react'
import type { FoundKind, FoundRecord } from '../../core/search/everywhere.ts'

/** What was found for what somebody has typed so far, and the way to all of it. */
export type FoundNow = { asked: string; kinds: FoundKind[]; all: Omit<FoundRecord, 'id'> }

/** The address of the page of results; of the page itself where nothing is asked. */
export const searchAddress = (asked: string): string =>
  asked === '' ? '/admin/search' : `/admin/search?${new URLSearchParams({ q: asked }).toString()}`

/** Asks the server a moment after the last letter; an answer to what is typed no more is dropped. */
export const useFound = (): { found: FoundNow | undefined; ask: (typed: string) => void; close: () => void } => {
  const [found, setFound] = useState<FoundNow>()
  const asking = useRef<{ timer?: ReturnType<typeof setTimeout>; request?: AbortController }>({})
  const stop = (): void => {
    clearTimeout(asking.current.timer)
    asking.current.request?.abort()
  }
  useEffect(() => stop, [])
  return {
    found,
    close: () => {
      stop()
      setFound(undefined)
    },
    ask: (typed) => {
      stop()
      if (typed.trim().length < 2) return setFound(undefined)
      const request = new AbortController()
      asking.current.request = request
      asking.current.timer = setTimeout(() => {
        void foundFor({ asked: typed, signal: request.signal }).then((kinds) => {
          if (kinds && !request.signal.aborted)
            setFound({
              asked: typed,
              kinds,
              all: { href: searchAddress(typed), title: `All results for “${typed.trim()}”` },
            })
        })
      }, PAUSE)
    },
  }
}

/** Milliseconds without a further letter. */
const PAUSE = 180

/** Undefined where no answer came: the page of results is still there. */
const foundFor = async ({
  asked,
  signal,
}: {
  asked: string
  signal: AbortSignal
}): Promise<FoundKind[] | undefined> => {
  try {
    const response = await fetch(`/api/search?${new URLSearchParams({ q: asked }).toString()}`, {
      credentials: 'same-origin',
      signal,
    })
    return response.ok ? ((await response.json()) as { kinds: FoundKind[] }).kinds : undefined
  } catch {
    return undefined
  }
}

'use client'

import { useRouter } from 'next/navigation.js'
import { createContext, useCallback, useContext, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react'
import { sendAction } from '../actions/sendAction.ts'
import { nextPlaceOf, placesOf } from './places.ts'

/** A step that takes another one back: its address, and what is said once it has. */
export type Undo = { address: string; done: string }

type Doing = { words: string; undo?: Undo | undefined }
type Done = (doing: Doing & { from: Element | null }) => void

const Doings = createContext<Done | undefined>(undefined)

/** How a row of Today says that something was done to it; undefined elsewhere. */
export const useDoings = (): Done | undefined => useContext(Doings)

/**
 * What is done on Today, in its place: the focus goes on to the next row, and what was done is said at the foot, with the
 * way back where there is one. In a row j and k go to the next and the one before, Enter does what can be done.
 */
export const DoneInPlace = ({ children }: { children: ReactNode }) => {
  const router = useRouter()
  const [said, setSaid] = useState<Doing>()
  const done = useCallback<Done>(
    ({ from, ...doing }) => {
      const { place, isRead } = nextPlaceOf(from)
      place?.focus()
      if (isRead) place?.querySelector('details.log')?.setAttribute('open', '')
      setSaid(doing)
      router.refresh()
    },
    [router],
  )
  const takeBack = async ({ address, done: words }: Undo) => {
    const answer = await sendAction({ address, body: {} })
    setSaid({ words: answer.done ? words : answer.sentence })
    router.refresh()
  }
  return (
    <Doings value={useMemo(() => done, [done])}>
      <div className="done-in-place" onKeyDown={goByLetter}>
        {children}
      </div>
      <div className="doings" role="status">
        {said ? (
          <div className="doings__message">
            <p>{said.words}</p>
            {said.undo ? (
              <button type="button" className="message__close" onClick={() => said.undo && void takeBack(said.undo)}>
                Undo<span className="visually-hidden">: {said.words}</span>
              </button>
            ) : null}
            <button type="button" className="message__close" onClick={() => setSaid(undefined)}>
              Close<span className="visually-hidden"> this message</span>
            </button>
          </div>
        ) : null}
      </div>
    </Doings>
  )
}

/** Letters go from row to row only from within a row, never while somebody types. */
const goByLetter = (event: KeyboardEvent<HTMLElement>): void => {
  const target = event.target as HTMLElement
  const row = target.closest<HTMLElement>('.queue__row')
  if (!row || event.ctrlKey || event.altKey || event.metaKey || target.closest('input, textarea, select')) return
  if (event.key === 'Enter' && target === row) {
    event.preventDefault()
    row.querySelector<HTMLElement>('.queue__deed :is(button, a, summary)')?.click()
  }
  const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0
  if (step === 0) return
  const rows = placesOf(event.currentTarget)
  rows[rows.indexOf(row) + step]?.focus()
}

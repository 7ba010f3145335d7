'use client'

import { useRouter } from 'next/navigation.js'
import { useRef, useState } from 'react'
import { ActionForm } from '../actions/ActionForm.tsx'
import type { Question } from '../actions/actionForPerson.ts'
import { useSaying } from '../actions/Messages.tsx'
import { Refusal } from '../actions/Refusal.tsx'
import { sendAction, type Answer } from '../actions/sendAction.ts'
import { useHearsPresses } from '../actions/useHearsPresses.ts'
import { useDoings, type Undo } from './Doings.tsx'

type RowActionProps = {
  label: string
  /** What it is done to, for those who do not see the row around it. */
  subject: string
  address: string
  /** What is sent beside the answers: the version that is shown, or the record that is meant. */
  sends: Record<string, unknown>
  questions?: readonly Question[]
  /** Whether its questions stand there at once, where the row was opened already; else a press opens them. */
  isOpen?: boolean
  /** What follows at once: it is named, and the step taken only after that. */
  follows?: readonly string[]
  /** Where the answers go: an action takes them as its input, a new record as fields of its own. */
  answersAs?: 'input' | 'fields'
  /** What is said afterwards. */
  done: string
  /** Whether it stands behind another: one strong action a row. */
  isSecond?: boolean
  /** How it is taken back, where it can be. */
  undo?: Undo
}

/**
 * The one thing that can be done with a row, without leaving the page. On Today the next row has the focus afterwards;
 * elsewhere what was done is said above.
 */
export const RowAction = ({
  label,
  subject,
  address,
  sends,
  questions = [],
  isOpen: isOpenAtOnce = false,
  follows = [],
  answersAs = 'input',
  done,
  isSecond = false,
  undo,
}: RowActionProps) => {
  const router = useRouter()
  const say = useSaying()
  const doneInPlace = useDoings()
  const place = useRef<HTMLDivElement>(null)
  const hears = useHearsPresses()
  const [busy, setBusy] = useState(false)
  const [isOpen, setOpen] = useState(isOpenAtOnce)
  const isAskedFirst = questions.length > 0 || follows.length > 0
  const [refusal, setRefusal] = useState<Extract<Answer, { done: false }>>()

  const take = async (input: Record<string, unknown>) => {
    setRefusal(undefined)
    setBusy(true)
    const answer = await sendAction({
      address,
      body: answersAs === 'input' ? { ...sends, input } : { ...sends, ...input },
    })
    setBusy(false)
    if (!answer.done) return setRefusal(answer)
    if (doneInPlace) return doneInPlace({ words: done, undo, from: place.current })
    say(done)
    router.refresh()
  }

  return (
    <div ref={place} className="row-action">
      {isOpenAtOnce ? null : (
        <button
          type="button"
          className={isSecond ? 'action' : 'action action--first'}
          disabled={busy || !hears}
          aria-expanded={isAskedFirst ? isOpen : undefined}
          onClick={() => (isAskedFirst ? setOpen(!isOpen) : void take({}))}
        >
          {isAskedFirst ? `${label}…` : label}
          <span className="visually-hidden">: {subject}</span>
        </button>
      )}
      {isOpen ? (
        <ActionForm
          label={label}
          questions={questions}
          follows={follows}
          grave={follows.length > 0}
          takesFocus={!isOpenAtOnce}
          busy={busy}
          onTake={(input) => void take(input)}
          {...(isOpenAtOnce ? {} : { onClose: () => setOpen(false) })}
        />
      ) : null}
      {refusal ? <Refusal answer={refusal} onShowAgain={() => (setRefusal(undefined), router.refresh())} /> : null}
    </div>
  )
}

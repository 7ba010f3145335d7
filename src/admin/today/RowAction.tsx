'use client'

import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import { ActionForm } from '../actions/ActionForm.tsx'
import type { Question } from '../actions/actionForPerson.ts'
import { useSaying } from '../actions/Messages.tsx'
import { Refusal } from '../actions/Refusal.tsx'
import { sendAction, type Answer } from '../actions/sendAction.ts'
import { useHearsPresses } from '../actions/useHearsPresses.ts'

type RowActionProps = {
  label: string
  /** What it is done to, for those who do not see the row around it. */
  subject: string
  address: string
  /** What is sent beside the answers: the version that is shown, or the record that is meant. */
  sends: Record<string, unknown>
  questions?: readonly Question[]
  /** What follows at once: it is named, and the step taken only after that. */
  follows?: readonly string[]
  /** Where the answers go: an action takes them as its input, a new record as fields of its own. */
  answersAs?: 'input' | 'fields'
  /** What is said afterwards. */
  done: string
}

/** The one thing that can be done with a row of Today, without leaving the page. */
export const RowAction = ({
  label,
  subject,
  address,
  sends,
  questions = [],
  follows = [],
  answersAs = 'input',
  done,
}: RowActionProps) => {
  const router = useRouter()
  const say = useSaying()
  const hears = useHearsPresses()
  const [busy, setBusy] = useState(false)
  const [isOpen, setOpen] = useState(false)
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
    say(done)
    router.refresh()
  }

  return (
    <>
      {questions.length > 0 ? (
        <ActionForm label={label} questions={questions} busy={busy} onTake={(input) => void take(input)} />
      ) : (
        <button
          type="button"
          className="action action--first"
          disabled={busy || !hears}
          aria-expanded={follows.length > 0 ? isOpen : undefined}
          onClick={() => (follows.length > 0 ? setOpen(!isOpen) : void take({}))}
        >
          {follows.length > 0 ? `${label}…` : label}
          <span className="visually-hidden">: {subject}</span>
        </button>
      )}
      {isOpen ? (
        <ActionForm
          label={label}
          questions={[]}
          follows={follows}
          grave
          takesFocus
          busy={busy}
          onTake={() => void take({})}
          onClose={() => setOpen(false)}
        />
      ) : null}
      {refusal ? <Refusal answer={refusal} onShowAgain={() => (setRefusal(undefined), router.refresh())} /> : null}
    </>
  )
}

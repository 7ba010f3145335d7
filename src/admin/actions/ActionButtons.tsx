'use client'

import { useRouter } from 'next/navigation.js'
import { useRef, useState } from 'react'
import { ActionForm } from './ActionForm.tsx'
import type { ActionForPerson } from './actionForPerson.ts'
import { Blockers } from './Blockers.tsx'
import { LOOK_CLASS, looksOf } from './looks.ts'
import { Messages, useSaying } from './Messages.tsx'
import { Refusal } from './Refusal.tsx'
import { sendAction, type Answer } from './sendAction.ts'
import { useHearsPresses } from './useHearsPresses.ts'

type ActionButtonsProps = {
  address: string
  rowVersion: number
  actions: ActionForPerson[]
}

/** The actions of a record. What the server answers is shown word for word and stays until it is closed. */
export const ActionButtons = (props: ActionButtonsProps) => (
  <Messages>
    <Actions {...props} />
  </Messages>
)

const Actions = ({ address, rowVersion, actions }: ActionButtonsProps) => {
  const router = useRouter()
  const say = useSaying()
  const hears = useHearsPresses()
  const [open, setOpen] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Extract<Answer, { done: false }>>()
  const buttons = useRef(new Map<string, HTMLButtonElement | null>())
  const looks = looksOf(actions)
  const possible = actions.flatMap((action, index) =>
    action.blockers.length === 0 ? [{ ...action, look: looks[index] ?? 'plain' }] : [],
  )
  const opened = possible.find(({ name }) => name === open)

  const take = async ({ action, input }: { action: ActionForPerson; input: Record<string, unknown> }) => {
    setRefusal(undefined)
    setBusy(true)
    const answer = await sendAction({
      address: `${address}/${action.name}`,
      body: { input, rowVersion: rowVersion },
    })
    setBusy(false)
    if (!answer.done) return setRefusal(answer)
    setOpen(undefined)
    say(answer.said ?? 'Done.')
    router.refresh()
  }
  const close = () => {
    setOpen(undefined)
    setRefusal(undefined)
    if (open) buttons.current.get(open)?.focus()
  }

  if (actions.length === 0) return null
  return (
    <div className="record-actions" role="group" aria-label="What can be done">
      {possible.length > 0 ? (
        <div className="action-row">
          {possible.map((action) => (
            <button
              key={action.name}
              ref={(element) => void buttons.current.set(action.name, element)}
              type="button"
              className={LOOK_CLASS[action.look]}
              disabled={busy || !hears}
              aria-expanded={isAskedFirst(action) ? open === action.name : undefined}
              onClick={() => {
                setRefusal(undefined)
                if (!isAskedFirst(action)) return void take({ action, input: {} })
                setOpen(open === action.name ? undefined : action.name)
              }}
            >
              {action.label}
            </button>
          ))}
        </div>
      ) : null}
      {opened ? (
        <ActionForm
          key={opened.name}
          label={opened.label}
          questions={opened.questions}
          follows={opened.follows}
          grave={opened.grave}
          busy={busy}
          takesFocus
          onTake={(input) => void take({ action: opened, input })}
          onClose={close}
        />
      ) : null}
      {refusal ? <Refusal answer={refusal} onShowAgain={() => (setRefusal(undefined), router.refresh())} /> : null}
      {actions
        .filter(({ blockers }) => blockers.length > 0)
        .map(({ name, label, blockers }) => (
          <Blockers key={name} title={`${label}: not yet`} blockers={blockers} />
        ))}
    </div>
  )
}

/** A grave step is never taken with one press, and neither is one that needs an answer or has more in its train. */
const isAskedFirst = ({ questions, follows, grave }: ActionForPerson): boolean =>
  questions.length > 0 || follows.length > 0 || grave

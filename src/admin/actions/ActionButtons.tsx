'use client'

import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useId, useState, type FormEvent } from 'react'

/** One action as the panel shows it: its blockers in words, and what it asks for. */
export type ActionForPerson = {
  name: string
  label: string
  grave: boolean
  blockers: Array<{ rule: string; sentence: string }>
  questions: Array<{ name: string; label: string }>
}

type ActionButtonsProps = { address: string; rowVersion: number; actions: ActionForPerson[] }

/** The buttons of a record's workflow. What the server answers is shown word for word and stays until it is closed. */
export const ActionButtons = ({ address, rowVersion, actions }: ActionButtonsProps) => {
  const router = useRouter()
  const [open, setOpen] = useState<string | undefined>()
  const [busy, setBusy] = useState(false)

  const take = async ({ action, input }: { action: ActionForPerson; input: Record<string, string> }) => {
    setBusy(true)
    const answer = await fetch(`${address}/${action.name}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ input, rowVersion }),
    }).catch(() => undefined)
    setBusy(false)
    const body = (await answer?.json().catch(() => undefined)) as { errors?: Array<{ message: string }> } | undefined
    if (answer?.ok) {
      setOpen(undefined)
      toast.success(`Done: ${action.label.toLowerCase()}.`, { duration: Infinity })
      router.refresh()
      return
    }
    toast.error(body?.errors?.[0]?.message ?? 'We could not reach the server, so nothing was stored. Try again.', { duration: Infinity })
  }

  return (
    <div className="record-actions">
      {actions.map((action) => (
        <OneAction
          key={action.name}
          action={action}
          busy={busy}
          open={open === action.name}
          onOpen={() => setOpen(open === action.name ? undefined : action.name)}
          onTake={(input) => void take({ action, input })}
        />
      ))}
    </div>
  )
}

type OneActionProps = { action: ActionForPerson; busy: boolean; open: boolean; onOpen: () => void; onTake: (input: Record<string, string>) => void }

const OneAction = ({ action, busy, open, onOpen, onTake }: OneActionProps) => {
  const id = useId()
  const blocked = action.blockers.length > 0
  const direct = !blocked && action.questions.length === 0
  const submitted = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onTake(Object.fromEntries([...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)])))
  }
  return (
    <div className="record-actions__one">
      <Button
        buttonStyle={action.grave ? 'secondary' : 'primary'}
        size="medium"
        disabled={busy}
        aria-expanded={direct ? undefined : open}
        aria-controls={direct ? undefined : id}
        onClick={() => (direct ? onTake({}) : onOpen())}
      >
        {action.label}
      </Button>
      {open && blocked ? (
        <div id={id} role="status" className="record-actions__blockers">
          <p>This cannot be done yet:</p>
          <ul>
            {action.blockers.map(({ rule, sentence }) => (
              <li key={rule + sentence}>
                {sentence} <small>{rule}</small>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {open && !blocked ? (
        <form id={id} onSubmit={submitted} className="record-actions__form">
          {action.questions.map(({ name, label }) => (
            <p key={name}>
              <label htmlFor={`${id}-${name}`}>{label}</label>
              <textarea id={`${id}-${name}`} name={name} rows={3} required />
            </p>
          ))}
          <Button type="submit" size="medium" disabled={busy}>
            {action.label}
          </Button>
        </form>
      ) : null}
    </div>
  )
}

'use client'

import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import { Refusal } from '../actions/Refusal.tsx'
import { sendAction, type Answer } from '../actions/sendAction.ts'
import { useHearsPresses } from '../actions/useHearsPresses.ts'

/**
 * Starts a draft from the text of the version in force and opens it. `subject` says of which document, for those who do
 * not see what stands around the button.
 */
export const NewVersion = ({ versionId, subject }: { versionId: string; subject: string }) => {
  const router = useRouter()
  const hears = useHearsPresses()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Extract<Answer, { done: false }>>()

  const start = async () => {
    setRefusal(undefined)
    setBusy(true)
    const answer = await sendAction({ address: `/api/policy-versions/${versionId}/new-version`, body: {} })
    setBusy(false)
    if (!answer.done) return setRefusal(answer)
    router.push(`/admin/collections/policy-versions/${answer.id ?? ''}`)
  }

  return (
    <>
      <button type="button" className="action" disabled={busy || !hears} onClick={() => void start()}>
        {busy ? 'One moment' : 'Start a new version from this text'}
        <span className="visually-hidden">: {subject}</span>
      </button>
      {refusal ? <Refusal answer={refusal} onShowAgain={() => (setRefusal(undefined), router.refresh())} /> : null}
    </>
  )
}

import type { ReactElement, ReactNode } from 'react'
import { IDEMPOTENCY_FIELD } from '../../core/http/idempotency.ts'

export type FormProps = {
  /** Where it is posted; the same address that showed it. */
  action: string
  /** Made by the server with the form; two posts with one key take effect once. */
  idempotencyKey: string
  /** Further values that go along unseen: a record's version, the wording's hash. */
  hidden?: Readonly<Record<string, string>>
  /** Whether files go along. */
  upload?: boolean
  /** Names the form for our own script, which may keep a draft of it. Never set it on a form for a worry. */
  draft?: string
  children: ReactNode
}

/** A form that works without JavaScript: posted whole, judged by the server only, shown again with what was typed. */
export const Form = ({
  action,
  idempotencyKey,
  hidden = {},
  upload = false,
  draft,
  children,
}: FormProps): ReactElement => (
  <form
    className="form flow"
    method="post"
    action={action}
    noValidate
    encType={upload ? 'multipart/form-data' : undefined}
    data-draft={draft}
  >
    {children}
    <input type="hidden" name={IDEMPOTENCY_FIELD} value={idempotencyKey} />
    {Object.entries(hidden).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
  </form>
)

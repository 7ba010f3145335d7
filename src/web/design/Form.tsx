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
  /**
   * Has our own script keep what is half written while the tab is open: under a name that tells it from other forms and
   * other people, until the page after it says `done`. Never for a form about a worry.
   */
  draft?: { name: string; done: string }
  /** What sends it, on a bar that stays in sight at the foot of a phone. */
  bar?: ReactNode
  children: ReactNode
}

/** A form that works without JavaScript: posted whole, judged by the server only, shown again with what was typed. */
export const Form = ({
  action,
  idempotencyKey,
  hidden = {},
  upload = false,
  draft,
  bar,
  children,
}: FormProps): ReactElement => (
  <form
    className="form flow"
    method="post"
    action={action}
    noValidate
    encType={upload ? 'multipart/form-data' : undefined}
    data-draft={draft?.name}
    data-draft-done={draft?.done}
  >
    {children}
    {bar === undefined ? null : <div className="form__bar">{bar}</div>}
    <input type="hidden" name={IDEMPOTENCY_FIELD} value={idempotencyKey} />
    {Object.entries(hidden).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
  </form>
)

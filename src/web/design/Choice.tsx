import type { ReactElement, ReactNode } from 'react'

/** One answer among several. */
export type Choice = { value: string; label: string; hint?: string; hiddenText?: string }

type ChoiceInputProps = {
  type: 'radio' | 'checkbox'
  id: string
  name: string
  choice: Omit<Choice, 'label'> & { label: ReactNode }
  checked: boolean
  describedBy?: string
  invalid?: boolean
}

/** A radio or a tick box whose whole row can be pressed. */
export const ChoiceInput = ({
  type,
  id,
  name,
  choice,
  checked,
  describedBy,
  invalid = false,
}: ChoiceInputProps): ReactElement => (
  <div className="choice">
    <input
      id={id}
      type={type}
      name={name}
      value={choice.value}
      defaultChecked={checked}
      aria-invalid={invalid || undefined}
      aria-describedby={
        [choice.hint === undefined ? '' : `${id}-hint`, describedBy ?? ''].filter(Boolean).join(' ') || undefined
      }
    />
    <label htmlFor={id}>
      {choice.label}
      {choice.hiddenText !== undefined && <span className="visually-hidden">: {choice.hiddenText}</span>}
      {choice.hint !== undefined && (
        <span className="choice__hint" id={`${id}-hint`}>
          {choice.hint}
        </span>
      )}
    </label>
  </div>
)

import type { ReactElement, ReactNode } from 'react'
import { useWords } from './words.tsx'
import { Icon, type IconName } from './Icon.tsx'

/** What a notice is about. */
type NoticeTone = 'success' | 'information' | 'warning' | 'danger'

export type NoticeProps = {
  tone?: NoticeTone
  title: string
  /** After a redirect: takes the focus, so that it is read out at once. */
  announced?: boolean
  children?: ReactNode
}

/** Something to know. It stays until the page is left: nobody has to read against the clock. */
export const Notice = ({ tone = 'information', title, announced = false, children }: NoticeProps): ReactElement => {
  const { say } = useWords()
  return (
    <div
      className={`notice notice--${tone}`}
      {...(announced ? { role: tone === 'danger' ? 'alert' : 'status', tabIndex: -1, autoFocus: true } : {})}
    >
      <Icon name={ICONS[tone]} />
      <div className="notice__words">
        <p className="notice__title">
          <span className="visually-hidden">{say(`tone.${tone}`)}: </span>
          {title}
        </p>
        {children}
      </div>
    </div>
  )
}

const ICONS: Record<NoticeTone, IconName> = {
  success: 'tick',
  information: 'information',
  warning: 'warning',
  danger: 'warning',
}

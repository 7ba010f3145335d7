import type { ReactElement } from 'react'
import { Icon } from './Icon.tsx'
import { useWords } from './words.tsx'

/** The way back to the page before, above the heading. */
export const BackLink = ({ href, text }: { href: string; text?: string }): ReactElement => {
  const { say } = useWords()
  return (
    <a className="back-link" href={href}>
      <Icon name="back" />
      {text ?? say('page.back')}
    </a>
  )
}

import type { ReactElement } from 'react'
import { Icon } from './Icon.tsx'
import { currentMark, type PageFrame } from './pageFrame.ts'

/**
 * The portal's navigation. On a phone a menu that opens without JavaScript; on a wide screen the stylesheet shows its
 * links in a row. "Report a worry" stands beside the menu, never inside it.
 */
export const Navigation = ({ frame }: { frame: PageFrame }): ReactElement | null => {
  const { navigation = [], navigationName = 'Portal', address, worryHref } = frame
  if (navigation.length === 0) return null
  return (
    <nav className="navigation" aria-label={navigationName}>
      <details className="navigation__menu">
        <summary>
          <Icon name="menu" />
          Menu
        </summary>
        <ul>
          {navigation.map(({ href, text }) => (
            <li key={href}>
              <a href={href} aria-current={currentMark({ href, address, navigation })}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </details>
      {worryHref !== undefined && (
        <a
          className="navigation__worry"
          href={worryHref}
          aria-current={currentMark({ href: worryHref, address, navigation: [] })}
        >
          Report a worry
        </a>
      )}
    </nav>
  )
}

import type { ReactElement } from 'react'
import { Mark } from './Mark.tsx'
import { Navigation } from './Navigation.tsx'
import type { PageFrame } from './pageFrame.ts'

/** The top of every page: whose it is, and the ways through it. */
export const Header = ({ frame }: { frame: PageFrame }): ReactElement => (
  <header className="header">
    <div className="header__bar">
      <a className="header__home" href={frame.homeHref}>
        <Mark />
        <span className="header__names">
          <span className="header__charity">{frame.charityName}</span>{' '}
          <span className="header__programme">{frame.programmeName}</span>
        </span>
      </a>
      <Navigation frame={frame} />
    </div>
  </header>
)

import type { Payload, PayloadRequest } from 'payload'
import { Suspense } from 'react'
import { actorOf, type PersonActor } from '../../core/access/actor.ts'
import { startWork, workOf } from '../../core/access/work.ts'
import { menuFor, placeInMenu, type MenuWord } from '../../core/house/menu.ts'
import { areas, MENU_WORDS } from '../../programme/house.ts'
import { Icon } from '../../web/design/Icon.tsx'
import { WorryLink } from '../brand/WorryLink.tsx'
import { SignOutButton } from '../brand/SignOutButton.tsx'
import { Logo } from '../brand/Logo.tsx'
import { SearchBox } from '../search/SearchBox.tsx'
import { addressOf } from './addressOf.ts'
import { Counts } from './Counts.tsx'
import { iconOf } from './icons.ts'
import { PanelLink } from './PanelLink.tsx'

type MenuProps = {
  payload: Payload
  /** Payload gives it with every page but the one that says that there is no such page. */
  req?: PayloadRequest
  user?: { actor?: PersonActor } | null
  params?: { segments?: string[] }
  searchParams?: Record<string, unknown>
}

/**
 * What stands around every page of the panel, in place of Payload's menu: the way past it, the words of the menu that
 * this person has, who they are, the search over everything, and the pages under the word at which they are.
 */
export const Menu = async ({ payload, req, user, params, searchParams }: MenuProps) => {
  const actor = req ? actorOf(req) : user?.actor
  if (actor?.kind !== 'person') return null
  const address = addressOf(params)
  const work = req ? workOf(req) : await startWork({ payload, actor, from: 'panel' })
  const menu = menuFor({ areas, words: MENU_WORDS, actor })
  const place = placeInMenu({ menu, areas, address })
  const asked = typeof searchParams?.q === 'string' ? searchParams.q : ''
  return (
    <>
      <a className="skip-to-content" href="#content">
        Skip to the content
      </a>
      <details className="menu">
        <summary className="menu__button">
          <Icon name="menu" />
          Menu
        </summary>
        <div className="menu__board">
          <div className="menu__head">
            <Logo payload={payload} />
          </div>
          <nav aria-label="Menu">
            <ul className="menu__words">
              {menu.map((word) => (
                <li key={word.word}>
                  <PanelLink
                    className="menu__word"
                    href={word.href}
                    aria-current={currentMark({ isHere: place?.word === word, isItself: address === word.href })}
                  >
                    <Icon name={iconOf(word.word)} />
                    <span className="menu__name">{word.word}</span>
                    {word.counts.length > 0 ? (
                      <Suspense fallback={null}>
                        <Counts work={work} word={word} />
                      </Suspense>
                    ) : null}
                  </PanelLink>
                </li>
              ))}
            </ul>
          </nav>
          <div className="menu__person">
            <PanelLink className="menu__account" href="/admin/account">
              <Icon name="person" />
              <span className="menu__name">
                <span className="visually-hidden">Your account: </span>
                {actor.name}
              </span>
            </PanelLink>
            <SignOutButton />
          </div>
        </div>
      </details>
      <section className="panel-bar" aria-label="At hand">
        <SearchBox asked={asked} />
        <WorryLink actor={actor} />
      </section>
      {place && place.word.pages.length > 1 ? <PagesOf word={place.word} page={place.page} address={address} /> : null}
      <span id="content" className="panel-content-begins" tabIndex={-1} />
    </>
  )
}

/** The pages under one word, the one that is open marked. */
const PagesOf = ({ word: { word, pages }, page, address }: { word: MenuWord; page?: string; address: string }) => (
  <nav className="panel-pages" aria-label={`Under ${word}`}>
    <ul>
      {pages.map(({ words, href }) => (
        <li key={href}>
          <PanelLink href={href} aria-current={currentMark({ isHere: href === page, isItself: href === address })}>
            {words}
          </PanelLink>
        </li>
      ))}
    </ul>
  </nav>
)

const currentMark = ({ isHere, isItself }: { isHere: boolean; isItself: boolean }): 'page' | 'true' | undefined =>
  isHere ? (isItself ? 'page' : 'true') : undefined

import type { ReactElement } from 'react'
import { OWN_NAMES, type PageLanguage } from '../../programme/people/parentWords/parentWords.ts'
import { useWords } from '../design/words.tsx'

/**
 * The other languages that a page for parents can be read in, each by its own name. `to`: the page to come back to.
 * `toRemember`: those of which we do not know yet that they read them; choosing one tells us.
 */
export const LanguageSwitch = ({
  languages,
  toRemember = [],
  to,
}: {
  languages: readonly PageLanguage[]
  toRemember?: readonly PageLanguage[]
  to?: 'parents' | 'verify'
}): ReactElement | null => {
  const { language, say } = useWords()
  const others = languages.filter((offered) => offered !== language)
  if (others.length + toRemember.length === 0) return null
  return (
    <nav aria-label={say('page.language')} className="language-switch">
      <ul>
        {others.map((offered) => (
          <li key={offered}>
            <a
              href={`/consent/in/${offered}${to === undefined ? '' : `?to=${to}`}`}
              lang={offered === 'en' ? 'en-GB' : offered}
              hrefLang={offered === 'en' ? 'en-GB' : offered}
            >
              {OWN_NAMES[offered] ?? offered}
            </a>
          </li>
        ))}
        {toRemember.map((offered) => (
          <li key={offered}>
            <form method="post" action="/consent/language">
              <button name="language" value={offered} lang={offered}>
                {OWN_NAMES[offered] ?? offered}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </nav>
  )
}

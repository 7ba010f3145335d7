import type { ReactElement } from 'react'
import { OWN_NAMES, type PageLanguage } from '../../programme/people/parentWords/parentWords.ts'
import { useWords } from '../design/words.tsx'

/** The other languages that a page for parents can be read in, each by its own name. `to`: the page to come back to. */
export const LanguageSwitch = ({
  languages,
  to,
}: {
  languages: readonly PageLanguage[]
  to?: 'parents'
}): ReactElement | null => {
  const { language, say } = useWords()
  const others = languages.filter((offered) => offered !== language)
  if (others.length === 0) return null
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
      </ul>
    </nav>
  )
}

import type { ReactElement } from 'react'
import { runsFromTheRight } from '../../programme/people/formLanguages.ts'
import type { WordedPart } from '../../programme/policies/consentWording.ts'
import type { ConsentWording } from '../../programme/consent/wording/wording.ts'
import { Heading } from '../design/Heading.tsx'

/**
 * What a screen reader and the browser are told of words in the parent's own language; nothing where the form is in
 * English.
 */
const inLanguageOf = ({ language }: ConsentWording): { lang?: string; dir?: 'rtl' | 'ltr' } =>
  language === undefined ? {} : { lang: language, dir: runsFromTheRight(language) ? 'rtl' : 'ltr' }

/** A part of the form to be read: in the parent's own language and, below it, the English. */
export const FormPart = ({
  wording,
  part,
  heading = false,
}: {
  wording: ConsentWording
  part: 'whatWeDo' | 'safety' | 'privacy'
  heading?: boolean
}): ReactElement => (
  <>
    <div className="flow" {...inLanguageOf(wording)}>
      <Part part={wording[part]} heading={heading} />
    </div>
    {wording.english === undefined ? null : (
      <div className="flow muted" lang="en-GB">
        {wording.english[part].paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
    )}
  </>
)

/** A few words of the form, and the English beside them. */
export const BesideEnglish = ({
  wording,
  words,
  english,
}: {
  wording: ConsentWording
  words: string
  english: string | undefined
}): ReactElement => (
  <>
    <span {...inLanguageOf(wording)}>{words}</span>
    {english === undefined ? null : (
      <span className="muted" lang="en-GB">
        {' '}
        / {english}
      </span>
    )}
  </>
)

const Part = ({ part: { title, paragraphs }, heading }: { part: WordedPart; heading: boolean }): ReactElement => (
  <>
    {heading ? <Heading level={2}>{title}</Heading> : null}
    {paragraphs.map((paragraph) => (
      <p key={paragraph}>{paragraph}</p>
    ))}
  </>
)

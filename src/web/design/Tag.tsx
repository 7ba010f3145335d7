import type { ReactElement } from 'react'

/** What a tag says beyond its words: `waiting` for somebody, `good`, `risk`, or nothing. */
export type TagTone = 'neutral' | 'information' | 'waiting' | 'good' | 'risk'

/** A short state beside a thing: "Waiting for the committee". The words carry the meaning, the colour repeats it. */
export const Tag = ({ text, tone = 'neutral' }: { text: string; tone?: TagTone }): ReactElement => (
  <strong className={`tag tag--${tone}`}>{text}</strong>
)

import { workOf } from '../../core/access/work.ts'
import { readLooksAsked, toLooksAt, whoLooked } from '../../programme/whoLooked.ts'
import type { RecordPartProps } from '../record/partProps.ts'
import { LookList } from './LookList.tsx'

/** On the page of a child or a volunteer, for safeguarding leads: who looked at it last [DAT-1]. */
export const LatestLooks = async ({ id, req, collectionSlug }: RecordPartProps) => {
  const of = { collection: collectionSlug, id }
  const answer = await whoLooked({
    work: workOf(req),
    asked: { ...readLooksAsked({}), of },
    limit: ROWS_ON_A_PAGE,
  })
  if (!answer) return null
  return (
    <section className="record-card record-timeline" aria-labelledby="who-looked">
      <h2 id="who-looked">Who looked</h2>
      <LookList looks={answer.looks.slice(0, LOOKS_ON_A_PAGE)} none="Nobody yet." />
      <p className="record-card__way">
        <a href={toLooksAt(of)}>Everybody who looked, and who changed what</a>
      </p>
    </section>
  )
}

const LOOKS_ON_A_PAGE = 5
const ROWS_ON_A_PAGE = 120

import { workOf } from '../../core/access/work.ts'
import { londonDate, speakDate, speakMoment } from '../../core/clock/londonDates.ts'
import { isCaseworker } from '../../programme/people/roles.ts'
import { loadReferralStory } from '../../programme/referrals/decisions/story.ts'
import { WORD_KINDS } from '../../programme/referrals/incoming/ReferralWords.ts'
import { Messages } from '../actions/Messages.tsx'
import { Part } from '../child/Part.tsx'
import { RowAction } from '../today/RowAction.tsx'
import type { RecordPartProps } from '../record/partProps.ts'

/**
 * On a referral's page, and on that of one from outside: everything that was written about it, who said yes, and, until
 * it is linked, the children that it may be about [ELG-2, ELG-3, ELG-9].
 */
export const ReferralStory = async ({ id, req, collectionSlug, data }: RecordPartProps) => {
  const work = workOf(req)
  if (!isCaseworker(work.actor)) return null
  const isIncoming = collectionSlug === 'incoming-referrals'
  const { words, voices, views, children } = await loadReferralStory({
    work,
    ...(isIncoming ? { incoming: id } : { referral: id }),
  })
  return (
    <div className="child-record">
      {isIncoming && data.status === 'to-link' ? (
        <Part title="Which child is this about?">
          <Messages>
            <RowAction
              label="Link to this child"
              subject={String(data.childName)}
              address={`/api/incoming-referrals/${id}/actions/link`}
              sends={{ rowVersion: Number(data.rowVersion ?? 1) }}
              questions={[
                {
                  name: 'child',
                  label: 'The child',
                  hint: 'Those whose name or date of birth fits stand first. The referrer is not told whether we know the child.',
                  kind: 'choice',
                  required: true,
                  choices: children.map(({ id: value, name, bornOn, isLikely }) => ({
                    value,
                    label: `${isLikely ? 'Likely: ' : ''}${name}${bornOn ? `, born ${speakDate(bornOn)}` : ''}`,
                  })),
                },
              ]}
              isOpen
              done="Linked. The committee can decide now."
            />
          </Messages>
        </Part>
      ) : null}
      <Part
        title="What was written"
        ways={
          isIncoming
            ? []
            : [
                {
                  href: `/admin/collections/view-requests/create?referral=${id}`,
                  words: 'Ask somebody for their view',
                },
              ]
        }
      >
        {words.length === 0 ? <p className="child-record__none">Nothing yet.</p> : null}
        {words.map(({ id: key, kind, about, text, saidBy, saidAt }) => (
          <article key={key} className="referral-words">
            <h3>{about}</h3>
            <p className="referral-words__by">{`${WORD_KINDS[kind]}: ${saidBy}, ${speakMoment(new Date(saidAt))}`}</p>
            <p className="referral-words__text">{text}</p>
          </article>
        ))}
      </Part>
      {voices.length + views.length === 0 ? null : (
        <Part title="Who was asked, and who said yes">
          <ul>
            {voices.map(({ id: key, kind, name, reason, at }) => (
              <li key={key}>
                <strong>{name}</strong>
                <span>{`${kind === 'accept' ? 'Yes to the child' : 'Yes to one more than there is room for'}, ${speakDate(londonDate(new Date(at)))}`}</span>
                {reason ? <span>{reason}</span> : null}
              </li>
            ))}
            {views.map(({ id: key, name, status }) => (
              <li key={key}>
                <a href={`/admin/collections/view-requests/${key}`}>{name}</a>
                <span>
                  {status === 'open'
                    ? 'Asked for a view, no answer yet'
                    : status === 'answered'
                      ? 'Has given a view'
                      : 'Taken back'}
                </span>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </div>
  )
}

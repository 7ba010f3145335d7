import { londonDate, speakMoment } from '../../core/clock/londonDates.ts'
import { WISHES } from '../../programme/recruitment/activity/PauseRequests.ts'
import { VETTING_KINDS } from '../../programme/recruitment/vetting/VettingRecords.ts'
import { blockersForPerson } from '../actions/actionForPerson.ts'
import { Blockers } from '../actions/Blockers.tsx'
import { daysAway } from '../today/daysAway.ts'
import { listAddress } from '../today/listAddress.ts'
import type { QueueProps } from '../today/loadToday.ts'
import { RowAction } from '../today/RowAction.tsx'
import { Row, Section } from '../today/Section.tsx'

/** Volunteers who wish to pause or leave: carried out here, and everything follows by itself. */
export const WishesToStop = ({ queue: { title, rows, hasMore } }: QueueProps<'wishes'>) => (
  <Section
    id="wishes"
    title={title}
    about="Speak with them first. Carrying it out ends their access at once and begins the hand-overs."
    hasMore={hasMore}
    allHref={listAddress({ collection: 'pause-requests', field: 'status', values: ['open'], sort: 'createdAt' })}
    allWords="All wishes to pause or leave"
  >
    {rows.map(({ id, rowVersion, volunteerId, name, wish, words, askedAt, isOneself, follows }) => (
      <Row
        key={id}
        title={<a href={`/admin/collections/volunteers/${volunteerId}`}>{name}</a>}
        facts={[`${WISHES[wish]}, said on ${speakMoment(askedAt)}`, words]}
      >
        {isOneself ? (
          <p className="queue__note">Your own: somebody else carries it out</p>
        ) : (
          <RowAction
            label="Carry it out now"
            subject={name}
            address={`/api/pause-requests/${id}/actions/carryOut`}
            sends={{ rowVersion }}
            follows={follows}
            done={`Done: ${name} ${wish === 'pause' ? 'pauses' : 'has left'}. Meetings are taken back and hand-overs begun.`}
          />
        )}
      </Row>
    ))}
  </Section>
)

/** Volunteers who lack something today, the first three things in words; who lacks nothing is made active here. */
export const VolunteersToClear = ({ queue: { title, rows, hasMore } }: QueueProps<'clearances'>) => (
  <Section
    id="clearances"
    title={title}
    hasMore={hasMore}
    allHref={listAddress({ collection: 'volunteers', field: 'standing', values: ['joining', 'active'], sort: 'name' })}
    allWords="All volunteers"
  >
    {rows.map(({ id, rowVersion, name, standing, isOneself, missing }) => {
      const blockers = blockersForPerson(missing)
      return (
        <Row
          key={id}
          title={<a href={`/admin/collections/volunteers/${id}`}>{name}</a>}
          facts={[standing === 'joining' ? 'Being cleared' : 'Active, but nothing of theirs can be confirmed']}
        >
          {blockers.length > 0 ? (
            <>
              <Blockers
                title={`Still missing: ${blockers.length === 1 ? 'one thing' : `${blockers.length} things`}`}
                blockers={blockers.slice(0, FIRST_MISSING)}
              />
              {blockers.length > FIRST_MISSING ? (
                <p className="queue__note">{`and ${blockers.length - FIRST_MISSING} more`}</p>
              ) : null}
              <a className="action" href="/admin/collections/vetting-records/create">
                Record vetting
                <span className="visually-hidden">: {name}</span>
              </a>
            </>
          ) : isOneself ? (
            <p className="queue__note">You yourself: somebody else makes you active</p>
          ) : (
            <RowAction
              label="Make active"
              subject={name}
              address={`/api/volunteers/${id}/actions/activate`}
              sends={{ rowVersion }}
              done={`Active: ${name}.`}
            />
          )}
        </Row>
      )
    })}
  </Section>
)

/** How many missing things stand on Today; the volunteer's own page lists them all. */
const FIRST_MISSING = 3

/** Checks and training that end within 60 days, or have ended. */
export const VettingEnding = ({ queue: { title, rows, hasMore }, now }: QueueProps<'vetting'>) => (
  <Section
    id="vetting"
    title={title}
    about="The volunteer and the co-ordinator are warned 60, 30 and 7 days before. Afterwards the gates close by themselves."
    hasMore={hasMore}
    allHref={listAddress({ collection: 'vetting-records', sort: 'validUntil' })}
    allWords="All vetting records"
  >
    {rows.map(({ id, collection, volunteerId, volunteerName, about, validUntil, hasEnded }) => {
      const away = daysAway({ date: validUntil, today: londonDate(now) })
      return (
        <Row
          key={id}
          title={<a href={`/admin/collections/volunteers/${volunteerId}`}>{volunteerName}</a>}
          facts={[`${wordsOf(about)}: ${hasEnded ? `ended ${away}` : `the last day is ${away}`}`]}
        >
          <a className="action" href={`/admin/collections/${collection}/create`}>
            Record a new one
            <span className="visually-hidden">: {volunteerName}</span>
          </a>
        </Row>
      )
    })}
  </Section>
)

/** Exceptions to the number of children that one committee member proposed: another decides here. */
export const OverridesToDecide = ({ queue: { title, rows, hasMore } }: QueueProps<'overrides'>) => (
  <Section
    id="overrides"
    title={title}
    hasMore={hasMore}
    allHref={listAddress({ collection: 'capacity-overrides', field: 'status', values: ['proposed'] })}
    allWords="All exceptions that wait"
  >
    {rows.map(({ id, rowVersion, name, children, reason, isTheirs, blockers }) => {
      const standing = blockersForPerson(blockers, { isTheirs })
      return (
        <Row
          key={id}
          title={<a href={`/admin/collections/capacity-overrides/${id}`}>{`${name}: up to ${children} children`}</a>}
          facts={[reason]}
        >
          {standing.length > 0 ? (
            <Blockers title="You cannot approve it" blockers={standing} />
          ) : (
            <RowAction
              label="Approve this exception"
              subject={name}
              address={`/api/capacity-overrides/${id}/actions/approve`}
              sends={{ rowVersion }}
              done={`Approved: ${name} may have up to ${children} children.`}
            />
          )}
        </Row>
      )
    })}
  </Section>
)

const wordsOf = (about: string): string =>
  Object.hasOwn(VETTING_KINDS, about) ? VETTING_KINDS[about as keyof typeof VETTING_KINDS] : about

import { londonDate, speakMoment } from '../../core/clock/londonDates.ts'
import { WISHES } from '../../programme/recruitment/activity/PauseRequests.ts'
import { VETTING_KINDS } from '../../programme/recruitment/vetting/VettingRecords.ts'
import { blockersForPerson } from '../actions/actionForPerson.ts'
import { Missing } from '../today/Missing.tsx'
import { daysAway } from '../today/daysAway.ts'
import { listAddress } from '../today/listAddress.ts'
import type { VettingEnding } from '../../programme/recruitment/queues.ts'
import type { QueueLook, RowLook } from '../today/queueLook.ts'
import { RowAction } from '../today/RowAction.tsx'

/** Volunteers who wish to pause or leave: carried out here, and everything follows by itself. */
export const wishesToStop: QueueLook<'wishes'> = {
  about: () => 'Speak with them first. Carrying it out ends their access at once and begins the hand-overs.',
  all: {
    href: listAddress({ collection: 'pause-requests', field: 'status', values: ['open'], sort: 'createdAt' }),
    words: 'All wishes to pause or leave',
  },
  row: ({ id, rowVersion, volunteerId, name, wish, words, askedAt, isOneself, follows }) => ({
    title: name,
    href: `/admin/collections/volunteers/${volunteerId}`,
    facts: [`${WISHES[wish]}, said on ${speakMoment(askedAt)}`, words],
    deed: isOneself ? (
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
    ),
  }),
}

/** Volunteers who lack something today, in words; who lacks nothing is made active here. */
export const volunteersToClear: QueueLook<'clearances'> = {
  all: {
    href: listAddress({ collection: 'volunteers', field: 'standing', values: ['joining', 'active'], sort: 'name' }),
    words: 'All volunteers',
  },
  row: ({ id, rowVersion, name, standing, isOneself, missing }) => {
    const blockers = blockersForPerson(missing)
    return {
      title: name,
      href: `/admin/collections/volunteers/${id}`,
      facts: [standing === 'joining' ? 'Being cleared' : 'Active, but nothing of theirs can be confirmed'],
      deed:
        blockers.length > 0 ? (
          <>
            <Missing title="Still missing" blockers={blockers} />
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
        ),
    }
  },
}

/** DBS checks that end within 60 days, or have ended. */
export const checksEnding: QueueLook<'vetting'> = {
  about: () =>
    'The volunteer and the co-ordinator are warned 60, 30 and 7 days before. Afterwards the gates close by themselves.',
  all: { href: listAddress({ collection: 'vetting-records', sort: 'validUntil' }), words: 'All vetting records' },
  row: (row, now) => endingLook({ row, now }),
}

/** Training that ends within 60 days, or has ended. */
export const trainingEnding: QueueLook<'trainings'> = {
  about: () => 'Organise the next date, then record it for each who came.',
  all: { href: listAddress({ collection: 'trainings', sort: 'validUntil' }), words: 'All training' },
  row: (row, now) => endingLook({ row, now }),
}

const endingLook = ({ row, now }: { row: VettingEnding; now: Date }): RowLook => {
  const { collection, volunteerId, volunteerName, about, validUntil, hasEnded } = row
  const away = daysAway({ date: validUntil, today: londonDate(now) })
  return {
    title: volunteerName,
    href: `/admin/collections/volunteers/${volunteerId}`,
    facts: [`${wordsOf(about)}: ${hasEnded ? `ended ${away}` : `the last day is ${away}`}`],
    deed: (
      <a className="action" href={`/admin/collections/${collection}/create`}>
        Record a new one
        <span className="visually-hidden">: {volunteerName}</span>
      </a>
    ),
  }
}

/** Exceptions to the number of children that one committee member proposed: another decides here. */
export const overridesToDecide: QueueLook<'overrides'> = {
  all: {
    href: listAddress({ collection: 'capacity-overrides', field: 'status', values: ['proposed'] }),
    words: 'All exceptions that wait',
  },
  row: ({ id, rowVersion, name, children, reason, isTheirs, blockers }) => {
    const standing = blockersForPerson(blockers, { isTheirs })
    return {
      title: `${name}: up to ${children} children`,
      href: `/admin/collections/capacity-overrides/${id}`,
      facts: [reason],
      deed:
        standing.length > 0 ? (
          <Missing title="You cannot approve it" blockers={standing} />
        ) : (
          <RowAction
            label="Approve this exception"
            subject={name}
            address={`/api/capacity-overrides/${id}/actions/approve`}
            sends={{ rowVersion }}
            done={`Approved: ${name} may have up to ${children} children.`}
          />
        ),
    }
  },
}

const wordsOf = (about: string): string =>
  Object.hasOwn(VETTING_KINDS, about) ? VETTING_KINDS[about as keyof typeof VETTING_KINDS] : about

import { londonDate, speakMoment } from '../../core/clock/londonDates.ts'
import { APPLICATION_SOURCES, INTERVIEW_OUTCOMES } from '../../programme/recruitment/applications/Applications.ts'
import { applicationWorkflow } from '../../programme/recruitment/applications/workflow.ts'
import type { ReferenceOutstanding } from '../../programme/recruitment/references/queues.ts'
import { REFERENCES_NEEDED } from '../../programme/recruitment/references/rules.ts'
import { blockersForPerson, questionsOf, type Question } from '../actions/actionForPerson.ts'
import { Missing } from '../today/Missing.tsx'
import { daysAway } from '../today/daysAway.ts'
import { listAddress } from '../today/listAddress.ts'
import type { QueueLook } from '../today/queueLook.ts'
import { RowAction } from '../today/RowAction.tsx'

const allIn = (...values: string[]): string =>
  listAddress({ collection: 'applications', field: 'status', values, sort: 'receivedOn' })

/** Applications that nobody has considered. They are considered on their own page, where they can be read. */
export const applicationsToConsider: QueueLook<'applications'> = {
  all: { href: allIn('received'), words: 'All applications to consider' },
  row: ({ id, name, source, receivedOn, alike, isTheirs }, now) => ({
    title: name,
    facts: [
      `Received ${daysAway({ date: receivedOn, today: londonDate(now) })}`,
      APPLICATION_SOURCES[source],
      alike.length > 0 && `May be the same person as ${alike.join(', ')}`,
    ],
    deed: <OpenApplication id={id} name={name} words={isTheirs ? 'Read and consider' : 'Open'} />,
  }),
}

/** Applicants to meet: a time is planned here, and what came of it recorded here. */
export const interviewsToHold: QueueLook<'interviews'> = {
  all: { href: allIn('considered', 'interview-planned'), words: 'All interviews to hold' },
  row: ({ id, rowVersion, name, status, interviewAt, interviewPlace, interviewWish, isTheirs, blockers }, now) => ({
    title: name,
    href: `/admin/collections/applications/${id}`,
    facts: [
      interviewAt ? `Planned for ${speakMoment(interviewAt)}` : 'No time is planned',
      interviewPlace,
      interviewWish && `Asks for another time: ${interviewWish}`,
    ],
    deed:
      blockers.length > 0 ? (
        <Missing title="You cannot record it" blockers={blockersForPerson(blockers, { isTheirs: true })} />
      ) : status === 'considered' ? (
        <RowAction
          label="Plan the interview"
          subject={name}
          address={`/api/applications/${id}/actions/planInterview`}
          sends={{ rowVersion }}
          questions={asked('planInterview')}
          done={`Planned: ${name} is told that there is a time.`}
        />
      ) : interviewAt && interviewAt <= now && isTheirs ? (
        <RowAction
          label="Record the interview"
          subject={name}
          address={`/api/applications/${id}/actions/recordInterview`}
          sends={{ rowVersion }}
          questions={asked('recordInterview')}
          done={`Recorded: the interview with ${name}.`}
        />
      ) : (
        <p className="queue__note">
          {interviewAt && interviewAt <= now ? 'A committee member records it' : 'Waiting for the day'}
        </p>
      ),
  }),
}

/** References that are wanted and not held yet. */
export const referencesOutstanding: QueueLook<'references'> = {
  all: {
    href: listAddress({
      collection: 'volunteer-references',
      field: 'status',
      values: ['named', 'asked', 'declined'],
      sort: 'askedAt',
    }),
    words: 'All references outstanding',
  },
  row: (
    { id, rowVersion, aboutName, refereeName, hasEmail, state, askedAt, answerId, answerVersion, takenBySelf },
    now,
  ) => {
    const today = londonDate(now)
    const subject = `${refereeName}, about ${aboutName}`
    const address = `/api/volunteer-references/${id}/actions`
    return {
      title: `${refereeName}, about ${aboutName}`,
      href: `/admin/collections/volunteer-references/${id}`,
      facts: [askedAt && `Asked ${daysAway({ date: londonDate(askedAt), today })}`, NOTES[state]],
      deed:
        state === 'to-confirm' && answerId !== null && !takenBySelf ? (
          <RowAction
            label="Confirm what was said"
            subject={subject}
            address={`/api/reference-answers/${answerId}/actions/confirm`}
            sends={{ rowVersion: answerVersion }}
            done={`Confirmed: the reference of ${refereeName}.`}
          />
        ) : state === 'to-confirm' ? (
          <p className="queue__note">A second person confirms it</p>
        ) : state === 'to-ask' && hasEmail ? (
          <RowAction
            label="Ask for it"
            subject={subject}
            address={`${address}/ask`}
            sends={{ rowVersion }}
            done={`A link is on its way to ${refereeName}.`}
          />
        ) : state === 'link-ended' ? (
          <RowAction
            label="Send a new link"
            subject={subject}
            address={`${address}/resend`}
            sends={{ rowVersion }}
            done={`A new link is on its way to ${refereeName}.`}
          />
        ) : state === 'declined' ? (
          <a className="action" href="/admin/collections/volunteer-references/create">
            Name another referee
            <span className="visually-hidden">: {aboutName}</span>
          </a>
        ) : state === 'to-ask' ? (
          <a className="action" href="/admin/collections/reference-answers/create">
            Record what they say
            <span className="visually-hidden">: {subject}</span>
          </a>
        ) : (
          <p className="queue__note">Waiting for the referee</p>
        ),
    }
  },
}

/** Applicants whom the committee has met. They are decided about on their own page, where everything can be read. */
export const applicationsToDecide: QueueLook<'decisions'> = {
  all: { href: allIn('interviewed'), words: 'All applications to decide' },
  row: ({ id, name, receivedOn, interviewOutcome, referencesHeld, worries, isTheirs, blockers }, now) => ({
    title: name,
    facts: [
      interviewOutcome && `Interview: ${INTERVIEW_OUTCOMES[interviewOutcome].toLowerCase()}`,
      `${referencesHeld} of ${REFERENCES_NEEDED} references held`,
      worries > 0 && 'A referee has a worry: ring them first',
      `Received ${daysAway({ date: receivedOn, today: londonDate(now) })}`,
    ],
    deed: (
      <>
        <Missing title="Before they can be approved" blockers={blockersForPerson(blockers, { isTheirs })} />
        <OpenApplication id={id} name={name} words={isTheirs ? 'Read and decide' : 'Open'} />
      </>
    ),
  }),
}

const OpenApplication = ({ id, name, words }: { id: string; name: string; words: string }) => (
  <a className="action" href={`/admin/collections/applications/${id}`}>
    {words}
    <span className="visually-hidden">: {name}</span>
  </a>
)

const NOTES: Readonly<Record<ReferenceOutstanding['state'], string | false>> = {
  'to-ask': 'Not asked yet',
  asked: false,
  'link-ended': 'Their link has ended',
  'to-confirm': 'Said by telephone',
  declined: 'Cannot give a reference, so another referee is needed',
}

const asked = (action: string): Question[] => {
  const input = applicationWorkflow.inputOf(action)
  return input ? questionsOf(input) : []
}

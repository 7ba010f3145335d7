import type { UIFieldServerProps } from 'payload'
import { workOf } from '../../core/access/work.ts'
import { speakDate, speakMoment } from '../../core/clock/londonDates.ts'
import { matchWorkflow } from '../../programme/matching/workflow.ts'
import { meetingWorkflow } from '../../programme/meetings/workflow.ts'
import { reasonWords } from '../../programme/referrals/reasons.ts'
import { referralWorkflow } from '../../programme/referrals/workflow.ts'
import { loadChildRecord, type WhatBelongs } from './loadChildRecord.ts'
import { Line, Lines, Part } from './Part.tsx'

/** On a child's page, everything that belongs to the child, each line leading to its record. */
export const ChildRecord = async ({ id, req }: UIFieldServerProps) => {
  const belongs = id ? await loadChildRecord({ work: workOf(req), childId: String(id) }) : undefined
  if (!belongs) return null
  return (
    <div className="child-record">
      <Mentoring {...belongs} />
      <Consent {...belongs} />
      <Logs {...belongs} />
      <Story {...belongs} />
      <Home {...belongs} />
    </div>
  )
}

const Mentoring = ({ matches, meetings }: WhatBelongs) => (
  <Part title="Match and meetings" ways={[{ href: '/admin/collections/meetings/create', words: 'Propose a meeting' }]}>
    <Lines none="No volunteer yet.">
      {matches.map(({ id, volunteerName, status, startsOn, endsOn }) => (
        <Line key={id} collection="matches" id={id} title={volunteerName} facts={[matchWorkflow.states[status], `From ${speakDate(startsOn)}${endsOn ? ` until ${speakDate(endsOn)}` : ''}`]} />
      ))}
    </Lines>
    <h3>Meetings ahead</h3>
    <Lines none="None is planned.">
      {meetings.map(({ id, startsAt, place, status }) => (
        <Line key={id} collection="meetings" id={id} title={speakMoment(startsAt)} facts={[place, meetingWorkflow.states[status]]} />
      ))}
    </Lines>
  </Part>
)

const Consent = ({ consent }: WhatBelongs) => (
  <Part
    title="Consent"
    ways={[
      { href: '/admin/collections/consent-requests/create', words: 'Ask a parent or carer' },
      { href: '/admin/collections/consents/create', words: 'Record an answer given on paper or by telephone' },
    ]}
  >
    <dl>
      {consent.items.map(({ item, label, isHeld, standing }) => (
        <div key={item} className={isHeld ? '' : 'child-record__not-held'}>
          <dt>{label}</dt>
          <dd>{standing}</dd>
        </div>
      ))}
    </dl>
    {consent.waiting.length > 0 ? (
      <Lines none="">
        {consent.waiting.map(({ id, guardianName }) => (
          <Line key={id} collection="consent-requests" id={id} title={guardianName} facts={['Was asked and has not answered']} />
        ))}
      </Lines>
    ) : null}
  </Part>
)

const Logs = ({ logs }: WhatBelongs) => (
  <Part title="Latest logs">
    <Lines none="None yet.">
      {logs.map(({ id, heldOn, location, activities, comment }) => (
        <Line key={id} collection="session-logs" id={id} title={speakDate(heldOn)} facts={[location, activities, comment]} />
      ))}
    </Lines>
  </Part>
)

const Story = ({ referred, home }: WhatBelongs) => (
  <Part title="Referral, goals and background" ways={[{ href: '/admin/collections/goals/create', words: 'Add a goal' }]}>
    <Lines none="Nobody has referred this child.">
      {referred.referrals.map(({ id, receivedOn, mainReason, status }) => (
        <Line key={id} collection="referrals" id={id} title={`Referred on ${speakDate(receivedOn)}`} facts={[referralWorkflow.states[status], reasonWords(mainReason)]} />
      ))}
    </Lines>
    <h3>Goals</h3>
    <Lines none="None is set.">
      {referred.goals.map(({ id, title, outcome }) => (
        <Line key={id} collection="goals" id={id} title={title} facts={[outcome]} />
      ))}
    </Lines>
    <h3>Background</h3>
    {home.background ? (
      <>
        <p className="child-record__words">{home.background.words}</p>
        <p className="child-record__way">
          <a href={`/admin/collections/child-backgrounds/${home.background.id}`}>Change the background</a>
        </p>
      </>
    ) : (
      <p className="child-record__none">Nothing is written down.</p>
    )}
  </Part>
)

const Home = ({ home: { family, guardians, keyWorkers, memberships } }: WhatBelongs) => (
  <Part title="Family and club" ways={[{ href: '/admin/collections/guardians/create', words: 'Add a parent or carer' }]}>
    <Lines none="">{[<Line key={family.id} collection="families" id={family.id} title={family.name} />]}</Lines>
    <h3>Parents and carers</h3>
    <Lines none="None is known.">
      {guardians.map(({ id, name, relationship, mobile, mayBeContacted, mayDecide }) => (
        <Line key={id} collection="guardians" id={id} title={name} facts={[relationship, mayBeContacted ? mobile : 'Do not contact', !mayDecide && 'Has no parental responsibility']} />
      ))}
    </Lines>
    <h3>Key workers</h3>
    <Lines none="None is known.">
      {keyWorkers.map(({ id, name, role, organisation }) => (
        <Line key={id} collection="key-workers" id={id} title={name} facts={[role, organisation]} />
      ))}
    </Lines>
    <h3>Membership of the club</h3>
    <Lines none="Is not a member.">
      {memberships.map(({ id, since, until, attended }) => (
        <Line key={id} collection="memberships" id={id} title={`Since ${speakDate(since)}`} facts={[until && `Until ${speakDate(until)}`, attended]} />
      ))}
    </Lines>
  </Part>
)

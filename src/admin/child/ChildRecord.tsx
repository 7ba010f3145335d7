import { workOf } from '../../core/access/work.ts'
import { londonDate, speakDate, speakMoment } from '../../core/clock/londonDates.ts'
import { matchWorkflow } from '../../programme/matching/matches/workflow.ts'
import { meetingWorkflow } from '../../programme/meetings/meetings/workflow.ts'
import { contactSentence } from '../../programme/people/families/contactRules.ts'
import { EDUCATION_STATUSES } from '../../programme/people/children/education.ts'
import { isMemberOn } from '../../programme/people/children/ofChild.ts'
import { schoolYear, schoolYearName, STAGES, suggestedStages } from '../../programme/people/children/schoolYear.ts'
import { SIBLING_KINDS } from '../../programme/people/children/SiblingLinks.ts'
import { BARRIER_REMEDIES, PLAN_PART_KINDS, PLAN_PART_STATES } from '../../programme/plans/rules.ts'
import { reasonWords } from '../../programme/referrals/reasons.ts'
import { referralWorkflow } from '../../programme/referrals/decisions/workflow.ts'
import { loadChildRecord, type WhatBelongs } from './loadChildRecord.ts'
import { Line, Lines, Part } from './Part.tsx'
import type { RecordPartProps } from '../record/partProps.ts'

/** On a child's page, everything that belongs to the child, each line leading to its record. */
export const ChildRecord = async ({ id, req }: RecordPartProps) => {
  const belongs = await loadChildRecord({ work: workOf(req), childId: id })
  if (!belongs) return null
  if (belongs.joined.to) return <WasJoined {...belongs} to={belongs.joined.to} />
  return (
    <div className="child-record">
      <AtAGlance {...belongs} />
      <Health {...belongs} />
      <Family {...belongs} />
      <Mentoring {...belongs} />
      <Consent {...belongs} />
      <Plan {...belongs} />
      <Logs {...belongs} />
      <Story {...belongs} />
      <School {...belongs} />
      <Twice {...belongs} />
    </div>
  )
}

/**
 * A record that was joined to another: the way to the one that was kept, and what each child has once and so stayed
 * here.
 */
const WasJoined = ({
  to,
  home: { background, medical },
}: WhatBelongs & { to: { id: string; name: string; at: Date | null } }) => (
  <div className="child-record">
    <Part title="This record was joined to another">
      <p className="child-record__flag">
        {to.at
          ? `On ${speakDate(londonDate(new Date(to.at)))} it was joined to the record of `
          : 'It was joined to the record of '}
        <a href={`/admin/collections/children/${to.id}`}>{to.name}</a>. Everything that belonged to it is there. This
        one stays as it was, and takes no changes.
      </p>
      {background ? (
        <>
          <h3>Background, as it was</h3>
          <p className="child-record__words">{background.words}</p>
        </>
      ) : null}
      {medical ? (
        <>
          <h3>Health and access, as they were</h3>
          <p className="child-record__words">
            {[medical.allergies, medical.medication, medical.accessNeeds, medical.inAnEmergency]
              .filter(Boolean)
              .join('\n')}
          </p>
        </>
      ) : null}
    </Part>
  </div>
)

const Twice = ({ joined, childId }: WhatBelongs) => (
  <Part
    title="On record twice?"
    ways={[
      {
        href: `/admin/collections/child-merges/create?keep=${childId}`,
        words: 'Join another record of this child to this one',
      },
    ]}
  >
    <Lines none="No other record was joined to this one.">
      {joined.from.map(({ id, name, at }) => (
        <Line
          key={id}
          collection="children"
          id={id}
          title={name}
          facts={[at && `Joined to this one on ${speakDate(londonDate(new Date(at)))}`]}
        />
      ))}
    </Lines>
  </Part>
)

const Mentoring = ({ matches, meetings }: WhatBelongs) => (
  <Part title="Match and meetings" ways={[{ href: '/admin/collections/meetings/create', words: 'Propose a meeting' }]}>
    <Lines none="No volunteer yet.">
      {matches.map(({ id, volunteerName, status, startsOn, endsOn }) => (
        <Line
          key={id}
          collection="matches"
          id={id}
          title={volunteerName}
          facts={[
            matchWorkflow.states[status],
            `From ${speakDate(startsOn)}${endsOn ? ` until ${speakDate(endsOn)}` : ''}`,
          ]}
        />
      ))}
    </Lines>
    <h3>Meetings ahead</h3>
    <Lines none="None is planned.">
      {meetings.map(({ id, startsAt, place, status }) => (
        <Line
          key={id}
          collection="meetings"
          id={id}
          title={speakMoment(startsAt)}
          facts={[place, meetingWorkflow.states[status]]}
        />
      ))}
    </Lines>
  </Part>
)

const Consent = ({ consent, childId }: WhatBelongs) => (
  <Part
    title="Consent"
    ways={[
      { href: `/admin/collections/consent-requests/create?child=${childId}`, words: 'Ask a parent or carer' },
      {
        href: `/admin/collections/consent-captures/create?child=${childId}`,
        words: 'Record an answer given on paper or by telephone',
      },
      { href: '/paper-form', words: 'Print the form, for an answer on paper' },
    ]}
  >
    <dl>
      {consent.items.map(({ item, label, isHeld, standing, said }) => (
        <div key={item} className={isHeld ? '' : 'child-record__not-held'}>
          <dt>{label}</dt>
          <dd>{standing}</dd>
          {said.map((words) => (
            <dd key={words} className="child-record__said">
              {words}
            </dd>
          ))}
        </div>
      ))}
    </dl>
    {consent.waiting.length > 0 ? (
      <Lines none="">
        {consent.waiting.map(({ id, guardianName }) => (
          <Line
            key={id}
            collection="consent-requests"
            id={id}
            title={guardianName}
            facts={['Was asked and has not answered']}
          />
        ))}
      </Lines>
    ) : null}
  </Part>
)

const Logs = ({ logs, childId }: WhatBelongs) => (
  <Part
    title="Latest logs"
    ways={[
      { href: `/log-sheets/${childId}`, words: 'See or print the whole log sheet' },
      { href: `/log-sheets/${childId}/bring-in`, words: 'Bring in an old log sheet' },
    ]}
  >
    <Lines none="None yet.">
      {logs.map(({ id, heldOn, location, activities, comment }) => (
        <Line
          key={id}
          collection="session-logs"
          id={id}
          title={speakDate(heldOn)}
          facts={[location, activities, comment]}
        />
      ))}
    </Lines>
  </Part>
)

const Story = ({ referred, home, childId }: WhatBelongs) => (
  <Part
    title="Referral, goals and background"
    ways={[{ href: `/admin/collections/goals/create?child=${childId}`, words: 'Add a goal' }]}
  >
    <Lines none="Nobody has referred this child.">
      {referred.referrals.map(({ id, receivedOn, mainReason, status }) => (
        <Line
          key={id}
          collection="referrals"
          id={id}
          title={`Referred on ${speakDate(receivedOn)}`}
          facts={[referralWorkflow.states[status], reasonWords(mainReason)]}
        />
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

const AtAGlance = ({ home, today }: WhatBelongs) => {
  const year = schoolYear({ bornOn: home.bornOn, on: today, override: overrideOf(home) })
  const suggested = suggestedStages(year)
  const [latest] = home.education.filter(({ since }) => since <= today)
  return (
    <Part title="At a glance">
      {isMemberOn({ memberships: home.memberships, on: today }) ? null : (
        <p className="child-record__flag">
          {home.memberships.length > 0
            ? 'The membership of the club has lapsed. Nothing ends by it; ask the family to renew it.'
            : 'Is not a member of the club, and can only enter the programme as one.'}
        </p>
      )}
      <dl>
        <Fact term="School year" words={`${schoolYearName(year)}${home.heldInYear === null ? '' : ', set by hand'}`} />
        <Fact
          term="Stage"
          words={
            home.stages.length > 0
              ? home.stages.map((stage) => STAGES[stage].label).join(' and ')
              : suggested.length > 0
                ? `Not picked. The year suggests ${suggested.map((stage) => STAGES[stage].label).join(' or ')}`
                : 'Not picked. The year suggests none'
          }
        />
        <Fact term="Level of support" words={home.level ? `${home.level.name}: ${home.level.offered}` : 'Not set'} />
        <Fact
          term="Education"
          words={latest ? `${EDUCATION_STATUSES[latest.status]}, since ${speakDate(latest.since)}` : 'Not known'}
        />
        <Fact term="School" words={home.school ?? latest?.place ?? 'Not known'} />
      </dl>
    </Part>
  )
}

const Fact = ({ term, words }: { term: string; words: string }) => (
  <div>
    <dt>{term}</dt>
    <dd>{words}</dd>
  </div>
)

/** The override, where there is one. */
const overrideOf = ({ heldInYear, heldInYearOn }: WhatBelongs['home']) =>
  heldInYear === null || heldInYearOn === null ? null : { year: heldInYear, on: heldInYearOn }

const Health = ({ home: { medical }, childId }: WhatBelongs) => (
  <Part
    title="Health and access"
    ways={
      medical
        ? [{ href: `/admin/collections/medical-needs/${medical.id}`, words: 'Change what is known' }]
        : [
            {
              href: `/admin/collections/medical-needs/create?child=${childId}`,
              words: 'Write down allergies, medication and access needs',
            },
          ]
    }
  >
    {medical ? (
      <dl>
        <Fact term="Allergies" words={medical.allergies ?? 'None known'} />
        <Fact term="Medication" words={medical.medication ?? 'None known'} />
        <Fact term="Access needs" words={medical.accessNeeds ?? 'None known'} />
        {medical.inAnEmergency ? <Fact term="In an emergency" words={medical.inAnEmergency} /> : null}
      </dl>
    ) : (
      <p className="child-record__none">Nobody has asked yet.</p>
    )}
  </Part>
)

const Plan = ({ planned: { plan, parts, barriers }, childId }: WhatBelongs) => (
  <Part
    title="Plan"
    ways={[
      { href: `/admin/collections/plans/create?child=${childId}`, words: plan ? 'Make a new plan' : 'Make a plan' },
      { href: `/admin/collections/plan-parts/create?child=${childId}`, words: 'Add a part' },
      { href: `/admin/collections/barriers/create?child=${childId}`, words: 'Name a barrier' },
    ]}
  >
    <Lines none="There is no plan yet. It is made with the child, the parents and the key workers.">
      {plan
        ? [
            <Line
              key={plan.id}
              collection="plans"
              id={plan.id}
              title={`Made on ${speakDate(plan.madeOn)}`}
              facts={[
                `With ${[plan.childTookPart && 'the child', ...plan.madeWith].filter(Boolean).join('; ') || 'nobody'}`,
                plan.summary,
              ]}
            />,
          ]
        : []}
    </Lines>
    {plan?.childsWords ? <p className="child-record__words">“{plan.childsWords}”</p> : null}
    <h3>What it contains</h3>
    <Lines none="Nothing yet.">
      {parts.map(({ id, kind, title, withWhom, from, until, state }) => (
        <Line
          key={id}
          collection="plan-parts"
          id={id}
          title={title}
          facts={[
            PLAN_PART_KINDS[kind],
            withWhom,
            `From ${speakDate(from)}${until ? ` until ${speakDate(until)}` : ''}`,
            PLAN_PART_STATES[state],
          ]}
        />
      ))}
    </Lines>
    <h3>Barriers</h3>
    <Lines none="None is named.">
      {barriers.map(({ id, what, remedy, remedyWords, status }) => (
        <Line
          key={id}
          collection="barriers"
          id={id}
          title={what}
          facts={[status === 'removed' ? 'Removed' : `${BARRIER_REMEDIES[remedy]} would remove it: ${remedyWords}`]}
        />
      ))}
    </Lines>
  </Part>
)

const Family = ({ home: { family, guardians, siblings }, childId }: WhatBelongs) => (
  <Part
    title="Family"
    ways={[
      { href: '/admin/collections/guardians/create', words: 'Add a parent or carer' },
      {
        href: `/admin/collections/sibling-links/create?child=${childId}`,
        words: 'Add a brother or sister who lives elsewhere',
      },
    ]}
  >
    <Lines none="">{[<Line key={family.id} collection="families" id={family.id} title={family.name} />]}</Lines>
    <h3>Parents and carers</h3>
    <Lines none="None is known.">
      {guardians.map((guardian) => (
        <Line
          key={guardian.id}
          collection="guardians"
          id={guardian.id}
          title={guardian.name}
          facts={[
            guardian.relationship,
            guardian.contactRule === 'none' ? null : guardian.mobile,
            contactSentence(guardian),
            !guardian.mayDecide && 'Has no parental responsibility',
          ]}
        />
      ))}
    </Lines>
    <h3>Brothers and sisters</h3>
    <Lines none="None is known.">
      {siblings.map(({ id, name, kind }) => (
        <Line
          key={id}
          collection="children"
          id={id}
          title={name}
          facts={[kind === null ? 'Lives in the same family' : SIBLING_KINDS[kind]]}
        />
      ))}
    </Lines>
  </Part>
)

const School = ({ today, childId, home: { education, keyWorkers, memberships } }: WhatBelongs) => (
  <Part
    title="Education, key workers and club"
    ways={[
      { href: `/admin/collections/education-entries/create?child=${childId}`, words: 'Something changed at school' },
      { href: `/admin/collections/key-workers/create?child=${childId}`, words: 'Add a key worker' },
      { href: `/admin/collections/memberships/create?child=${childId}`, words: 'Add a membership' },
    ]}
  >
    <h3>Education</h3>
    <Lines none="Nothing is written down.">
      {education.map(({ id, status, since, place, note }) => (
        <Line
          key={id}
          collection="education-entries"
          id={id}
          title={`${EDUCATION_STATUSES[status]}, since ${speakDate(since)}`}
          facts={[place, note]}
        />
      ))}
    </Lines>
    <h3>Key workers</h3>
    <Lines none="None is known.">
      {keyWorkers.map(({ id, name, role, organisation, telephone, until }) => (
        <Line
          key={id}
          collection="key-workers"
          id={id}
          title={name}
          facts={[role, organisation, telephone, until && `Until ${speakDate(until)}`]}
        />
      ))}
    </Lines>
    <h3>Membership of the club</h3>
    <Lines none="Is not a member.">
      {memberships.map(({ id, since, until, attended }) => (
        <Line
          key={id}
          collection="memberships"
          id={id}
          title={`Since ${speakDate(since)}`}
          facts={[until && `${until < today ? 'Lapsed on' : 'Until'} ${speakDate(until)}`, attended]}
        />
      ))}
    </Lines>
  </Part>
)

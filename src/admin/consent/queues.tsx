import { daysAfter, londonDate, speakDate, speakMoment } from '../../core/clock/londonDates.ts'
import { CONSENT_LINK_DAYS } from '../../programme/consent/asking/workflow.ts'
import { CONTACT_RULES } from '../../programme/people/families/contactRules.ts'
import { daysAway } from '../today/daysAway.ts'
import { listAddress } from '../today/listAddress.ts'
import { RowAction } from '../today/RowAction.tsx'
import { Row, Section } from '../today/Section.tsx'
import { DELIVERY_WORDS } from '../../programme/consent/asking/delivery.ts'
import { OtherWaysToAsk } from './OtherWaysToAsk.tsx'
import type { Question } from '../actions/actionForPerson.ts'
import type { QueueProps } from '../today/loadToday.ts'

/**
 * Parents and carers who asked to be rung: the number, when it is best, and in their own words why; or to have the form
 * by post [MAT-12, CON-1].
 */
export const CallsToMake = ({ queue: { title, rows, hasMore } }: QueueProps<'calls'>) => (
  <Section
    id="calls"
    title={title}
    about="They asked on the pages of their link. Nothing about their consent changes by it."
    hasMore={hasMore}
    allHref={listAddress({ collection: 'call-requests', field: 'status', values: ['asked'], sort: 'askedAt' })}
    allWords="All who wait for a call"
  >
    {rows.map(
      ({
        id,
        rowVersion,
        childName,
        guardianName,
        wish,
        mobile,
        numberGiven,
        contactRule,
        language,
        bestTime,
        words,
        askedAt,
      }) => {
        const who = `${guardianName}, for ${childName}`
        return (
          <Row
            key={id}
            title={<a href={`/admin/collections/call-requests/${id}`}>{who}</a>}
            facts={[
              wish === 'paper' && 'Would like the form on paper, by post',
              numberGiven !== null && `Ring ${numberGiven}, the number that they gave`,
              wish === 'paper'
                ? false
                : mobile === null
                  ? numberGiven === null && 'No number is known'
                  : `${numberGiven === null ? 'Ring' : 'On record:'} ${mobile}`,
              contactRule !== 'usual' &&
                `On record: ${CONTACT_RULES[contactRule].toLowerCase()}. Look at the record first`,
              language !== null && `Speaks ${language}`,
              bestTime !== null && `Best time: ${bestTime}`,
              words !== null && (wish === 'paper' ? `Send it to: ${words}` : `“${words}”`),
              `Asked ${speakMoment(askedAt)}`,
            ]}
          >
            {wish === 'paper' ? (
              <a className="action" href="/paper-form">
                Print the form
                <span className="visually-hidden">: {who}</span>
              </a>
            ) : null}
            <RowAction
              label="Done"
              subject={who}
              address={`/api/call-requests/${id}/actions/done`}
              sends={{ rowVersion }}
              done={`Done: ${who}.`}
            />
          </Row>
        )
      },
    )}
  </Section>
)

/** What one of ours entered from paper or telephone, which a second person confirms. */
export const CapturesToConfirm = ({ queue: { title, rows, hasMore } }: QueueProps<'captures'>) => (
  <Section
    id="captures"
    title={title}
    about="A yes counts once a second person has confirmed it. Look at the form, or ring."
    hasMore={hasMore}
    allHref={listAddress({ collection: 'consent-captures', field: 'status', values: ['entered'], sort: 'createdAt' })}
    allWords="All that wait"
  >
    {rows.map(({ id, rowVersion, childName, guardianName, method, decidedOn, enteredByName, enteredBySelf, said }) => (
      <Row
        key={id}
        title={
          <a
            href={`/admin/collections/consent-captures/${id}`}
          >{`${childName}: ${guardianName}, ${method === 'paper' ? 'on paper' : 'by telephone'}`}</a>
        }
        facts={[said, `${speakDate(decidedOn)}${enteredByName ? `, entered by ${enteredByName}` : ''}`]}
      >
        {enteredBySelf ? (
          <p className="queue__note">You entered it, so somebody else confirms it</p>
        ) : (
          <RowAction
            label="Confirm"
            subject={`${guardianName}, for ${childName}`}
            address={`/api/consent-captures/${id}/actions/confirm`}
            sends={{ rowVersion }}
            done={`Confirmed: what ${guardianName} said for ${childName}.`}
          />
        )}
      </Row>
    ))}
  </Section>
)

/**
 * Parents and carers whose yes ends soon or has ended. They are reminded by themselves; who has no email address is
 * asked by one of ours.
 */
export const ConsentsEnding = ({ queue: { title, rows, hasMore }, now }: QueueProps<'endings'>) => (
  <Section
    id="endings"
    title={title}
    about="Parents with an email address are reminded 30, 14 and 3 days before."
    hasMore={hasMore}
    allHref={listAddress({ collection: 'consents', sort: 'validUntil' })}
    allWords="All answers"
  >
    {rows.map((row) => {
      const today = londonDate(now)
      const { childId, childName, until, hasEmail } = row
      if (row.kind === 'of-age')
        return (
          <Row
            key={childId}
            title={<a href={`/admin/collections/children/${childId}`}>{childName}</a>}
            facts={[
              `${until <= today ? 'Was' : 'Is'} 18 ${daysAway({ date: until, today })}: from then on the young person agrees themselves, or the match ends`,
              row.isAsked && 'Was asked and has not agreed',
              daysAfter({ date: until, days: CONSENT_LINK_DAYS }) > today &&
                `The match ends by itself on ${speakDate(daysAfter({ date: until, days: CONSENT_LINK_DAYS }))} unless they agree`,
              !hasEmail && 'Enter them as “the young person themselves”, with an email address',
            ]}
          >
            <a
              className="action"
              href={
                hasEmail
                  ? `/admin/collections/consent-requests/create?child=${childId}`
                  : '/admin/collections/guardians/create'
              }
            >
              {hasEmail ? 'Ask the young person' : 'Enter the young person'}
              <span className="visually-hidden">{`: ${childName}`}</span>
            </a>
          </Row>
        )
      const { guardianId, guardianName } = row
      return (
        <Row
          key={`${childId} ${guardianId}`}
          title={<a href={`/admin/collections/children/${childId}`}>{childName}</a>}
          facts={[
            until <= today
              ? `What ${guardianName} agreed to ended ${daysAway({ date: until, today })}`
              : `What ${guardianName} agreed to ends ${daysAway({ date: until, today })}`,
            !hasEmail && 'No email address is known',
          ]}
        >
          <a
            className="action"
            href={`/admin/collections/consent-captures/create?child=${childId}&guardian=${guardianId}`}
          >
            Record a new answer
            <span className="visually-hidden">{`: ${guardianName}, for ${childName}`}</span>
          </a>
        </Row>
      )
    })}
  </Section>
)

const ADDRESS: readonly Question[] = [
  { name: 'email', label: 'Email address of the parent or carer', kind: 'line', required: true, longest: 200 },
]

/** Parents and carers who were asked and have not answered; first those whom no email reaches. */
export const ConsentsWaiting = ({ queue: { title, rows, hasMore }, now }: QueueProps<'consents'>) => (
  <Section
    id="consents"
    title={title}
    hasMore={hasMore}
    allHref={listAddress({ collection: 'consent-requests', field: 'status', values: ['open'], sort: 'endsAt' })}
    allWords="All consent requests"
  >
    {rows.map(
      ({
        id,
        rowVersion,
        childName,
        guardianName,
        askedAt,
        endsAt,
        hasEnded,
        isAgain,
        childId,
        guardianId,
        mobile,
        status,
        delivery,
        deliveryAt,
      }) => {
        const today = londonDate(now)
        const ends = endsAt && daysAway({ date: londonDate(endsAt), today })
        const subject = `${guardianName}, for ${childName}`
        return (
          <Row
            key={id}
            title={<a href={`/admin/collections/consent-requests/${id}`}>{childName}</a>}
            facts={[
              `${guardianName} was asked ${isAgain ? 'again, in new words, ' : ''}${daysAway({ date: londonDate(askedAt), today })}`,
              delivery &&
                `${DELIVERY_WORDS[delivery]}${deliveryAt ? ` ${daysAway({ date: londonDate(deliveryAt), today })}` : ''}`,
              isAgain && 'What they agreed to before goes on counting',
              delivery !== 'left' && ends && (hasEnded ? `The link ended ${ends}` : `The link ends ${ends}`),
            ]}
          >
            {delivery === 'left' && status !== 'open' ? (
              <RowAction
                label="Send a new link"
                subject={subject}
                address={`/api/consent-requests/${id}/actions/${status === 'signed' ? 'resendToSigner' : 'resendToDecliner'}`}
                sends={{ rowVersion }}
                done={`A new link is on its way to ${guardianName}.`}
              />
            ) : isAgain ? null : delivery === 'bounced' ? (
              <RowAction
                label="Correct the address and send again"
                subject={subject}
                address={`/api/consent-requests/${id}/actions/correctAddress`}
                sends={{ rowVersion }}
                questions={ADDRESS}
                done={`A new link is on its way to ${guardianName}.`}
              />
            ) : (
              <RowAction
                label={hasEnded || delivery === 'left' ? 'Send a new link' : 'Send the link again'}
                subject={subject}
                address={`/api/consent-requests/${id}/actions/resend`}
                sends={{ rowVersion }}
                done={`A new link is on its way to ${guardianName}.`}
              />
            )}
            <OtherWaysToAsk childId={childId} guardianId={guardianId} mobile={mobile} subject={subject} />
          </Row>
        )
      },
    )}
  </Section>
)

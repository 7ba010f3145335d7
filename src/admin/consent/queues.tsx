import { daysAfter, londonDate, speakDate, speakMoment } from '../../core/clock/londonDates.ts'
import { CONSENT_LINK_DAYS } from '../../programme/consent/asking/workflow.ts'
import { CONTACT_RULES } from '../../programme/people/families/contactRules.ts'
import { daysAway } from '../today/daysAway.ts'
import { listAddress } from '../today/listAddress.ts'
import { RowAction } from '../today/RowAction.tsx'
import { DELIVERY_WORDS } from '../../programme/consent/asking/delivery.ts'
import { OtherWaysToAsk } from './OtherWaysToAsk.tsx'
import type { Question } from '../actions/actionForPerson.ts'
import type { QueueLook } from '../today/queueLook.ts'

/**
 * Parents and carers who asked to be rung: the number, when it is best, and in their own words why; or to have the form
 * by post [MAT-12, CON-1].
 */
export const callsToMake: QueueLook<'calls'> = {
  about: () => 'They asked on the pages of their link. Nothing about their consent changes by it.',
  all: {
    href: listAddress({ collection: 'call-requests', field: 'status', values: ['asked'], sort: 'askedAt' }),
    words: 'All who wait for a call',
  },
  row: ({
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
    return {
      title: who,
      href: `/admin/collections/call-requests/${id}`,
      facts: [
        wish === 'paper' && 'Would like the form on paper, by post',
        numberGiven !== null && `Ring ${numberGiven}, the number that they gave`,
        wish === 'paper'
          ? false
          : mobile === null
            ? numberGiven === null && 'No number is known'
            : `${numberGiven === null ? 'Ring' : 'On record:'} ${mobile}`,
        contactRule !== 'usual' && `On record: ${CONTACT_RULES[contactRule].toLowerCase()}. Look at the record first`,
        language !== null && `Speaks ${language}`,
        bestTime !== null && `Best time: ${bestTime}`,
        words !== null && (wish === 'paper' ? `Send it to: ${words}` : `“${words}”`),
        `Asked ${speakMoment(askedAt)}`,
      ],
      deed: (
        <>
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
            undo={{ address: `/api/call-requests/${id}/actions/notDone`, done: `Still to ring: ${who}.` }}
          />
        </>
      ),
    }
  },
}

/** What one of ours entered from paper or telephone, which a second person confirms. */
export const capturesToConfirm: QueueLook<'captures'> = {
  about: () => 'A yes counts once a second person has confirmed it. Look at the form, or ring.',
  all: {
    href: listAddress({ collection: 'consent-captures', field: 'status', values: ['entered'], sort: 'createdAt' }),
    words: 'All that wait',
  },
  row: ({ id, rowVersion, childName, guardianName, method, decidedOn, enteredByName, enteredBySelf, said }) => ({
    title: `${childName}: ${guardianName}, ${method === 'paper' ? 'on paper' : 'by telephone'}`,
    href: `/admin/collections/consent-captures/${id}`,
    facts: [said, `${speakDate(decidedOn)}${enteredByName ? `, entered by ${enteredByName}` : ''}`],
    deed: enteredBySelf ? (
      <p className="queue__note">You entered it, so somebody else confirms it</p>
    ) : (
      <RowAction
        label="Confirm"
        subject={`${guardianName}, for ${childName}`}
        address={`/api/consent-captures/${id}/actions/confirm`}
        sends={{ rowVersion }}
        done={`Confirmed: what ${guardianName} said for ${childName}.`}
      />
    ),
  }),
}

/**
 * Parents and carers whose yes ends soon or has ended. They are reminded by themselves; who has no email address is
 * asked by one of ours.
 */
export const consentsEnding: QueueLook<'endings'> = {
  about: () => 'Parents with an email address are reminded 30, 14 and 3 days before.',
  all: { href: listAddress({ collection: 'consents', sort: 'validUntil' }), words: 'All answers' },
  row: (row, now) => {
    const today = londonDate(now)
    const { childId, childName, until, hasEmail } = row
    if (row.kind === 'of-age')
      return {
        title: childName,
        href: `/admin/collections/children/${childId}`,
        facts: [
          `${until <= today ? 'Was' : 'Is'} 18 ${daysAway({ date: until, today })}: from then on the young person agrees themselves, or the match ends`,
          row.isAsked && 'Was asked and has not agreed',
          daysAfter({ date: until, days: CONSENT_LINK_DAYS }) > today &&
            `The match ends by itself on ${speakDate(daysAfter({ date: until, days: CONSENT_LINK_DAYS }))} unless they agree`,
          !hasEmail && 'Enter them as “the young person themselves”, with an email address',
        ],
        deed: (
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
        ),
      }
    const { guardianId, guardianName } = row
    return {
      title: childName,
      href: `/admin/collections/children/${childId}`,
      facts: [
        until <= today
          ? `What ${guardianName} agreed to ended ${daysAway({ date: until, today })}`
          : `What ${guardianName} agreed to ends ${daysAway({ date: until, today })}`,
        !hasEmail && 'No email address is known',
      ],
      deed: (
        <a
          className="action"
          href={`/admin/collections/consent-captures/create?child=${childId}&guardian=${guardianId}`}
        >
          Record a new answer
          <span className="visually-hidden">{`: ${guardianName}, for ${childName}`}</span>
        </a>
      ),
    }
  },
}

const ADDRESS: readonly Question[] = [
  { name: 'email', label: 'Email address of the parent or carer', kind: 'line', required: true, longest: 200 },
]

/** Parents and carers who were asked and have not answered; first those whom no email reaches. */
export const consentsWaiting: QueueLook<'consents'> = {
  all: {
    href: listAddress({ collection: 'consent-requests', field: 'status', values: ['open'], sort: 'endsAt' }),
    words: 'All consent requests',
  },
  row: (
    {
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
    },
    now,
  ) => {
    const today = londonDate(now)
    const ends = endsAt && daysAway({ date: londonDate(endsAt), today })
    const subject = `${guardianName}, for ${childName}`
    return {
      title: childName,
      href: `/admin/collections/consent-requests/${id}`,
      facts: [
        `${guardianName} was asked ${isAgain ? 'again, in new words, ' : ''}${daysAway({ date: londonDate(askedAt), today })}`,
        delivery &&
          `${DELIVERY_WORDS[delivery]}${deliveryAt ? ` ${daysAway({ date: londonDate(deliveryAt), today })}` : ''}`,
        isAgain && 'What they agreed to before goes on counting',
        delivery !== 'left' && ends && (hasEnded ? `The link ended ${ends}` : `The link ends ${ends}`),
      ],
      deed: (
        <>
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
          <details>
            <summary>
              Other ways<span className="visually-hidden">{`: ${subject}`}</span>
            </summary>
            <div className="action-row">
              <OtherWaysToAsk childId={childId} guardianId={guardianId} mobile={mobile} subject={subject} />
            </div>
          </details>
        </>
      ),
    }
  },
}

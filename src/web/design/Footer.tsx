import type { ReactElement } from 'react'
import { dialled } from '../../core/fields/telephone.ts'
import { IDEMPOTENCY_FIELD } from '../../core/http/idempotency.ts'
import type { PageFrame } from './pageFrame.ts'

/** The foot of every page: what to do about a worry and whom to ring [SAF-2], who is signed in, and the way out. */
export const Footer = ({ frame }: { frame: PageFrame }): ReactElement => (
  <footer className="footer">
    <div className="footer__inner">
      <Worry frame={frame} />
      {frame.signOut && (
        <form className="footer__account" method="post" action={frame.signOut.action}>
          <input type="hidden" name={IDEMPOTENCY_FIELD} value={frame.signOut.idempotencyKey} />
          <p>
            Signed in as <strong>{frame.signOut.signedInAs}</strong>
          </p>
          <button className="button button--secondary button--small" type="submit">
            Sign out
          </button>
        </form>
      )}
      <p className="footer__name">
        {frame.charityName} · {frame.programmeName}
      </p>
    </div>
  </footer>
)

const Worry = ({ frame: { reach = {}, worryHref } }: { frame: PageFrame }): ReactElement => {
  const { phone, email, contacts = [] } = reach
  return (
    <section className="footer__worry" aria-labelledby="footer-worry">
      <h2 id="footer-worry">Worried about a child?</h2>
      <p>
        {phone !== undefined && (
          <>
            Ring us: <a href={`tel:${dialled(phone)}`}>{phone}</a>.{' '}
          </>
        )}
        {email !== undefined && (
          <>
            Write to us: <a href={`mailto:${email}`}>{email}</a>.{' '}
          </>
        )}
        {contacts.length > 0 && <>Your contact on the committee is {contacts.join(' or ')}. </>}
        Is somebody in danger now? Ring <a href="tel:999">999</a> first.
        {worryHref !== undefined && (
          <>
            {' '}
            Here is <a href={worryHref}>what to do</a>.
          </>
        )}
      </p>
    </section>
  )
}

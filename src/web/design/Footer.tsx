import type { ReactElement } from 'react'
import { IDEMPOTENCY_FIELD } from '../../core/http/idempotency.ts'
import type { PageFrame } from './pageFrame.ts'
import { Telephone } from './Telephone.tsx'
import { Said, useWords } from './words.tsx'

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
  const { say } = useWords()
  return (
    <section className="footer__worry" aria-labelledby="footer-worry">
      <h2 id="footer-worry">{say('foot.title')}</h2>
      <p>
        {phone !== undefined && (
          <>
            <Said name="foot.ring" parts={{ number: <Telephone number={phone} /> }} />{' '}
          </>
        )}
        {email !== undefined && (
          <>
            <Said name="foot.write" parts={{ address: <a href={`mailto:${email}`}>{email}</a> }} />{' '}
          </>
        )}
        {contacts.length > 0 && <>{say('foot.contact', { names: contacts.join(', ') })} </>}
        <Said name="foot.danger" parts={{ number: <a href="tel:999">999</a> }} />
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

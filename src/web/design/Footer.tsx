import type { ReactElement } from 'react'
import { IDEMPOTENCY_FIELD } from '../../core/http/idempotency.ts'
import type { PageFrame } from './pageFrame.ts'

/** The foot of every page: what to do about a worry, who is signed in, and the way out. */
export const Footer = ({ frame }: { frame: PageFrame }): ReactElement => (
  <footer className="footer">
    <div className="footer__inner">
      {frame.worryHref !== undefined && (
        <section className="footer__worry" aria-labelledby="footer-worry">
          <h2 id="footer-worry">Worried about a child?</h2>
          <p>
            Here is <a href={frame.worryHref}>what to do and whom to ring</a>. If somebody is in danger now, ring{' '}
            <a href="tel:999">999</a> first.
          </p>
        </section>
      )}
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

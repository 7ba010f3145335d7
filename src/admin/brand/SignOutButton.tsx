/**
 * Signs out for panel and portal alike: a form of our own, because Payload's button ends only sessions of Payload's.
 */
export const SignOutButton = () => (
  <form method="post" action="/sign-out" className="sign-out">
    <button type="submit">Sign out</button>
  </form>
)

/** What stands on Today before there is any child. */
export const FirstSteps = () => (
  <section className="queue queue--empty">
    <h2>Begin here</h2>
    <p>
      There is no child in the programme yet. If you keep a list today, <a href="/working-list/import">bring it in</a>.
      Otherwise these are the first steps, in this order:
    </p>
    <ol>
      <li>
        <a href="/admin/collections/families/create">Add the family</a>
      </li>
      <li>
        <a href="/admin/collections/guardians/create">Add its parents or carers</a>
      </li>
      <li>
        <a href="/admin/collections/children/create">Add the child</a>
      </li>
      <li>
        <a href="/admin/collections/memberships/create">Record the child’s membership of the club</a>
      </li>
      <li>
        <a href="/admin/collections/referrals/create">Enter the referral</a>
      </li>
    </ol>
  </section>
)

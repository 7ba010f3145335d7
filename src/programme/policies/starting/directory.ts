import type { StartingText } from './startingText.ts'

/** How the directory of places outside is kept, and looked at as a whole each year [DIR-1]. */
export const directory: readonly StartingText[] = [
  {
    kind: 'referral-directory',
    title: 'Outside referral directory',
    mustBeAccepted: false,
    text: `
Draft for the committee of [Fill in: the name of your charity] to adopt.
# What it is for
A volunteer is not the answer to every problem. The directory lists places outside our programme that may help a child or a family.
# What stands in it
- For each place: what it does, how to reach it, how to refer, what it costs, and for which ages.
- The kinds are sport, counselling, loss, young carers, mentoring elsewhere, tutoring, and others.
- Only the committee enters private people, such as a tutor. They are left out when the list is given to others.
# Who keeps it
- [Fill in: who keeps the directory] keeps it up to date.
- Volunteers suggest places, and say when one is out of date. The committee answers each of them.
- Each place is checked at least once a year. One that nobody has checked is marked, so that nobody relies on it.
# How we refer
- The volunteer brings the need to the committee.
- The committee asks the parents, refers, and writes down what came of it.
- Nobody gives a child’s name to a place before the parents have agreed.
# Looking again
Once a year the committee looks at the directory as a whole. Does it fit what our children need now? Is each place still right for them? The review date of this document reminds us.
`,
  },
]

import type { StartingText } from './startingText.ts'

/** How volunteers and children behave. */
export const conduct: readonly StartingText[] = [
  {
    kind: 'code-of-conduct',
    title: 'Code of conduct for volunteers',
    mustBeAccepted: true,
    text: `
Draft for the committee of [Fill in: the name of your charity] to adopt.
# I will
- be on time, and carry my phone, charged
- listen, and let the child set the pace
- treat every child and family with respect, and judge nobody
- agree each meeting with the parent, and keep contact with parents in writing
- meet where we can be seen and heard
- keep to what was confirmed, and tell everybody at once if it must change
- write my log the same day
- report any worry at once, however small
- say when something is beyond me
- keep it fun, and give everything a try
# I will not
- give or take gifts
- contact the child directly, by phone, message or online
- meet at a home, one to one
- be alone in a car with a child, unless the parents agreed and the committee was told before
- share anybody’s home address
- take photographs without the parents’ consent, or post any
- smoke, drink or take drugs when I am with a child, or come under their influence
- promise to keep a secret about harm
- talk with a child about [Fill in: what your charity keeps out of conversations]
# If I break it
I speak with [Fill in: whom to speak with] at once. The committee may pause or end my volunteering.
`,
  },
  {
    kind: 'children-code-of-conduct',
    title: 'Code of conduct for children',
    mustBeAccepted: false,
    text: `
Draft for the committee of [Fill in: the name of your charity] to adopt. Read it together with the child.
# What you can count on
- Your volunteer listens to you, and is on time.
- You say what you want to do. You can always say no.
- Your volunteer does not tell your friends or your school what you said.
- If you are not safe, your volunteer has to tell somebody who can help. They will say so to you.
# What we ask of you
- Come on time. If you cannot come, tell your parent or carer, so that they can tell us.
- Be kind, and use kind words.
- Stay with your volunteer, and listen when it is about being safe.
- Do not ask for presents or money. There is another way to ask for things you need.
- Do not message your volunteer. Your parent or carer does that.
# If something is wrong
You can always tell [Fill in: whom a child can speak with, and how]. You can also ring Childline on 0800 1111, day and night. It costs nothing, and it does not show on the bill.
`,
  },
]

import type { StartingText } from './startingText.ts'

/** What everybody who writes to the programme, or is written about, may know of how that is kept. */
export const privacy: readonly StartingText[] = [
  {
    kind: 'privacy-notice',
    title: 'Privacy notice',
    mustBeAccepted: false,
    text: `
Draft for the committee of [Fill in: the name of your charity] to adopt.
# Who keeps it
[Fill in: the name of your charity] keeps what you write to us about mentoring. You reach us at [Fill in: address, telephone and email].
# What we keep, and why
- Of a child who is referred to us: who they are, what is hard for them, and what helps. We need it to decide whether mentoring can help, and to keep the child safe.
- Of a parent or carer: how to reach you, and what you said yes and no to. We need it to agree each meeting with you.
- Of somebody who refers a child: who you are, so that we can ask you and tell you our answer.
- Of somebody who wants to volunteer: who you are, your checks and references. We need it because you will work with children.
# Why we may
- To help a child is our legitimate interest as a charity, and what is said about health or safety we keep to protect children.
- What a parent says yes to, we do because of that yes. It can be taken back at any time.
# Who sees it
- The co-ordinator and the committee. A volunteer sees what they need to know of the child they meet.
- Where a child may be in danger we tell those whose work is to protect children, without asking first if we must.
- We sell nothing and give nothing to anybody for their own ends.
# How long we keep it
- A referral or an application that comes to nothing: [Fill in: for example one year].
- What we keep of a child who was mentored: [Fill in: for example until the child is 25].
- What we keep of a volunteer: [Fill in: for example six years after they leave].
# What you can ask
- What we keep about you, and a copy of it.
- That we put right what is wrong, or delete what we no longer need.
- That we stop, where we keep it because of your yes or our interest.
- Write or ring us, and we answer within a month. If you are not happy with us, you can tell the Information Commissioner at ico.org.uk.
`,
  },
]

/** The documents of the programme by kind [POL-1]. */
export const POLICY_KINDS = {
  'mentoring-policy': 'Mentoring policy',
  'code-of-conduct': 'Code of conduct for volunteers',
  'children-code-of-conduct': 'Code of conduct for children',
  'confidentiality-agreement': 'Confidentiality agreement',
  'volunteer-agreement': 'Volunteer agreement',
  'safeguarding-policy': 'Safeguarding policy',
  'expense-policy': 'Expense policy',
  'insurance-policy': 'Insurance and liability policy',
  'consent-wording': 'Parental consent wording',
  guidance: 'Guidance and questions',
  'referral-directory': 'Outside referral directory',
  'privacy-notice': 'Privacy notice',
} as const

/** A kind of document as stored. */
export type PolicyKind = keyof typeof POLICY_KINDS

import { dialled } from '../../core/fields/telephone.ts'
type OtherWaysProps = {
  childId: string
  guardianId: string
  /** Null where they are not to be rung, or no number is known. */ mobile: string | null
  /** Whom it is about, for those who do not see the row around it. */ subject?: string
}

/**
 * The ways beside email to ask a parent or carer, each one tap away: ring, note what they say, take it from a paper
 * form.
 */
export const OtherWaysToAsk = ({ childId, guardianId, mobile, subject }: OtherWaysProps) => (
  <>
    {mobile === null ? null : (
      <a className="action" href={`tel:${dialled(mobile)}`}>
        {`Ring ${mobile}`}
        <Hidden subject={subject} />
      </a>
    )}
    {(['telephone', 'paper'] as const).map((method) => (
      <a
        key={method}
        className="action"
        href={`/admin/collections/consent-captures/create?child=${childId}&guardian=${guardianId}&method=${method}`}
      >
        {method === 'telephone' ? 'Ask by telephone' : 'Ask on paper'}
        <Hidden subject={subject} />
      </a>
    ))}
  </>
)

const Hidden = ({ subject }: { subject: string | undefined }) =>
  subject === undefined ? null : <span className="visually-hidden">{`: ${subject}`}</span>

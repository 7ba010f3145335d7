import type { ReactNode } from 'react'
import { ChildRecord } from '../child/ChildRecord.tsx'
import { DeliveryOfRequest } from '../consent/DeliveryOfRequest.tsx'
import { ScansOfCapture } from '../consent/ScansOfCapture.tsx'
import { LinkEnded } from '../fields/LinkEnded.tsx'
import { MergePreview } from '../merging/MergePreview.tsx'
import { AccountWays } from '../people/AccountWays.tsx'
import { VersionsOfPolicy } from '../policies/VersionsOfPolicy.tsx'
import { VersionWays } from '../policies/VersionWays.tsx'
import { ApplicationPapers } from '../recruitment/ApplicationPapers.tsx'
import { ReferralStory } from '../referrals/ReferralStory.tsx'
import type { RecordPartProps } from './partProps.ts'

type RecordPart = (props: RecordPartProps) => ReactNode | Promise<ReactNode>

/**
 * The parts of a kind of record that are more than words and links, in order: texts side by side, questions of their own.
 * Everything else on a page is declared by the areas.
 */
export const PARTS: Readonly<Record<string, readonly RecordPart[]>> = {
  children: [ChildRecord],
  'child-merges': [MergePreview],
  'consent-requests': [DeliveryOfRequest],
  'consent-captures': [ScansOfCapture],
  'incoming-referrals': [LinkEnded, ReferralStory],
  referrals: [ReferralStory],
  'view-requests': [LinkEnded],
  applications: [LinkEnded, ApplicationPapers],
  policies: [VersionsOfPolicy],
  'policy-versions': [VersionWays],
  users: [AccountWays],
}

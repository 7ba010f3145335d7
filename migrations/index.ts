import * as initial from './20261123_191548_initial.ts'
import * as guards from './20261123_191600_guards.ts'
import * as settings from './20261123_192337_settings.ts'
import * as story from './20261123_194727_story.ts'
import * as storyGuards from './20261123_194827_story_guards.ts'
import * as sequences from './20261123_201000_sequences.ts'
import * as conditions from './20261123_211844_conditions.ts'
import * as proposedSight from './20261124_161018_proposed_sight.ts'
import * as lockRecords from './20261124_163500_lock_records.ts'
import * as referrals from './20261124_164022_referrals.ts'
import * as referralGuards from './20261124_164100_referral_guards.ts'
import * as largeProgramme from './20261124_165500_large_programme.ts'
import * as referralDecisions from './20261124_172353_referral_decisions.ts'
import * as referralDecisionGuards from './20261124_172900_referral_decision_guards.ts'
import * as people from './20261124_174112_people.ts'
import * as applicationsGuards from './20261124_174201_applications_guards.ts'
import * as childrenGuards from './20261124_174202_children_guards.ts'
import * as vettingGuards from './20261124_174203_vetting_guards.ts'
import * as workingListGuards from './20261124_174204_working_list_guards.ts'
import * as anotherChild from './20261124_174836_another_child.ts'
import * as policyVersions from './20261124_194231_policy_versions.ts'
import * as policyGuards from './20261124_194300_policy_guards.ts'
import * as joinedRecords from './20261124_201024_joined_records.ts'
import * as joinedRecordsGuards from './20261124_201025_joined_records_guards.ts'
import * as directory from './20261124_204311_directory.ts'
import * as directoryGuards from './20261124_204312_directory_guards.ts'
import * as consentLiving from './20261124_211020_consent_living.ts'
import * as consentGuards from './20261124_211300_consent_guards.ts'
import * as consentCopies from './20261124_231500_consent_copies.ts'
import * as consentWordings from './20261124_232424_consent_wordings.ts'
import * as firstConsentWording from './20261124_233900_first_consent_wording.ts'
import * as directorySetting from './20261125_001200_directory_setting.ts'
import * as consentEvidence from './20261125_002747_consent_evidence.ts'
import * as consentEvidenceGuards from './20261125_010000_consent_evidence_guards.ts'
import * as queueIndexes from './20261129_153000_queue_indexes.ts'
import * as oneLanguage from './20261129_154200_one_language.ts'
import * as auditHead from './20261129_154230_audit_head.ts'
import * as provenSessions from './20261129_154309_proven_sessions.ts'
import * as consentEmailCodes from './20261129_160000_consent_email_codes.ts'
import * as callRequests from './20261129_160500_call_requests.ts'
import * as callRequestsGuards from './20261129_161000_call_requests_guards.ts'
import * as valuesLived from './20261129_164129_values_lived.ts'
import * as accountChanges from './20261130_003246_account_changes.ts'
import * as accountChangesGuards from './20261130_003300_account_changes_guards.ts'
import * as meetingAddresses from './20261130_003638_meeting_addresses.ts'
import * as meetingAddressesGuards from './20261130_003700_meeting_addresses_guards.ts'
import * as pauseRequests from './20261130_090000_pause_requests.ts'

export const migrations = [
  { up: initial.up, down: initial.down, name: '20261123_191548_initial' },
  { up: guards.up, down: guards.down, name: '20261123_191600_guards' },
  { up: settings.up, down: settings.down, name: '20261123_192337_settings' },
  { up: story.up, down: story.down, name: '20261123_194727_story' },
  { up: storyGuards.up, down: storyGuards.down, name: '20261123_194827_story_guards' },
  { up: sequences.up, down: sequences.down, name: '20261123_201000_sequences' },
  { up: conditions.up, down: conditions.down, name: '20261123_211844_conditions' },
  { up: proposedSight.up, down: proposedSight.down, name: '20261124_161018_proposed_sight' },
  { up: lockRecords.up, down: lockRecords.down, name: '20261124_163500_lock_records' },
  { up: referrals.up, down: referrals.down, name: '20261124_164022_referrals' },
  { up: referralGuards.up, down: referralGuards.down, name: '20261124_164100_referral_guards' },
  { up: largeProgramme.up, down: largeProgramme.down, name: '20261124_165500_large_programme' },
  { up: referralDecisions.up, down: referralDecisions.down, name: '20261124_172353_referral_decisions' },
  {
    up: referralDecisionGuards.up,
    down: referralDecisionGuards.down,
    name: '20261124_172900_referral_decision_guards',
  },
  { up: people.up, down: people.down, name: '20261124_174112_people' },
  { up: applicationsGuards.up, down: applicationsGuards.down, name: '20261124_174201_applications_guards' },
  { up: childrenGuards.up, down: childrenGuards.down, name: '20261124_174202_children_guards' },
  { up: vettingGuards.up, down: vettingGuards.down, name: '20261124_174203_vetting_guards' },
  { up: workingListGuards.up, down: workingListGuards.down, name: '20261124_174204_working_list_guards' },
  { up: anotherChild.up, down: anotherChild.down, name: '20261124_174836_another_child' },
  { up: policyVersions.up, down: policyVersions.down, name: '20261124_194231_policy_versions' },
  { up: policyGuards.up, down: policyGuards.down, name: '20261124_194300_policy_guards' },
  { up: joinedRecords.up, down: joinedRecords.down, name: '20261124_201024_joined_records' },
  { up: joinedRecordsGuards.up, down: joinedRecordsGuards.down, name: '20261124_201025_joined_records_guards' },
  { up: directory.up, down: directory.down, name: '20261124_204311_directory' },
  { up: directoryGuards.up, down: directoryGuards.down, name: '20261124_204312_directory_guards' },
  { up: consentLiving.up, down: consentLiving.down, name: '20261124_211020_consent_living' },
  { up: consentGuards.up, down: consentGuards.down, name: '20261124_211300_consent_guards' },
  { up: consentCopies.up, down: consentCopies.down, name: '20261124_231500_consent_copies' },
  { up: consentWordings.up, down: consentWordings.down, name: '20261124_232424_consent_wordings' },
  { up: firstConsentWording.up, down: firstConsentWording.down, name: '20261124_233900_first_consent_wording' },
  { up: directorySetting.up, down: directorySetting.down, name: '20261125_001200_directory_setting' },
  { up: consentEvidence.up, down: consentEvidence.down, name: '20261125_002747_consent_evidence' },
  { up: consentEvidenceGuards.up, down: consentEvidenceGuards.down, name: '20261125_010000_consent_evidence_guards' },
  { up: queueIndexes.up, down: queueIndexes.down, name: '20261129_153000_queue_indexes' },
  { up: oneLanguage.up, down: oneLanguage.down, name: '20261129_154200_one_language' },
  { up: auditHead.up, down: auditHead.down, name: '20261129_154230_audit_head' },
  { up: provenSessions.up, down: provenSessions.down, name: '20261129_154309_proven_sessions' },
  { up: consentEmailCodes.up, down: consentEmailCodes.down, name: '20261129_160000_consent_email_codes' },
  { up: callRequests.up, down: callRequests.down, name: '20261129_160500_call_requests' },
  { up: callRequestsGuards.up, down: callRequestsGuards.down, name: '20261129_161000_call_requests_guards' },
  { up: valuesLived.up, down: valuesLived.down, name: '20261129_164129_values_lived' },
  { up: accountChanges.up, down: accountChanges.down, name: '20261130_003246_account_changes' },
  { up: accountChangesGuards.up, down: accountChangesGuards.down, name: '20261130_003300_account_changes_guards' },
  { up: meetingAddresses.up, down: meetingAddresses.down, name: '20261130_003638_meeting_addresses' },
  {
    up: meetingAddressesGuards.up,
    down: meetingAddressesGuards.down,
    name: '20261130_003700_meeting_addresses_guards',
  },
  { up: pauseRequests.up, down: pauseRequests.down, name: '20261130_090000_pause_requests' },
]

import { lexicalEditor } from '@payloadcms/richtext-lexical'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildConfig } from 'payload'
import { panelSettings, panelWords } from './src/admin/panelSettings.ts'
import { closeInternals } from './src/core/access/closeInternals.ts'
import { auditEvents } from './src/core/audit/AuditEvents.ts'
import { auditHeadField } from './src/core/audit/mailedHead.ts'
import { durablePostgres } from './src/core/database/durableAdapter.ts'
import { formDrafts } from './src/core/drafts/FormDrafts.ts'
import { createLogger } from './src/core/http/logger.ts'
import { afterPayloadError } from './src/core/http/afterPayloadError.ts'
import { programmeSettings } from './src/core/settings/ProgrammeSettings.ts'
import { configEnvironment } from './src/core/env/configEnvironment.ts'
import { noPayloadMail } from './src/core/notifications/noPayloadMail.ts'
import { notifications } from './src/core/notifications/Notifications.ts'
import { takeBackRequestsOfFamily, takeBackRequestsOfChild } from './src/programme/consent/takeBackRequests.ts'
import { callRequests } from './src/programme/consent/CallRequests.ts'
import { consentCaptures } from './src/programme/consent/ConsentCaptures.ts'
import { consentRequests } from './src/programme/consent/ConsentRequests.ts'
import { consents } from './src/programme/consent/Consents.ts'
import { consentSettingFields } from './src/programme/consent/settings.ts'
import { directoryCategories } from './src/programme/directory/DirectoryCategories.ts'
import { directoryEntries } from './src/programme/directory/DirectoryEntries.ts'
import { directorySuggestions } from './src/programme/directory/DirectorySuggestions.ts'
import { directorySettingFields } from './src/programme/directory/settings.ts'
import { guidancePages } from './src/programme/guidance/GuidancePages.ts'
import { programmeValues } from './src/programme/guidance/ProgrammeValues.ts'
import { childrenOfOwnMatches, confidencesOfOwnMatches, guardiansOfOwnMatches } from './src/programme/matching/access.ts'
import { endMatchOfWhoSaidNo } from './src/programme/matching/endAtEighteen.ts'
import { handovers } from './src/programme/matching/Handovers.ts'
import { tellOfConsentChange } from './src/programme/matching/tellOfConsent.ts'
import { matches } from './src/programme/matching/Matches.ts'
import { startHandovers } from './src/programme/matching/startHandovers.ts'
import { askAgainForChild, askAgainForEverybody, askAgainForFamily, askAgainForVolunteer } from './src/programme/meetings/askAgain.ts'
import { logAddenda } from './src/programme/meetings/LogAddenda.ts'
import { logReadings } from './src/programme/meetings/LogReadings.ts'
import { meetings } from './src/programme/meetings/Meetings.ts'
import { sessionLogs } from './src/programme/meetings/SessionLogs.ts'
import { childMerges } from './src/programme/merging/ChildMerges.ts'
import { childBackgrounds } from './src/programme/people/ChildBackgrounds.ts'
import { availabilities } from './src/programme/people/Availabilities.ts'
import { children } from './src/programme/people/Children.ts'
import { credentials } from './src/programme/people/Credentials.ts'
import { designations } from './src/programme/people/Designations.ts'
import { educationEntries } from './src/programme/people/EducationEntries.ts'
import { families } from './src/programme/people/Families.ts'
import { guardians } from './src/programme/people/Guardians.ts'
import { keyWorkers } from './src/programme/people/KeyWorkers.ts'
import { medicalNeeds } from './src/programme/people/MedicalNeeds.ts'
import { memberships } from './src/programme/people/Memberships.ts'
import { roleGrants } from './src/programme/people/RoleGrants.ts'
import { isAdministrator, isCaseworker, isCommittee, isSafeguardingLead } from './src/programme/people/roles.ts'
import { siblingLinks } from './src/programme/people/SiblingLinks.ts'
import { signInLinks } from './src/programme/people/SignInLinks.ts'
import { sessions } from './src/programme/people/Sessions.ts'
import { endWaysIn, inviteNewcomer } from './src/programme/people/signIn/accountEvents.ts'
import { sessionStrategy } from './src/programme/people/signIn/strategy.ts'
import { supportLevels } from './src/programme/people/SupportLevels.ts'
import { users } from './src/programme/people/Users.ts'
import { volunteers } from './src/programme/people/Volunteers.ts'
import { barriers } from './src/programme/plans/Barriers.ts'
import { planParts } from './src/programme/plans/PlanParts.ts'
import { plans } from './src/programme/plans/Plans.ts'
import { policies } from './src/programme/policies/Policies.ts'
import { policyAcceptances } from './src/programme/policies/PolicyAcceptances.ts'
import { policyTranslations } from './src/programme/policies/PolicyTranslations.ts'
import { policyVersions } from './src/programme/policies/PolicyVersions.ts'
import { goals } from './src/programme/referrals/Goals.ts'
import { incomingReferrals } from './src/programme/referrals/IncomingReferrals.ts'
import { referrals } from './src/programme/referrals/Referrals.ts'
import { referralVoices } from './src/programme/referrals/ReferralVoices.ts'
import { referralWords } from './src/programme/referrals/ReferralWords.ts'
import { viewRequests } from './src/programme/referrals/ViewRequests.ts'
import { applications } from './src/programme/recruitment/applications/Applications.ts'
import { interviewNotes } from './src/programme/recruitment/applications/InterviewNotes.ts'
import { selfDeclarations } from './src/programme/recruitment/applications/SelfDeclarations.ts'
import { referenceAnswers } from './src/programme/recruitment/references/ReferenceAnswers.ts'
import { volunteerReferences } from './src/programme/recruitment/references/VolunteerReferences.ts'
import { vettingCollections } from './src/programme/recruitment/collections.ts'
import { MEETS_CHILDREN } from './src/programme/recruitment/dbsLevel.ts'
import { volunteerSettingFields } from './src/programme/recruitment/settings.ts'
import { standingWorkflow } from './src/programme/recruitment/standingWorkflow.ts'
import { workingListEntries } from './src/programme/workingList/WorkingListEntries.ts'
import { workingListImports } from './src/programme/workingList/WorkingListImports.ts'

const here = path.dirname(fileURLToPath(import.meta.url))
const { databaseUrl, payloadSecret, publicUrl, connections, logLevel } = configEnvironment()

/** The areas' collections assembled, what a lower area tells tied to what a higher one answers, and what Payload leaves open closed. */
export default closeInternals(buildConfig({
  secret: payloadSecret,
  serverURL: publicUrl,
  db: durablePostgres({ connectionString: databaseUrl, migrationDirectory: path.join(here, 'migrations'), connections }),
  logger: createLogger({ level: logLevel }),
  editor: lexicalEditor(),
  email: noPayloadMail,
  // In the order of the panel's menu.
  collections: [
    children({ visibleToVolunteer: childrenOfOwnMatches }),
    families,
    guardians({ visibleToVolunteer: guardiansOfOwnMatches }),
    keyWorkers,
    childBackgrounds({ visibleToVolunteer: confidencesOfOwnMatches }),
    medicalNeeds({ visibleToVolunteer: confidencesOfOwnMatches }),
    memberships,
    educationEntries,
    siblingLinks,
    childMerges,
    incomingReferrals,
    referrals,
    referralWords,
    referralVoices,
    viewRequests,
    plans,
    planParts,
    barriers,
    goals,
    workingListEntries,
    workingListImports,
    consentRequests,
    consentCaptures,
    callRequests,
    consents,
    matches,
    handovers,
    meetings,
    sessionLogs,
    logAddenda,
    logReadings,
    applications,
    volunteerReferences,
    referenceAnswers,
    selfDeclarations,
    interviewNotes,
    volunteers({ workflow: standingWorkflow, meetsChildren: MEETS_CHILDREN }),
    availabilities,
    ...vettingCollections,
    policies,
    policyVersions,
    policyTranslations,
    policyAcceptances,
    directoryEntries,
    directorySuggestions,
    directoryCategories,
    guidancePages,
    programmeValues,
    users({ signIn: sessionStrategy({ secure: publicUrl.startsWith('https:') }) }),
    roleGrants,
    designations,
    sessions,
    credentials,
    signInLinks,
    formDrafts,
    supportLevels,
    notifications({ mayRead: (actor) => isCaseworker(actor) || isAdministrator(actor) }),
    auditEvents({ mayRead: isSafeguardingLead }),
  ],
  globals: [programmeSettings({ mayChange: (actor) => isAdministrator(actor) || isCommittee(actor), areas: [...volunteerSettingFields, ...consentSettingFields, ...directorySettingFields, auditHeadField] })],
  hooks: { afterError: [afterPayloadError] },
  custom: {
    eventHandlers: {
      'account.opened': [inviteNewcomer],
      'account.changed': [endWaysIn],
      'child.moved': [takeBackRequestsOfChild],
      'consent.changed': [askAgainForChild],
      'consent.lost': [tellOfConsentChange, endMatchOfWhoSaidNo],
      'family.changed': [takeBackRequestsOfFamily, askAgainForFamily],
      'match.changed': [askAgainForChild],
      'vetting.changed': [askAgainForVolunteer],
      'volunteer.stopped': [startHandovers],
      'documents.changed': [askAgainForEverybody],
    },
  },
  admin: panelSettings({ baseDir: here, importMapFile: path.join(here, 'src/app/(payload)/admin/importMap.js') }),
  i18n: panelWords,
  typescript: { outputFile: path.join(here, 'src/core/payload-types.ts'), autoGenerate: false },
  graphQL: { disable: true },
  defaultDepth: 0,
  maxDepth: 2,
  telemetry: false,
}))

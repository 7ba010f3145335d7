import { lexicalEditor } from '@payloadcms/richtext-lexical'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildConfig } from 'payload'
import { panelSettings, panelWords } from './src/admin/panelSettings.ts'
import { closeInternals } from './src/core/access/closeInternals.ts'
import { auditEvents } from './src/core/audit/AuditEvents.ts'
import { durablePostgres } from './src/core/database/durableAdapter.ts'
import { formDrafts } from './src/core/drafts/FormDrafts.ts'
import { createLogger } from './src/core/http/logger.ts'
import { afterPayloadError } from './src/core/http/afterPayloadError.ts'
import { programmeSettings } from './src/core/settings/ProgrammeSettings.ts'
import { configEnvironment } from './src/core/env/configEnvironment.ts'
import { noPayloadMail } from './src/core/notifications/noPayloadMail.ts'
import { notifications } from './src/core/notifications/Notifications.ts'
import { consentRequests } from './src/programme/consent/ConsentRequests.ts'
import { consents } from './src/programme/consent/Consents.ts'
import { backgroundsOfOwnMatches, childrenOfOwnMatches, guardiansOfOwnMatches } from './src/programme/matching/access.ts'
import { matches } from './src/programme/matching/Matches.ts'
import { askAgainForChild, askAgainForEverybody, askAgainForFamily, askAgainForVolunteer } from './src/programme/meetings/askAgain.ts'
import { logAddenda } from './src/programme/meetings/LogAddenda.ts'
import { logReadings } from './src/programme/meetings/LogReadings.ts'
import { meetings } from './src/programme/meetings/Meetings.ts'
import { sessionLogs } from './src/programme/meetings/SessionLogs.ts'
import { childBackgrounds } from './src/programme/people/ChildBackgrounds.ts'
import { children } from './src/programme/people/Children.ts'
import { credentials } from './src/programme/people/Credentials.ts'
import { designations } from './src/programme/people/Designations.ts'
import { families } from './src/programme/people/Families.ts'
import { guardians } from './src/programme/people/Guardians.ts'
import { keyWorkers } from './src/programme/people/KeyWorkers.ts'
import { memberships } from './src/programme/people/Memberships.ts'
import { roleGrants } from './src/programme/people/RoleGrants.ts'
import { isAdministrator, isCaseworker, isCommittee, isSafeguardingLead } from './src/programme/people/roles.ts'
import { signInLinks } from './src/programme/people/SignInLinks.ts'
import { sessions } from './src/programme/people/Sessions.ts'
import { inviteNewcomer, takeBackLinks } from './src/programme/people/signIn/accountEvents.ts'
import { sessionStrategy } from './src/programme/people/signIn/strategy.ts'
import { users } from './src/programme/people/Users.ts'
import { volunteers } from './src/programme/people/Volunteers.ts'
import { policies } from './src/programme/policies/Policies.ts'
import { policyAcceptances } from './src/programme/policies/PolicyAcceptances.ts'
import { policyVersions } from './src/programme/policies/PolicyVersions.ts'
import { goals } from './src/programme/referrals/Goals.ts'
import { incomingReferrals } from './src/programme/referrals/IncomingReferrals.ts'
import { referrals } from './src/programme/referrals/Referrals.ts'
import { referralVoices } from './src/programme/referrals/ReferralVoices.ts'
import { referralWords } from './src/programme/referrals/ReferralWords.ts'
import { viewRequests } from './src/programme/referrals/ViewRequests.ts'
import { vettingRecords } from './src/programme/recruitment/VettingRecords.ts'

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
    childBackgrounds({ visibleToVolunteer: backgroundsOfOwnMatches }),
    memberships,
    incomingReferrals,
    referrals,
    referralWords,
    referralVoices,
    viewRequests,
    goals,
    consentRequests,
    consents,
    matches,
    meetings,
    sessionLogs,
    logAddenda,
    logReadings,
    volunteers,
    vettingRecords,
    policies,
    policyVersions,
    policyAcceptances,
    users({ signIn: sessionStrategy({ secure: publicUrl.startsWith('https:') }) }),
    roleGrants,
    designations,
    sessions,
    credentials,
    signInLinks,
    formDrafts,
    notifications({ mayRead: (actor) => isCaseworker(actor) || isAdministrator(actor) }),
    auditEvents({ mayRead: isSafeguardingLead }),
  ],
  globals: [programmeSettings({ mayChange: (actor) => isAdministrator(actor) || isCommittee(actor) })],
  hooks: { afterError: [afterPayloadError] },
  custom: {
    eventHandlers: {
      'account.opened': [inviteNewcomer],
      'account.changed': [takeBackLinks],
      'consent.changed': [askAgainForChild],
      'family.changed': [askAgainForFamily],
      'match.changed': [askAgainForChild],
      'vetting.changed': [askAgainForVolunteer],
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

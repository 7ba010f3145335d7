import { capacityOverrides } from './CapacityOverrides.ts'
import { dbsDisclosures } from './DbsDisclosures.ts'
import { dbsStatusChecks } from './DbsStatusChecks.ts'
import { standingRequests } from './StandingRequests.ts'
import { trainingKinds } from './TrainingKinds.ts'
import { trainings } from './Trainings.ts'
import { vettingRecords } from './VettingRecords.ts'

/** What keeps a volunteer cleared, in the order of the panel's menu. */
export const vettingCollections = [vettingRecords, dbsDisclosures, dbsStatusChecks, trainings, trainingKinds, standingRequests, capacityOverrides]

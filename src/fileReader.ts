import { answerReadings } from './core/files/answerReadings.ts'
import { readings } from './core/files/readings.ts'

// Reads files from outside, in a process that can be ended: started by core/files/readApart.ts, never by hand.
answerReadings({ readings, mostBytes: 640_000_000 })

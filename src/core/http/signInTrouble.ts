import type { PayloadRequest } from 'payload'

/**
 * Notes on a request that the person behind it could not be looked up. Payload swallows what a strategy throws and goes
 * on with nobody signed in; without this note a person would be told that they are not allowed, when it is we who
 * cannot tell.
 */
export const noteSignInTrouble = ({ req, trouble }: { req: PayloadRequest; trouble: unknown }): void => {
  req.context[NOTED] = trouble
}

/** What kept us from finding out who sent a request; undefined when nothing did. */
export const signInTroubleOf = (req: PayloadRequest | undefined): unknown => req?.context?.[NOTED]

const NOTED = 'signInTrouble'

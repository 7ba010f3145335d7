import { isValidElement, type ReactNode } from 'react'

/**
 * A page of Payload's without the whole configuration, which Payload sends again with each page although the layout has
 * sent it (290 kB of 320). Signing in and out load the layout anew, so that what it sent stays right.
 */
export const configurationSentOnce = (page: ReactNode): ReactNode =>
  isValidElement<{ config?: unknown; children?: ReactNode }>(page) && page.props.config !== undefined
    ? page.props.children
    : page

'use client'

import NextLink from 'next/link.js'
import type { ComponentProps, MouseEvent } from 'react'

/**
 * A link from one page of the panel to another: the browser keeps the frame and asks for what is new alone. Nothing is
 * asked for before somebody presses it, because reading is recorded.
 */
export const PanelLink = (props: Omit<ComponentProps<'a'>, 'ref'> & { href: string }) => (
  <NextLink
    prefetch={false}
    {...props}
    onClick={(event) => {
      foldMenu(event)
      props.onClick?.(event)
    }}
  />
)

/** On a phone the menu lies over the page: it folds when it has led somewhere. */
const foldMenu = ({ currentTarget }: MouseEvent<HTMLAnchorElement>): void =>
  currentTarget.closest('details.menu')?.removeAttribute('open')

import { DefaultTemplate } from '@payloadcms/next/templates'
import type { AdminViewServerProps } from 'payload'
import type { ReactNode } from 'react'

type PanelViewProps = Pick<AdminViewServerProps, 'initPageResult' | 'params' | 'searchParams'> & { children: ReactNode }

/**
 * What stands around a view of the panel's own, as around every other page: the menu, the head, and in it the way to
 * report a worry. The head's parts read who is looking from the request, so that is handed on with them.
 */
export const PanelView = ({
  initPageResult: { req, locale, permissions, visibleEntities },
  params,
  searchParams,
  children,
}: PanelViewProps) => (
  <DefaultTemplate
    i18n={req.i18n}
    locale={locale}
    params={params}
    payload={req.payload}
    permissions={permissions}
    req={req}
    searchParams={searchParams}
    user={req.user ?? undefined}
    viewActions={req.payload.config.admin.components.actions}
    visibleEntities={{ collections: visibleEntities.collections, globals: visibleEntities.globals }}
  >
    {children}
  </DefaultTemplate>
)

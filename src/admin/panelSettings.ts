import type { Config } from 'payload'

/**
 * How the panel looks and begins: our own first page, brand and way out in place of Payload's. Components are named by
 * path, because only the panel's build can read them.
 */
export const panelSettings = ({
  baseDir,
  importMapFile,
}: {
  baseDir: string
  importMapFile: string
}): Config['admin'] => ({
  user: 'users',
  importMap: { baseDir, importMapFile },
  meta: { titleSuffix: ' · Kids on Track Mentoring', icons: [], openGraph: { images: [] }, defaultOGImageType: 'off' },
  avatar: 'default',
  dateFormat: 'd MMMM yyyy, HH:mm',
  timezones: { defaultTimezone: 'Europe/London', supportedTimezones: [{ label: 'London', value: 'Europe/London' }] },
  // What the panel says of a save stays until it is closed.
  toast: { duration: 24 * 60 * 60_000, limit: 2 },
  components: {
    providers: ['/src/admin/mends/PayloadMends.tsx#PayloadMends'],
    header: ['/src/admin/brand/Brand.tsx#Brand'],
    graphics: { Icon: '/src/admin/brand/Icon.tsx#Icon', Logo: '/src/admin/brand/Logo.tsx#Logo' },
    Nav: '/src/admin/menu/Menu.tsx#Menu',
    logout: { Button: '/src/admin/brand/SignOutButton.tsx#SignOutButton' },
    views: {
      dashboard: { Component: '/src/admin/today/Today.tsx#Today' },
      workingList: {
        Component: '/src/admin/workingList/WorkingList.tsx#WorkingList',
        path: '/working-list',
        exact: true,
        meta: { title: 'Working list' },
      },
      search: {
        Component: '/src/admin/search/Search.tsx#Search',
        path: '/search',
        exact: true,
        meta: { title: 'Find anything' },
      },
      records: {
        Component: '/src/admin/menu/AllRecords.tsx#AllRecords',
        path: '/records',
        exact: true,
        meta: { title: 'All records' },
      },
      policies: {
        Component: '/src/admin/policies/Policies.tsx#Policies',
        path: '/policies',
        exact: true,
        meta: { title: 'Policies' },
      },
      setUp: {
        Component: '/src/admin/setUp/SetUp.tsx#SetUp',
        path: '/set-up',
        exact: true,
        meta: { title: 'Set up' },
      },
      meetingPack: {
        Component: '/src/admin/pack/MeetingPack.tsx#MeetingPack',
        path: '/meeting-pack',
        exact: true,
        meta: { title: 'The pack for the meeting' },
      },
      whoLooked: {
        Component: '/src/admin/whoLooked/WhoLooked.tsx#WhoLooked',
        path: '/who-looked',
        exact: true,
        meta: { title: 'Who looked' },
      },
      policyComparison: {
        Component: '/src/admin/policies/Comparison.tsx#Comparison',
        path: '/policies/compare',
        exact: true,
        meta: { title: 'Compare two versions' },
      },
    },
  },
})

/** Our words where Payload's are not the charity's. */
export const panelWords: Config['i18n'] = {
  fallbackLanguage: 'en',
  translations: {
    en: {
      general: {
        dashboard: 'Today',
        untitled: 'Not shown',
        noLabel: 'None',
        creatingNewLabel: 'New: {{label}}',
        payloadSettings: 'How the panel looks',
      },
    },
  },
}

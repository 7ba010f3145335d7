// The one-way arrows of the house (ARCHITECTURE.md). Types count too: a type from above is an arrow from below.

const { readFileSync } = require('node:fs')
const { join } = require('node:path')

// From the ground up, as the only list of areas has them. An area may import the areas of the floors below its own,
// never its neighbour, never upwards.
const house = readFileSync(join(__dirname, 'src/programme/house.ts'), 'utf8')
const lines = /export const floors = \[\n([\s\S]*?)\n\] as const/.exec(house)?.[1] ?? ''
const floors = [...lines.matchAll(/^ {2}\[(.+)\],$/gm)]
  .map(([, names]) => names.split(', '))
  .filter((names) => !names.includes('core'))
if (floors.length < 5) throw new Error('src/programme/house.ts has no list of floors that can be read here.')

const oneOf = (names) => `(${names.join('|')})`
const areaArrows = floors.flatMap((areas, floor) =>
  areas.flatMap((area) => {
    const outOfReach = floors
      .slice(floor)
      .flat()
      .filter((other) => other !== area)
    return outOfReach.length === 0
      ? []
      : [
          {
            name: `area-${area}-imports-only-downwards`,
            comment: `${area} may know only the areas below it. What it must react to up there is an event, or is given in src/programme/house.ts.`,
            severity: 'error',
            from: { path: `^src/programme/${area}/` },
            to: { path: `^src/programme/${oneOf(outOfReach)}/` },
          },
        ]
  }),
)

// The files that start a process: they alone know everything, and nobody imports them.
const start = 'src/([^/]+\\.tsx?$|boot/|sample/)'

const forbid = ({ name, comment, from, to }) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    forbid({
      name: 'no-circles',
      comment: 'Two files that need each other are one file, or hide a third.',
      from: {},
      to: { circular: true },
    }),
    forbid({
      name: 'every-area-has-its-floor',
      comment: `A new area must be given its place in the drawing and in src/programme/house.ts.`,
      from: {},
      to: { path: '^src/programme/[^/]+/', pathNot: `^src/programme/${oneOf(floors.flat())}/` },
    }),
    forbid({
      name: 'core-knows-nothing-of-mentoring',
      comment: 'The core is mechanisms: areas declare their settings, roles and designations to it.',
      from: { path: '^src/core/' },
      to: { path: `^(src/(programme|web|admin|app|local)/|${start}|emails/|payload\\.config)` },
    }),
    ...areaArrows,
    forbid({
      name: 'programme-knows-no-door',
      comment: 'The rules are the same whatever the door, so they name none.',
      from: { path: '^src/programme/' },
      to: { path: `^(src/(web|admin|app|local)/|${start}|emails/|payload\\.config)` },
    }),
    forbid({
      name: 'programme-knows-no-http-or-react',
      comment: 'An area knows nothing of HTTP or React.',
      from: { path: '^src/programme/' },
      to: {
        path: 'node_modules/(@types/)?(express|next|react|react-dom|react-email|@payloadcms/next|@payloadcms/ui|helmet|cookie)/',
      },
    }),
    forbid({
      name: 'doors-do-not-know-each-other',
      comment: 'The portal and the panel meet in the programme, and share the look in src/web/design.',
      from: { path: '^src/web/' },
      to: { path: `^(src/(admin|app|local)/|${start}|emails/|payload\\.config)` },
    }),
    forbid({
      name: 'panel-knows-only-the-look-of-the-portal',
      comment: 'The panel shares the brand with the portal and nothing else.',
      from: { path: '^src/(admin|app)/' },
      to: { path: `^(src/(web|local)/|${start}|emails/)`, pathNot: '^src/web/design/' },
    }),
    forbid({
      name: 'the-local-start-belongs-to-the-local-start',
      comment: 'The embedded database, the mailbox and the building page are no part of a real deployment.',
      from: { path: '.', pathNot: '^(src/local/|src/(start|auditVerify|policiesStarting)\\.ts$|test/)' },
      to: { path: '^src/local/' },
    }),
    forbid({
      name: 'the-local-start-knows-no-programme',
      comment: 'It brings up what a server needs and nothing of what the server does.',
      from: { path: '^src/local/' },
      to: { path: `^(src/(programme|admin|app)/|${start}|emails/|payload\\.config)` },
    }),
    forbid({
      name: 'emails-are-tied-at-the-top',
      comment: 'Areas name a template and its props; only the files that start a process tie them to emails/.',
      from: { path: '.', pathNot: `^(${start}|emails/|test/)` },
      to: { path: '^emails/' },
    }),
    forbid({
      name: 'emails-know-no-programme',
      comment:
        'A template is given all it says, but for the sentences that parents read, which stand in one catalogue.',
      from: { path: '^emails/' },
      to: {
        path: '^src/(programme|web|admin|app|local)/',
        pathNot: '^src/(web/design|programme/people/parentWords)/',
      },
    }),
    forbid({
      name: 'migrations-stand-alone',
      comment: 'What ran once must read the same for ever, so it holds nothing that goes on changing.',
      from: { path: '^migrations/' },
      to: { path: '^(src|emails|test|scripts)/|^payload\\.config' },
    }),
    forbid({
      name: 'the-product-knows-no-test',
      comment: 'Nothing that is shipped may need what is not.',
      from: { path: '^(src|emails|payload\\.config)' },
      to: { path: '^(test|scripts)/' },
    }),
    forbid({
      name: 'no-package-of-another',
      comment: 'What we import stands in our own package.json, with its exact version.',
      from: { path: '^(src|emails|payload\\.config)' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    }),
    forbid({
      name: 'no-development-package-at-run-time',
      comment: 'A package that a deployment leaves out cannot be imported by it.',
      from: { path: '^(src|emails|payload\\.config)' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    }),
    forbid({
      name: 'every-import-is-found',
      comment: 'An import that leads nowhere.',
      from: {},
      to: { couldNotResolve: true },
    }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/app/\\(payload\\)/admin/importMap\\.js$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default', 'require'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json'],
    },
  },
}

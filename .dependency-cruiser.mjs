/** Who may import whom. A comment is what a violator reads: it says why. */
const WINGS = 'access|organisation|tasks|training|panorama'
const tests = '\\.(test|stories)\\.tsx?$|/testing/|/vitest\\.config\\.ts$'
const npm = (...names) => `node_modules/(@types/)?(${names.join('|')})/`

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })
const floor = (path) => ({ path: `^${path}/`, pathNot: tests })

export default {
  forbidden: [
    rule(
      'domain-imports-zod-only',
      'The rules of the field are pure and can be taken away: zod is all they may stand on.',
      floor('packages/domain'),
      { pathNot: `^packages/domain/src/|${npm('zod')}` },
    ),
    rule(
      'db-imports-domain-and-drivers-only',
      'The stores know the domain, Kysely and the drivers; who asks and who may is for the api to know.',
      floor('packages/db'),
      { pathNot: `^packages/(db|domain)/src/|${npm('kysely', 'better-sqlite3', 'pg', 'zod', 'pinyin-pro')}`, dependencyTypesNot: ['core'] },
    ),
    rule(
      'formats-imports-domain-and-parsers-only',
      'A format turns bytes into what the domain knows and back; it neither stores nor shows.',
      floor('packages/formats'),
      { path: `^(packages|apps)/|${npm('react', 'kysely', 'fastify')}`, pathNot: '^packages/(formats|domain)/' },
    ),
    rule(
      'api-imports-domain-db-formats-only',
      'A procedure decides by the domain and saves by the stores; how it is served and shown is not its business.',
      floor('packages/api'),
      {
        path: `^(packages|apps)/|${npm('react', 'fastify', 'pg', 'better-sqlite3')}`,
        pathNot: '^packages/(api|domain|db|formats)/',
      },
    ),
    rule(
      'ui-knows-no-business-word',
      'Shared parts know no business word: nothing of ours but their own kind.',
      floor('packages/ui'),
      { path: '^(packages|apps)/', pathNot: '^packages/ui/' },
    ),
    rule(
      'door-imports-domain-and-ui-only',
      'What both doors share stands on the domain and the parts, and on the type of the api.',
      floor('packages/door'),
      { path: '^(packages|apps)/', pathNot: '^packages/(door|domain|ui|api)/' },
    ),
    rule(
      'pages-import-domain-ui-door-only',
      'Pages ask the server; they never reach the database, the files or one another.',
      floor('apps/(admin|school)'),
      { path: '^(packages|apps)/', pathNot: '^packages/(domain|ui|door|api)/|^apps/$1/' },
    ),
    rule(
      'browsers-import-the-type-of-the-api-only',
      'Of the api a browser may know the type AppRouter and nothing else: all else would carry the server into the page.',
      floor('(apps/(admin|school)|packages/door)'),
      { path: '^packages/api/', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'browsers-know-the-router-only',
      'The face of the api for a browser is router.ts; its procedures are not to be known one by one.',
      floor('(apps/(admin|school)|packages/door)'),
      { path: '^packages/api/', pathNot: '^packages/api/src/router\\.ts$' },
    ),
    rule(
      'server-shows-nothing',
      'The server composes; it serves the built pages and knows nothing of how they are made.',
      floor('apps/server'),
      { path: '^packages/(ui|door)/|^apps/(admin|school)/' },
    ),
    rule(
      'nothing-stands-on-an-app',
      'Apps are the top floor: what others need of them belongs into a package.',
      { path: '^(packages|e2e)/' },
      { path: '^apps/' },
    ),
    rule(
      'wings-meet-outside',
      'A wing does not reach into another on its own floor, save access and organisation; they meet in router.ts, routes.tsx, events or the panorama.',
      { path: `^(packages/[^/]+|apps/[^/]+)/src/(${WINGS})/`, pathNot: `${tests}|/src/panorama/` },
      { path: `^$1/src/(${WINGS})/`, pathNot: '^$1/src/($2|access|organisation)/' },
    ),
    rule(
      'tests-stay-out',
      'What is only there for tests must not get into what is shipped.',
      { path: '^(packages|apps)/', pathNot: tests },
      { path: tests },
    ),
    rule(
      'no-circles',
      'Two files that need each other cannot be read, tested or moved alone: find the third that both need.',
      { path: '^(packages|apps|e2e|scripts)/' },
      // A type is gone when the code runs; what circles by types alone has one file less to read, not a knot.
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    rule('no-unresolvable', 'What is imported must be there.', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(css|svg)$|/(dist|storybook-static)/|[?](url|worker|raw)$' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
}

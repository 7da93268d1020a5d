/** The import rules of the rooms; the README of each room says them in words. */
const analysisPackages = '^(analysis/|node_modules/(ml-matrix|@stdlib)/)';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: { pathNot: 'node_modules' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'analysis-is-pure',
      comment: 'analysis imports itself and a few numeric packages',
      severity: 'error',
      from: { path: '^analysis/' },
      to: { pathNot: analysisPackages },
    },
    {
      name: 'surveys-knows-itself',
      comment: 'surveys imports itself, zod and parsers of exchange formats',
      severity: 'error',
      from: { path: '^surveys/' },
      to: { pathNot: '^(surveys/|node_modules/(zod|csv-parse|fast-xml-parser)/)' },
    },
    {
      name: 'db-takes-types-from-surveys',
      severity: 'error',
      from: { path: '^db/', pathNot: '^db/seed/' },
      to: { path: '^surveys/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'db-knows-no-app',
      severity: 'error',
      from: { path: '^db/', pathNot: '^db/seed/' },
      to: { path: '^(app|analysis)/' },
    },
    {
      name: 'app-reaches-db-on-the-server-alone',
      comment: 'a plain module that imports db would be bundled into the browser, secrets included',
      severity: 'error',
      from: { path: '^app/', pathNot: '\\.server\\.tsx?$|^app/cli/' },
      to: { path: '^db/', pathNot: '^db/schema/.*$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'schema-on-the-server-alone',
      severity: 'error',
      from: { path: '^app/', pathNot: '\\.server\\.tsx?$|^app/cli/' },
      to: { path: '^db/schema/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'routes-call-services',
      comment: 'routes import neither drizzle nor a table',
      severity: 'error',
      from: { path: '^app/routes/' },
      to: { path: 'node_modules/drizzle-orm|^db/schema/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'http-entry-loads-the-build-alone',
      comment: 'a second copy of a module would open the embedded database twice',
      severity: 'error',
      from: { path: '^app/server/', pathNot: 'lifecycle\\.server\\.ts$' },
      to: {
        path: '^(db|app/services|app/database)',
        pathNot: '^db/data-dir-lock\\.server\\.ts$', // a file on disk, no state in memory
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'the-product-knows-no-tests',
      severity: 'error',
      from: { path: '^(app|db|surveys|analysis)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?url$|^virtual:' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: '^(build|tests/fixtures)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json'],
    },
  },
};

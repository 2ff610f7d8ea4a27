/** Who may import whom. Every rule says why, because a rule without a reason is deleted by the first person it annoys. */
const adapters = ['graph', 'identity', 'images', 'storage', 'observability', 'outgoing', 'config'];

export default {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'A cycle means two files are one idea; data flows one way.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'domain-is-pure',
      comment: 'Scope, plan, fields and render are tested as plain functions; no I/O and no vendor type may enter.',
      severity: 'error',
      from: { path: '^server/src/domain', pathNot: '\\.test\\.ts$' },
      to: {
        pathNot:
          '^server/src/domain|^node_modules/(liquidjs|sanitize-html|juice|html-to-text|libphonenumber-js|localized-address-format|i18n-iso-countries)/',
      },
    },
    {
      name: 'ports-know-only-the-domain',
      comment: 'A port is what the core needs, said in the words of the domain.',
      severity: 'error',
      from: { path: '^server/src/ports' },
      to: { pathNot: '^server/src/(ports|domain)' },
    },
    {
      name: 'sync-knows-only-ports-and-domain',
      comment: 'The pipeline must run against any directory and any store.',
      severity: 'error',
      from: { path: '^server/src/sync', pathNot: '\\.test\\.ts$' },
      to: { path: '^server/src', pathNot: '^server/src/(sync|ports|domain)' },
    },
    {
      name: 'signatures-know-only-ports-and-domain',
      comment: 'What is done with signatures must be doable with any store and any directory.',
      severity: 'error',
      from: { path: '^server/src/signatures', pathNot: '\\.test\\.ts$' },
      to: { path: '^server/src', pathNot: '^server/src/(signatures|ports|domain)' },
    },
    {
      name: 'integrations-know-only-ports-and-domain',
      comment: 'What other programs of a tenant are given and told must not depend on how it is stored or sent.',
      severity: 'error',
      from: { path: '^server/src/integrations', pathNot: '\\.test\\.ts$' },
      to: { path: '^server/src', pathNot: '^server/src/(integrations|ports|domain)' },
    },
    {
      name: 'contract-stands-alone',
      comment: 'The pane bundles the contract; anything it imported would travel to the browser.',
      severity: 'error',
      from: { path: '^server/src/contract', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^server/src/contract|^node_modules/(zod|zod-openapi)/' },
    },
    {
      name: 'api-does-not-know-adapters',
      comment: 'Routes speak to sync and ports; which engine or vendor is behind is the choice of the container.',
      severity: 'error',
      from: { path: '^server/src/(api/|app\\.ts)', pathNot: '\\.test\\.ts$' },
      to: { path: '^server/src', pathNot: '^server/src/(api|contract|sync|signatures|integrations|ports|domain)' },
    },
    ...adapters.map((adapter) => ({
      name: `${adapter}-stands-alone`,
      comment: 'Adapters never import each other: one can be replaced without reading the rest.',
      severity: 'error',
      from: { path: `^server/src/${adapter}/`, pathNot: '\\.test\\.ts$' },
      to: { path: '^server/src', pathNot: `^server/src/(${adapter}|ports|domain)/` },
    })),
    {
      name: 'http-stands-alone',
      comment: 'How a listening server is bounded and ended has nothing to do with what it serves.',
      severity: 'error',
      from: { path: '^server/src/http/', pathNot: '\\.test\\.ts$' },
      to: { path: '^server/src', pathNot: '^server/src/http/' },
    },
    {
      name: 'transfer-knows-only-the-storage-port',
      comment: 'Exports must come out the same from every engine, and nothing but data may travel in them.',
      severity: 'error',
      from: { path: '^server/src/transfer/', pathNot: '\\.test\\.ts$' },
      to: { path: '^server/src', pathNot: '^server/src/(transfer|storage/(?!sqlite|mongo)|ports|domain)' },
    },
    {
      name: 'engines-behind-the-port',
      comment: 'One closed storage port, two engines: drivers are named in their own folder only.',
      severity: 'error',
      from: {
        pathNot:
          '^server/src/storage/(sqlite|mongo)/|^server/tests/mongo/|^bench/|^server/tests/support/processes/(signalAtCall|breakWorker|slowDisk)\\.ts$|\\.test\\.ts$',
      },
      to: { path: '^(node:)?sqlite$|^node_modules/mongoose/' },
    },
    {
      name: 'the-pane-sees-only-the-contract',
      comment: 'Server code must not reach the browser bundle.',
      severity: 'error',
      from: { path: '^addin', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^server', pathNot: '^server/src/contract' },
    },
    {
      name: 'features-do-not-know-each-other',
      comment: 'A folder per task; what two tasks share moves to ui, api or office.',
      severity: 'error',
      from: { path: '^addin/features/([^/]+)/' },
      to: { path: '^addin/features/([^/]+)/', pathNot: '^addin/features/$1/' },
    },
    {
      name: 'office-knows-only-office',
      comment:
        'What Outlook can do must be known without an API or somebody signed in; mailAtHand.ts brings the handler to the pane.',
      severity: 'error',
      from: { path: '^addin/office/', pathNot: '/mailAtHand\\.ts$|\\.test\\.ts$' },
      to: { path: '^addin/', pathNot: '^addin/office/' },
    },
    {
      name: 'sign-in-does-not-know-the-handler',
      comment:
        'The handler sorts refusals as the sign-in does; the pages around a sign-in need nothing of the handler.',
      severity: 'error',
      from: { path: '^addin/auth/' },
      to: { path: '^addin/launchevent/' },
    },
    {
      name: 'the-event-handler-stays-small',
      comment: 'Classic Outlook runs one file without a DOM; React and Fluent there, by whatever way, would break it.',
      severity: 'error',
      from: { path: '^addin/launchevent', pathNot: '\\.test\\.ts$|/testing/' },
      to: { path: '^node_modules/(react|@fluentui|@tanstack|i18next)', reachable: true },
    },
    {
      name: 'simulator-stands-alone',
      comment: 'A stand-in that shares code with what it tests would agree with its mistakes.',
      severity: 'error',
      from: { path: '^simulator' },
      to: { path: '^(server|addin)/' },
    },
    {
      name: 'server-does-not-know-the-simulator',
      comment: 'Production code never depends on a stand-in; the demo starts it as a process of its own.',
      severity: 'error',
      from: { path: '^(server/src|addin)' },
      to: { path: '^simulator' },
    },
    {
      name: 'only-graph-and-identity-talk-to-microsoft',
      comment: 'Retry, pacing and tokens are decided in one place.',
      severity: 'error',
      from: { path: '^server/src', pathNot: '^server/src/(graph|identity)/' },
      to: { path: '^node_modules/(@microsoft/microsoft-graph-client|@azure/msal-node)/' },
    },
    {
      name: 'no-orphans',
      comment:
        'A file nobody imports is a file nobody needs; the build puts noPlatformBroker and leftToRight in the place of others.',
      severity: 'error',
      from: {
        orphan: true,
        path: '^(server/src|addin|simulator)',
        pathNot: '\\.test\\.tsx?$|[mM]ain\\.ts$|\\.d\\.ts$|\\.json$|(noPlatformBroker|leftToRight)\\.ts$',
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};

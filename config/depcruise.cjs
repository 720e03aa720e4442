// The floors as rules: each library imports only what config/floors.mjs lists, and others only by the front door.
const SPEC = '\\.(db-|e2e-|sweep-|simulation-|faults-)?spec\\.ts$';

module.exports = (async () => {
  const { floors } = await import('./floors.mjs');
  const forbidden = [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    ...Object.keys(floors).map((library) => ({
      name: `floor-of-${library}`,
      severity: 'error',
      from: { path: `^libs/${library}/`, pathNot: SPEC },
      to: { path: '^(libs|apps|test)/', pathNot: `^libs/(${[library, ...floors[library]].join('|')})/` },
    })),
    {
      name: 'front-door',
      severity: 'error',
      from: { path: '^(libs|apps|test)/([^/]+)/' },
      to: {
        path: '^libs/',
        pathNot: [
          '^libs/$2/',
          '^libs/[^/]+/src/index\\.ts$',
          '^libs/kernel/src/calendar-seed\\.ts$',
          '^libs/platform/src/xml/xml-tree\\.ts$',
          // Without the rest of the platform, for computations in threads of their own.
          '^libs/platform/src/files/fingerprint-of\\.ts$',
          '^libs/(audit|receivables|registry|settlement)/src/offline\\.ts$',
        ],
      },
    },
    {
      name: 'pure-domain',
      severity: 'error',
      from: { path: '^libs/[^/]+/src/domain/', pathNot: [SPEC, '^libs/audit/'] },
      to: { pathNot: ['^libs/kernel/src/index\\.ts$', '^libs/[^/]+/src/domain/'] },
    },
    {
      name: 'pure-domain-of-audit',
      severity: 'error',
      from: { path: '^libs/audit/src/domain/', pathNot: SPEC },
      // The log is made of hashes and signatures; Node's are functions of their input.
      to: { pathNot: ['^libs/kernel/src/index\\.ts$', '^libs/audit/src/domain/', '^(node:)?crypto$'] },
    },
    {
      name: 'http-stays-outside',
      severity: 'error',
      from: { path: '^libs/(?!platform)[^/]+/src/(use-cases|data|domain|listeners)/', pathNot: SPEC },
      to: { path: '^libs/[^/]+/src/http/' },
    },
    {
      name: 'data-knows-no-use-case',
      severity: 'error',
      from: { path: '^libs/[^/]+/src/data/', pathNot: SPEC },
      to: { path: '^libs/[^/]+/src/(use-cases|listeners)/' },
    },
    {
      name: 'web-is-alone',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(libs|apps|test|config)/', pathNot: ['^apps/web/', '^libs/kernel/src/index\\.ts$'] },
    },
    {
      name: 'tests-are-leaves',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: SPEC },
      to: { path: '^test/' },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ];
  return {
    forbidden,
    options: {
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '^dist/' },
      tsPreCompilationDeps: true,
      tsConfig: { fileName: 'tsconfig.json' },
      enhancedResolveOptions: {
        exportsFields: ['exports'],
        conditionNames: ['source', 'import', 'require', 'node', 'default'],
        extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
      },
    },
  };
})();

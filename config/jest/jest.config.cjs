// The kinds of tests that Jest runs; `--selectProjects spec` picks one. The browser tests are plain scripts.
const project = require('./base.cjs');

const withDatabase = {
  globalSetup: '<rootDir>/test/support/start-database.ts',
  globalTeardown: '<rootDir>/test/support/stop-database.ts',
};

module.exports = {
  // Two workers and PostgreSQL keep two cores busy; more only makes timings unsteady.
  maxWorkers: 2,
  testTimeout: 60_000,
  projects: [
    project({ displayName: 'spec', testRegex: '\\.spec\\.ts$' }),
    project({ displayName: 'db', testRegex: '\\.db-spec\\.ts$', ...withDatabase }),
    project({ displayName: 'e2e', testRegex: '\\.e2e-spec\\.ts$', ...withDatabase }),
    project({ displayName: 'simulation', testRegex: '\\.simulation-spec\\.ts$', ...withDatabase }),
    // Its database is killed, so it has one of its own.
    project({ displayName: 'faults', testRegex: '\\.faults-spec\\.ts$' }),
    project({ displayName: 'sweep', testRegex: '\\.sweep-spec\\.ts$', ...withDatabase }),
  ],
};

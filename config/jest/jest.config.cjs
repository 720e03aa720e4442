// The kinds of tests that Jest runs; `--selectProjects spec` picks one. The browser tests are plain scripts.
const { availableParallelism } = require('node:os');
const project = require('./base.cjs');

const withDatabase = {
  globalSetup: '<rootDir>/test/support/start-database.ts',
  globalTeardown: '<rootDir>/test/support/stop-database.ts',
};

module.exports = {
  // PostgreSQL keeps the rest busy; a worker waits for it about half of its time.
  maxWorkers: Math.max(2, availableParallelism() - 1),
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

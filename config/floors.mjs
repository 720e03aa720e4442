// The one place where dependencies between libraries are declared: each may import only what it lists.
// Read by dependency-cruiser (config/depcruise.cjs), by the sweep over foreign keys, and by the README's diagram.
export const floors = {
  kernel: [],
  platform: ['kernel'],
  audit: ['kernel', 'platform'],
  parties: ['kernel', 'platform', 'audit'],
  documents: ['kernel', 'platform', 'audit'],
  registry: ['kernel', 'platform', 'audit'],
  ledger: ['kernel', 'platform', 'audit'],
  identity: ['kernel', 'platform', 'audit', 'parties'],
  desk: ['kernel', 'platform', 'audit', 'parties', 'documents', 'registry'],
  approvals: ['kernel', 'platform', 'audit', 'parties', 'identity'],
  receivables: ['kernel', 'platform', 'audit', 'parties', 'documents', 'registry'],
  risk: ['kernel', 'platform', 'audit', 'parties', 'receivables'],
  factoring: ['kernel', 'platform', 'audit', 'parties', 'registry', 'ledger', 'receivables', 'risk'],
  settlement: [
    'kernel',
    'platform',
    'audit',
    'parties',
    'registry',
    'ledger',
    'receivables',
    'risk',
    'factoring',
  ],
  inbox: [
    'kernel',
    'platform',
    'audit',
    'parties',
    'registry',
    'identity',
    'approvals',
    'receivables',
    'factoring',
    'settlement',
  ],
};

/** From the ground up; a library stands on one storey and imports only from storeys below it. */
export const storeys = [
  ['kernel'],
  ['platform'],
  ['audit'],
  ['parties', 'documents', 'registry', 'ledger'],
  ['identity', 'receivables', 'desk'],
  ['approvals', 'risk'],
  ['factoring'],
  ['settlement'],
  ['inbox'],
];

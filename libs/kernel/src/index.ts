// The words every library shares. Pure TypeScript: runs in Node and in the browser alike.
export * from './calendar';
export * from './json/canonical-json';
export * from './clock';
export * from './currency';
export * from './errors';
export * from './id';
export * from './identifiers/cnaps';
export * from './identifiers/identifier';
export * from './identifiers/lei';
export * from './identifiers/resident-id';
export * from './identifiers/uscc';
export * from './kernel-errors';
export * from './local-date';
export * from './money';
export * from './rate';
export * from './subset-sum';
export * from './text/csv-line';

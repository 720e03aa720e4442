// fast-check as the tests get it: the same commit gets the same answer twice, so the seed is fixed unless told.
// PROPERTY_SEED=random (or a number) looks elsewhere, PROPERTY_RUNS=50 looks fifty times as long; `npm run soak` does both.
const real = require('../../node_modules/fast-check/lib/cjs/fast-check.js');

const SEED = 20261122;
const DEFAULT_RUNS = 100;
const wanted = process.env.PROPERTY_SEED ?? String(SEED);
const seed = wanted === 'random' ? {} : { seed: Number(wanted) };
const times = Number(process.env.PROPERTY_RUNS ?? '1');

const assert = (property, settings = {}) =>
  real.assert(property, { ...seed, ...settings, numRuns: (settings.numRuns ?? DEFAULT_RUNS) * times });
const fc = { ...real.default, assert };

module.exports = { ...real, assert, default: fc, __esModule: true };

// Nothing that concerns somebody else happens silently: every deed that the source writes is in the table of the inbox, or
// in the list of those that tell nobody, with why.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEAL_STATES } from '#factoring';
import { DEED_NEWS } from '#inbox';
import { PAYOUT_STATES } from '#settlement';
import { filesBelow, root } from './store-files';
import { UNTOLD } from './untold-deeds';

const source = filesBelow(
  'libs',
  (file) => /\/use-cases\/.*\.ts$/.test(file) && !/(spec|parameters)\.ts$/.test(file),
).map((file) => readFileSync(join(root, file), 'utf8').replaceAll(/@Every\([^)]*\)/g, ''));
const found = (pattern: RegExp) => [
  ...new Set(source.flatMap((text) => [...text.matchAll(pattern)].map(([, what]) => what ?? ''))),
];

/** Deeds whose last word is where the subject stands now. */
const BY_STATE: Readonly<Record<string, readonly string[]>> = {
  'approvals.approval_': ['approved', 'declined', 'withdrawn', 'stale', 'expired'],
  'factoring.deal_': DEAL_STATES,
  'receivables.answer_file_': ['planned', 'applied', 'checked'],
  'settlement.payout_': PAYOUT_STATES,
};
/** Words of the same pattern that are no deeds: tables, commands and refusals. */
const NO_DEED =
  /^audit\.|_(exceeded|missing|unknown|mark|differs)$|^desk\.filing_file$|^registry\.(grantor_name|grantor_name_key|saved_search|statutory_entry|unregistered_claim|filing_not_found)$/;

const deeds = [
  ...found(/'([a-z]+\.[a-z]+(?:_[a-z]+)+)'/g).filter((word) => !NO_DEED.test(word)),
  ...Object.entries(BY_STATE).flatMap(([begin, states]) => states.map((state) => `${begin}${state}`)),
];

it('knows every deed that is called by its state', () => {
  expect(found(/`([a-z]+\.[a-z_]+_)\$\{/g).sort()).toEqual(Object.keys(BY_STATE).sort());
});

it('tells of every deed, or says why not', () => {
  expect(deeds.length).toBeGreaterThan(100);
  const silent = deeds.filter((deed) => !(deed in DEED_NEWS) && !(deed in UNTOLD));
  expect(silent).toEqual([]);
});

it('has no rule and no reason for a deed that nobody does, nor both for one', () => {
  const known = new Set(deeds);
  expect(Object.keys(DEED_NEWS).filter((deed) => !known.has(deed))).toEqual([]);
  expect(Object.keys(UNTOLD).filter((deed) => !known.has(deed))).toEqual([]);
  expect(Object.keys(UNTOLD).filter((deed) => deed in DEED_NEWS)).toEqual([]);
});

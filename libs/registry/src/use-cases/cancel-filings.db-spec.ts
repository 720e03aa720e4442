// Cancelling on a real database: the claim is free again, the past stays as it was, and once is enough.
import { newId } from '#kernel';
import { Db, query } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import {
  deal,
  filedBy,
  fresh,
  party,
  type RegistryUnderTest,
  startRegistry,
} from '../testing/registry-under-test';
import { CancelFilings } from './cancel-filings';
import { Filings } from './filings';
import { RegistryVerify } from './registry-verify';

let database: TestDatabase;
let registry: RegistryUnderTest;

beforeAll(async () => {
  database = await createTestDatabase();
  registry = await startRegistry(database.appUrl);
});
afterAll(async () => {
  await registry.nest.close();
  await database.drop();
});

const db = () => registry.nest.get(Db);
const file = async () => {
  const [verdict] = await db().run((tx) =>
    registry.nest.get(Filings).file(tx, [deal([{ asset: 'whole', amount: '900' }])]),
  );
  return verdict && 'filed' in verdict ? verdict.filed.id : verdict?.refused.code;
};
const cancel = (id: string) =>
  db().run((tx) => registry.nest.get(CancelFilings).cancel(tx, [id], filedBy, 'Paid in full'));
const findings = () => registry.nest.get(RegistryVerify).verify(db().reads);

it('ends a live filing once, however many ask, and frees what it claimed', async () => {
  const id = (await file()) ?? '';
  expect(await file()).toBe('registry.asset_claimed');
  const answers = await Promise.all(Array.from({ length: 5 }, () => cancel(id)));
  expect(answers.flat()).toEqual([id]);
  const standing = (await registry.nest.get(CancelFilings).standings(db().reads, [id])).get(id);
  expect(standing).toMatchObject({ state: 'cancelled', version: 2 });
  expect(await findings()).toEqual([]);
  expect(await file()).not.toBe('registry.asset_claimed');
});

it('leaves a deed of which both parties and the filer may have the receipt', async () => {
  const [grantor, secured] = [newId(1), newId(1)];
  const draft = deal([{ asset: 'of-two', amount: '900' }]);
  const [verdict] = await db().run((tx) =>
    registry.nest.get(Filings).file(tx, [
      {
        ...draft,
        grantors: [{ ...party(fresh('grantor')), organisationId: grantor }],
        securedParties: [{ ...party('Second Bank'), organisationId: secured }],
      },
    ]),
  );
  if (!verdict || 'refused' in verdict) throw new Error(`not filed: ${verdict?.refused.code}`);
  const { id } = verdict.filed;
  await cancel(id);
  const deeds = await query<{ visibleTo: string[] }>(
    db().reads,
    `select visible_to as "visibleTo" from audit.deed where subject_id = $1 and action = 'registry.filing_cancelled'`,
    [id],
  );
  expect(deeds.map(({ visibleTo }) => visibleTo.toSorted())).toEqual([
    [grantor, secured, filedBy.organisationId].toSorted(),
  ]);
});

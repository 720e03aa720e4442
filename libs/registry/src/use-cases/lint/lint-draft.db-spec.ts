import { money } from '#kernel';
import { Db, query } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import type { PartyRef } from '../../domain/filing';
import { nameKey } from '../../domain/party-key';
import {
  actor,
  command,
  fresh,
  naming,
  party,
  type RegistryUnderTest,
  startRegistry,
  userFiling,
} from '../../testing/registry-under-test';
import { Filings } from '../filings';
import { AmendFiling } from '../life/amend-filing';
import { RegisterFiling } from '../register-filing';
import { KeptLints } from './kept-lints';
import { type DraftContent, LintDraft } from './lint-draft';

let database: TestDatabase;
let registry: RegistryUnderTest;
let db: Db;
let lintDraft: LintDraft;
const filer = actor();

beforeAll(async () => {
  database = await createTestDatabase();
  registry = await startRegistry(database.appUrl);
  db = registry.nest.get(Db);
  lintDraft = registry.nest.get(LintDraft);
});
afterAll(async () => {
  await registry.nest.close();
  await database.drop();
});

const withCode = (legalName: string, identifier: string): PartyRef => ({
  ...party(legalName),
  identifierScheme: 'LOCAL',
  identifier,
});
function content(over: Partial<DraftContent> = {}): DraftContent {
  const { category, grantors, securedParties, collateral, termMonths, maximumAmount } = userFiling({
    grantors: [withCode(fresh('杭州瑞丰精密机械'), fresh('code'))],
    collateral: naming(fresh('invoice')),
    maximumAmount: money('100', 'CNY'),
  });
  return { category, grantors, securedParties, collateral, termMonths, maximumAmount, ...over };
}
const rulesOf = async (draft: DraftContent) =>
  (await lintDraft.execute(command(filer), draft)).warnings.map(({ rule }) => rule.replace('registry.', ''));
const file = (draft: DraftContent) =>
  db.run((tx) => registry.nest.get(Filings).file(tx, [userFiling(draft)]));

describe('LintDraft', () => {
  it('has nothing to say about a sound draft of a firm nobody filed against, and shows the searches', async () => {
    const grantor = withCode('苏州锦程纺织有限公司', fresh('code'));
    const outcome = await lintDraft.execute(command(filer), content({ grantors: [grantor] }));
    expect([outcome.faults, outcome.warnings]).toEqual([[], []]);
    expect(outcome.trials.flat().map(({ stranger, found }) => [stranger, found])).toEqual([
      ['own_name', true],
      ['without_legal_form', true],
      ['without_place', true],
      ['letter_missing', true],
      ['letters_exchanged', true],
    ]);
  });

  it('names what would be refused', async () => {
    const { faults } = await lintDraft.execute(command(filer), content({ collateral: [], termMonths: 999 }));
    expect(faults.map(({ pointer }) => pointer)).toEqual(['/collateral', '/termMonths']);
  });

  it('warns of a former name, of another identifier, and of a name like another', async () => {
    const [code, name] = [fresh('code'), '宁波海川国际物流有限公司'];
    await file(content({ grantors: [withCode(name, code)] }));
    const renamed = content({ grantors: [withCode('宁波远航供应链有限公司', code)] });
    expect(await rulesOf(renamed)).toEqual(['name_differs', 'not_found_by_strangers']);
    const { trials } = await lintDraft.execute(command(filer), renamed);
    expect(trials.flat().at(-1)).toEqual({
      ...{ stranger: 'former_name', searchedFor: name, found: false, rule: null },
    });
    expect(await rulesOf(content({ grantors: [withCode(name, fresh('code'))] }))).toEqual([
      'identifier_differs',
    ]);
    const mistyped = withCode('宁波海州国际物流有限公司', fresh('code'));
    const slipped = await lintDraft.execute(command(filer), content({ grantors: [mistyped] }));
    expect(slipped.warnings).toMatchObject([
      {
        rule: 'registry.name_one_slip',
        message: { en: `You wrote “${mistyped.legalName}”; the register knows “${name}”, one letter away.` },
      },
    ]);
    const like = withCode('宁波海川国际物流集团股份公司', fresh('code'));
    expect(await rulesOf(content({ grantors: [like] }))).toEqual(['name_like_another']);
  });

  it('warns of a name too short to be found with a slip, and of a missing identifier', async () => {
    expect(await rulesOf(content({ grantors: [party('龙腾')] }))).toEqual([
      'identifier_missing',
      'not_found_by_strangers',
    ]);
  });

  it('warns of earlier claims of others, of one’s own, and of what no search finds', async () => {
    const draft = content();
    await file({ ...draft, securedParties: [party('Second Bank')] });
    expect(await rulesOf(draft)).toEqual(['earlier_claim']);
    await file(draft);
    expect(await rulesOf(draft)).toEqual(['earlier_claim', 'duplicate_filing']);
    const vague = { collateral: naming(null), maximumAmount: null };
    const grantors = [withCode('厦门鑫泰新能源有限公司', fresh('code'))];
    expect(await rulesOf(content({ ...vague, grantors }))).toEqual([
      'asset_not_searchable',
      'amount_missing',
    ]);
  });

  it('is kept with the filing it was made for, and with no other', async () => {
    const draft = content();
    const { id } = await lintDraft.execute(command(filer), draft);
    const register = registry.nest.get(RegisterFiling);
    const refused = { code: 'registry.lint_of_another_draft' };
    await expect(register.execute(command(filer), content(), id)).rejects.toMatchObject(refused);
    await expect(register.execute(command(actor()), draft, id)).rejects.toMatchObject(refused);
    const filed = await register.execute(command(filer), draft, id);
    const kept = await query(
      db.reads,
      'select lint_id as id from registry.filing_lint where filing_id = $1',
      [filed.id],
    );
    expect(kept).toEqual([{ id }]);
    const keptLints = registry.nest.get(KeptLints);
    expect((await keptLints.of(filer, filed.id)).lint).toMatchObject({ id, faults: [] });
    await expect(keptLints.of(actor(), filed.id)).rejects.toMatchObject({
      code: 'registry.filing_not_found',
    });
    const unlinted = await register.execute(command(filer), content());
    expect(await keptLints.of(filer, unlinted.id)).toEqual({ lint: null, amendments: [] });
    const [name] = draft.grantors.map(({ legalName }) => nameKey(legalName));
    const indexed = await query(db.reads, 'select 1 from registry.grantor_name where name_key = $1', [name]);
    expect(indexed).toHaveLength(1);
  });

  it('finds nothing wrong between an amendment and the filing that it amends, and is kept with it alone', async () => {
    const draft = content();
    const register = registry.nest.get(RegisterFiling);
    const filed = await register.execute(command(filer), draft);
    const amended = { ...draft, maximumAmount: money('90', 'CNY') };
    expect(await rulesOf(amended)).toEqual(['duplicate_filing']);
    const { id, warnings } = await lintDraft.execute(command(filer), amended, filed.id);
    expect(warnings).toEqual([]);
    const other = await register.execute(command(filer), draft);
    const numbered = <T>(values: readonly T[]) => values.map((value) => ({ no: 1, value }));
    const asked = (over: Partial<DraftContent> = {}) => {
      const { grantors, securedParties, collateral, maximumAmount } = { ...amended, ...over };
      return {
        ...{ version: 1, reason: 'Less', lintId: id },
        content: {
          ...{ grantors: numbered(grantors), securedParties: numbered(securedParties) },
          ...{ collateral: numbered(collateral), maximumAmount },
        },
      };
    };
    const amend = registry.nest.get(AmendFiling);
    const refused = { code: 'registry.lint_of_another_draft' };
    const less = asked({ maximumAmount: money('80', 'CNY') });
    await expect(amend.execute(command(filer), filed.id, less)).rejects.toMatchObject(refused);
    await expect(amend.execute(command(filer), other.id, asked())).rejects.toMatchObject(refused);
    const unseen = lintDraft.execute(command(actor()), amended, filed.id);
    await expect(unseen).rejects.toMatchObject({ code: 'registry.filing_not_found' });
    await amend.execute(command(filer), filed.id, asked());
    const keptLints = registry.nest.get(KeptLints);
    expect(await keptLints.of(filer, filed.id)).toMatchObject({ lint: null, amendments: [{ lint: { id } }] });
    expect((await keptLints.of(filer, other.id)).amendments).toEqual([]);
  });
});

import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuditModule, auditSchema, THE_PLATFORM } from '#audit';
import { DocumentsModule, documentsSchema } from '#documents';
import { ManualClock, newId } from '#kernel';
import { OnboardOrganisation, partiesSchema } from '#parties';
import {
  type Actor,
  type Command,
  Db,
  FingerprintKeyModule,
  MailModule,
  NO_ONE,
  PageQuery,
  PlatformModule,
  platformSchema,
  query,
  WITHOUT_SIGN_IN,
} from '#platform';
import { type FilingContent, registrySchema } from '#registry';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database';
import { DeskModule } from './desk.module';
import { errors } from './domain/errors';
import { FILING_COLUMNS, type FilingColumn } from './domain/filing-table';
import { deskSchema } from './index';
import { type BulkAnswer, type BulkItem, FileInBulk } from './use-cases/bulk/file-in-bulk';
import { DraftQueries } from './use-cases/drafts/drafts.queries';
import { SaveDraft } from './use-cases/drafts/save-draft';
import { FilingFileQueries } from './use-cases/files/filing-files.queries';
import { MoveFilingFile } from './use-cases/files/move-filing-file';
import { WorkOnFilingFile } from './use-cases/files/work-on-filing-file';

@Module({})
class StageModule {}

/** `FILE_LINES=50000` measures the whole of what one file may hold. */
const LINES = Number(process.env['FILE_LINES'] ?? '1200');

const schemas = [platformSchema, auditSchema, partiesSchema, documentsSchema, registrySchema, deskSchema];
const NO_CODE = { organisationId: null, identifierScheme: null, identifier: null };
type Cells = Partial<Record<FilingColumn, string>>;
const table = (...rows: readonly Cells[]): string =>
  [
    FILING_COLUMNS.join(','),
    ...rows.map((row) => FILING_COLUMNS.map((column) => row[column] ?? '').join(',')),
  ].join('\r\n');
const usual = (reference: string): Cells => ({
  ...{ reference, category: 'factoring', term_months: '12', grantor_name: 'Lin Tools Ltd' },
  description: 'Invoices of spring',
});

const MAIL = { url: null, from: 'Youquan <desk@stage.example>', siteUrl: 'https://stage.example' };

describe('the desk', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  let db: Db;
  let dir: string;
  let bank: Actor;
  let rival: Actor;
  beforeAll(async () => {
    database = await createTestDatabase();
    dir = await mkdtemp(join(tmpdir(), 'desk-'));
    const clock = new ManualClock(new Date('2026-01-20T02:00:00Z'));
    const settings = { databaseUrl: database.appUrl, poolSize: 8, logLevel: 'silent', clock, schemas };
    const imports = [
      PlatformModule.forProcess(settings),
      MailModule.forProcess({ ...MAIL, folder: join(dir, 'mail') }),
      AuditModule,
      DocumentsModule.forProcess(dir),
      FingerprintKeyModule.forProcess({ keyFile: join(dir, 'fingerprint-keys'), mayMakeKey: true }),
      DeskModule,
    ];
    app = await NestFactory.createApplicationContext({ module: StageModule, imports }, { logger: false });
    db = app.get(Db);
    [bank, rival] = [await person('First Bank', 'BANK-1'), await person('Second Bank', 'BANK-2')];
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
    rmSync(dir, { recursive: true });
  });

  async function person(legalName: string, value: string): Promise<Actor> {
    const onboarding = app.get(OnboardOrganisation, { strict: false });
    const identifiers = [{ scheme: 'LOCAL' as const, value }];
    const wish = { legalName, capabilities: ['registry_user' as const], identifiers };
    const { id: organisationId } = await db.run((tx) => onboarding.onboard(tx, THE_PLATFORM, wish));
    return {
      ...WITHOUT_SIGN_IN,
      ...{ userId: newId(1), organisationId, roles: [], sessionId: 'session' },
      permissions: new Set(['registration.file']),
      scope: { organisations: [organisationId] },
    };
  }
  const by = (actor: Actor): Command => ({ actor, idempotency: null });
  const page = (limit: number) => Object.assign(new PageQuery(), { limit });

  describe('keeps drafts', () => {
    const content = { category: 'factoring', collateral: [{ description: 'not yet' }] };
    const save = () => app.get(SaveDraft);
    const drafts = () => app.get(DraftQueries);

    it('for the organisation that writes them, version by version', async () => {
      const made = await save().create(by(bank), { title: 'Lin', content });
      expect(made).toMatchObject({ version: 1, content, actions: ['change', 'discard', 'file'] });
      const changed = await save().change(by(bank), made.id, 1, { title: 'Lin 2', content: {} });
      expect(changed).toMatchObject({ version: 2, title: 'Lin 2', content: {} });
      await expect(save().change(by(bank), made.id, 1, { title: 'late', content })).rejects.toMatchObject({
        code: 'desk.draft_changed',
        details: { version: 2 },
      });
      expect((await drafts().page(bank, page(10))).items).toEqual([changed]);
      await save().discard(by(bank), made.id, 2);
      await expect(drafts().byId(bank, made.id)).rejects.toMatchObject({ code: 'desk.draft_not_found' });
    });

    it('from everybody else', async () => {
      const { id } = await save().create(by(bank), { title: 'Secret', content });
      const missing = { code: 'desk.draft_not_found' };
      await expect(drafts().byId(rival, id)).rejects.toMatchObject(missing);
      await expect(save().change(by(rival), id, 1, { title: 'x', content })).rejects.toMatchObject(missing);
      await expect(save().discard(by(rival), id, 1)).rejects.toMatchObject(missing);
      expect((await drafts().page({ ...bank, scope: NO_ONE }, page(10))).items).toEqual([]);
      expect((await drafts().page(rival, page(10))).items).toEqual([]);
    });

    it('up to a number', async () => {
      const crowded = await person('Crowded Bank', 'BANK-3');
      await query(
        db.reads,
        `insert into desk.draft (id, organisation_id, title, content, changed_by, changed_at, version)
         select gen_random_uuid(), $1, 'draft', '{}', $2, now(), 1 from generate_series(1, 200)`,
        [crowded.organisationId, crowded.userId],
      );
      await expect(save().create(by(crowded), { title: 'one more', content })).rejects.toMatchObject({
        code: 'desk.too_many_drafts',
      });
    });
  });

  describe('files by file', () => {
    const moving = () => app.get(MoveFilingFile);
    const queries = () => app.get(FilingFileQueries);
    const work = (id: string) => app.get(WorkOnFilingFile).execute(id);
    const shown = (id: string) => queries().byId(db.reads, bank, id);
    const lines = (id: string) => queries().lines(bank, id, { after: 0, limit: 500, onlyRefused: false });
    const planned = async (text: string, actor = bank) => {
      const { id } = await moving().receive(by(actor), { name: 'many.csv', bytes: Buffer.from(text) });
      await work(id);
      return id;
    };
    const filed = async (text: string) => {
      const id = await planned(text);
      await moving().apply(by(bank), id);
      await work(id);
      return id;
    };
    const registered = async () => {
      const [row] = await query<{ many: number }>(
        db.reads,
        'select count(*)::int as many from registry.filing',
        [],
      );
      return row?.many ?? 0;
    };

    it('what is sound, tells the rest by line and cell, and files nothing in the plan', async () => {
      const before = await registered();
      const text = table(
        usual('A-1'),
        { reference: 'A-1', description: 'Invoices of summer' },
        { ...usual('A-2'), category: 'ship' },
        { ...usual('A-3'), grantor_scheme: 'USCC', grantor_identifier: '91110000802100433X' },
        { ...usual('A-4'), term_months: 'x' },
        { ...usual('A-1'), description: 'Invoices of autumn' },
        {
          ...usual('A-5'),
          secured_name: 'Third Bank',
          secured_scheme: 'LOCAL',
          secured_identifier: 'BANK-2',
        },
      );
      const id = await planned(text);
      expect(await shown(id)).toMatchObject({
        state: 'planned',
        done: 6,
        sound: 2,
        refused: 4,
        actions: ['apply'],
      });
      expect(await registered()).toBe(before);
      await moving().apply(by(bank), id);
      await work(id);
      expect(await shown(id)).toMatchObject({ state: 'applied', done: 6, sound: 2, refused: 4, actions: [] });
      expect(
        (await lines(id)).map(({ line, reference, fault }) => [
          line,
          reference,
          fault?.code,
          fault?.line,
          fault?.column,
        ]),
      ).toEqual([
        [2, 'A-1', undefined, undefined, undefined],
        [4, 'A-2', 'registry.category_unknown', 4, 'category'],
        [5, 'A-3', 'registry.identifier_wrong', 5, 'grantor_identifier'],
        [6, 'A-4', 'desk.line_malformed', 6, 'term_months'],
        [7, 'A-1', 'desk.reference_twice', 7, null],
        [8, 'A-5', undefined, undefined, undefined],
      ]);
      const parties = await query<{ name: string; organisation: string | null }>(
        db.reads,
        `select p.legal_name as name, p.organisation_id as organisation from registry.filing_party p
         join desk.reference r on r.filing_id = p.filing_id where p.role = 'secured' order by r.reference`,
        [],
      );
      expect(parties).toEqual([
        { name: 'First Bank', organisation: bank.organisationId },
        { name: 'Third Bank', organisation: rival.organisationId },
      ]);
      let result = '';
      for await (const piece of await queries().result(bank, id, 'en')) result += piece;
      expect(result.split('\r\n').slice(1, 3)).toEqual([
        expect.stringMatching(/^2,A-1,\d{18},,,$/),
        expect.stringContaining('4,A-2,,category,There is no such category.'),
      ]);
    });

    it('once, however often the file comes, and as somebody else’s own', async () => {
      const text = table(usual('B-1'), usual('B-2'));
      await filed(text);
      const before = await registered();
      const again = await filed(table(usual('B-2'), usual('B-3')));
      expect((await lines(again)).map(({ fault }) => fault?.code)).toEqual([
        'desk.reference_used',
        undefined,
      ]);
      expect(await registered()).toBe(before + 1);
      const other = await planned(text, rival);
      expect(await queries().byId(db.reads, rival, other)).toMatchObject({ sound: 2, refused: 0 });
      await expect(shown(other)).rejects.toMatchObject({ code: 'desk.file_not_found' });
      await expect(moving().apply(by(bank), other)).rejects.toMatchObject({ code: 'desk.file_not_found' });
      await expect(moving().apply(by(bank), again)).rejects.toMatchObject({ code: 'desk.file_not_planned' });
    });

    it('goes on where a process left it, and two that go on file nothing twice', async () => {
      const before = await registered();
      const begun = performance.now();
      const id = await planned(table(...Array.from({ length: LINES }, (_, index) => usual(`C-${index}`))));
      const plannedAt = performance.now();
      await moving().apply(by(bank), id);
      const [one, other] = [work(id), work(id)];
      await Promise.all([one, other]);
      const end = performance.now();
      expect(await shown(id)).toMatchObject({ state: 'applied', done: LINES, sound: LINES, refused: 0 });
      expect(await registered()).toBe(before + LINES);
      const rate = (ms: number) => Math.round(LINES / (ms / 1000));
      process.stdout.write(
        `file of ${LINES} registrations: plan ${rate(plannedAt - begun)}/s, filing ${rate(end - plannedAt)}/s\n`,
      );
    }, 300_000);

    it('nothing of what is no table', async () => {
      expect(await shown(await planned('hello'))).toMatchObject({ state: 'planned', done: 0, actions: [] });
      expect(await shown(await planned(''))).toMatchObject({ state: 'planned', done: 0 });
      await work(newId(1));
    });
  });

  describe('files in bulk', () => {
    const bulk = () => app.get(FileInBulk);
    const item = (reference: string, over: Partial<FilingContent> = {}): BulkItem => ({
      reference,
      content: {
        ...{ category: 'factoring', termMonths: 12, maximumAmount: null },
        grantors: [{ legalName: 'Lin Tools Ltd', ...NO_CODE }],
        securedParties: [
          { legalName: 'Second Bank', ...NO_CODE, identifierScheme: 'LOCAL', identifier: 'BANK-2' },
        ],
        collateral: [
          {
            ...{ assetKey: null, amount: null, payable: null, invoiceNumber: null, debtorName: null },
            description: 'Invoices of winter',
          },
        ],
        ...over,
      },
    });
    const outcomes = async (answer: Promise<BulkAnswer>) =>
      (await answer).items.map(({ reference, outcome, fault }) => [reference, outcome, fault?.code]);
    const many = async () =>
      (await query<{ n: number }>(db.reads, 'select count(*)::int as n from registry.filing'))[0]?.n ?? 0;

    it('what is sound, once, with an outcome for each in order', async () => {
      const before = await many();
      const malformed = errors.line_malformed({ line: 1, column: 'amount' });
      const items = [
        item('D-1'),
        item('D-2', { termMonths: 999 }),
        item('D-1'),
        { reference: 'D-3', content: malformed },
      ];
      const refused = [
        ['D-2', 'refused', 'registry.filing_invalid'],
        ['D-1', 'refused', 'desk.reference_twice'],
        ['D-3', 'refused', 'desk.line_malformed'],
      ];
      expect(await outcomes(bulk().plan(by(bank), items))).toEqual([['D-1', 'sound', undefined], ...refused]);
      expect(await many()).toBe(before);
      const filed = await bulk().file(by(bank), items);
      expect([filed.done, filed.refused, filed.items[0]?.number]).toEqual([1, 3, expect.any(String)]);
      expect(await many()).toBe(before + 1);
      const again = await bulk().file(by(bank), [item('D-1'), item('D-1b')]);
      expect(again.items).toMatchObject([
        { outcome: 'filed_before', number: filed.items[0]?.number, filingId: filed.items[0]?.filingId },
        { outcome: 'filed' },
      ]);
      expect(await many()).toBe(before + 2);
    });

    it('no other registration under a reference, but under somebody else’s', async () => {
      await bulk().file(by(bank), [item('E-1')]);
      const other = item('E-1', { termMonths: 24 });
      expect(await outcomes(bulk().file(by(bank), [other]))).toEqual([
        ['E-1', 'refused', 'desk.reference_used'],
      ]);
      expect(await outcomes(bulk().file(by(rival), [other]))).toEqual([['E-1', 'filed', undefined]]);
    });

    it('each once when two calls come at the same moment', async () => {
      const before = await many();
      const items = Array.from({ length: 300 }, (_, index) => item(`F-${index}`));
      const both = await Promise.all([bulk().file(by(bank), items), bulk().file(by(bank), items)]);
      expect(await many()).toBe(before + 300);
      const words = both.map(({ items: [first] }) => first?.outcome).sort();
      expect(words).toEqual(['filed', 'filed_before']);
      const known = await query<{ id: string }>(
        db.reads,
        `select distinct p.organisation_id as id from registry.filing_party p join desk.reference r using (filing_id)
         where p.role = 'secured' and r.reference like 'F-%'`,
      );
      expect(known).toEqual([{ id: rival.organisationId }]);
    });
  });
});

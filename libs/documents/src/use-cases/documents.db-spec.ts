import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { AuditModule, auditSchema } from '#audit';
import { ManualClock, newId } from '#kernel';
import { type Actor, Db, NO_ONE, PlatformModule, platformSchema, query, WITHOUT_SIGN_IN } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { DocumentStore } from '../data/document.store';
import { DocumentsModule, documentsSchema } from '../index';
import { Documents } from './documents';

@Module({})
class StageModule {}

const actor = (): Actor => {
  const organisationId = newId(1);
  const scope = { organisations: [organisationId] };
  const { permissions, sessionId } = { permissions: new Set<string>(), sessionId: 's' };
  return { ...WITHOUT_SIGN_IN, userId: newId(1), organisationId, roles: [], permissions, scope, sessionId };
};

describe('documents', () => {
  const dir = mkdtempSync(join(tmpdir(), 'documents-'));
  const clock = new ManualClock(new Date('2026-01-20T02:00:00Z'));
  const [own, other] = [actor(), actor()];
  let database: TestDatabase;
  let app: INestApplicationContext;
  let documents: Documents;
  let db: Db;
  beforeAll(async () => {
    database = await createTestDatabase();
    const settings = { databaseUrl: database.appUrl, poolSize: 4, logLevel: 'silent', clock };
    const schemas = [platformSchema, auditSchema, documentsSchema];
    const imports = [
      PlatformModule.forProcess({ ...settings, schemas }),
      AuditModule,
      DocumentsModule.forProcess(dir),
    ];
    app = await NestFactory.createApplicationContext({ module: StageModule, imports }, { logger: false });
    documents = app.get(Documents);
    db = app.get(Db);
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
    rmSync(dir, { recursive: true });
  });

  const receive = async (by: Actor, name: string, content: string) => {
    const kept = await documents.keep(name, Buffer.from(content));
    const [id = ''] = await db.run((tx) => documents.record(tx, by, [kept]));
    return id;
  };

  it('come back as they were received, with a deed', async () => {
    const id = await receive(own, '../发票.xml', '<a/>');
    const { document, bytes } = await documents.content(own, id);
    expect(bytes.toString()).toBe('<a/>');
    expect(document).toMatchObject({
      ownerId: own.organisationId,
      uploaderId: own.userId,
      name: '发票.xml',
      mediaType: 'application/xml',
      sizeBytes: '4',
      receivedAt: clock.now(),
    });
    const deeds = await query(db.reads, 'select action from audit.deed where subject_id = $1', [id]);
    expect(deeds).toEqual([{ action: 'documents.document_stored' }]);
  });

  it('are another organisation’s secret', async () => {
    const id = await receive(own, 'a.xml', '<b/>');
    await expect(documents.content(other, id)).rejects.toMatchObject({
      code: 'documents.document_not_found',
      kind: 'not_found',
    });
    expect((await documents.page(other, { limit: 10 })).items).toEqual([]);
    const store = app.get(DocumentStore);
    expect(await store.page(db.reads, NO_ONE, { limit: 10 })).toEqual([]);
    expect(await store.byId(db.reads, NO_ONE, id)).toBeUndefined();
  });

  it('are listed page by page', async () => {
    for (const name of ['1.xml', '2.xml', '3.xml']) await receive(own, name, '<c/>');
    const first = await documents.page(own, { limit: 2 });
    expect(first.items).toHaveLength(2);
    const rest = await documents.page(own, { limit: 200, cursor: first.next ?? '' });
    const ids = [...first.items, ...rest.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual([...ids].sort().reverse());
  });

  it('cannot be changed or removed by the serving login', async () => {
    await expect(query(db.reads, `update documents.document set name = 'x'`)).rejects.toThrow('permission');
    await expect(query(db.reads, 'delete from documents.document')).rejects.toThrow('permission');
  });
});

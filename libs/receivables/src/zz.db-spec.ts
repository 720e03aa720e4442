import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Strategy } from 'passport-strategy';
import passport from 'passport';
import { createTestDatabase } from '../../../test/support/database';
import { AuditModule, auditSchema, THE_PLATFORM } from '#audit';
import { DocumentsModule, documentsSchema } from '#documents';
import { ManualClock, newId } from '#kernel';
import { OnboardOrganisation, partiesSchema } from '#parties';
import { appOptions, configureEdge, Db, describeApi, newAdapter, PlatformModule, platformSchema } from '#platform';
import { registrySchema } from '#registry';
import { ReceivablesModule, receivablesSchema } from './index';
import { csv } from './stage-for-test';
@Module({}) class Root {}
it('http', async () => {
  const database = await createTestDatabase();
  const clock = new ManualClock(new Date('2026-01-20T02:00:00Z'));
  const schemas = [platformSchema, auditSchema, partiesSchema, documentsSchema, registrySchema, receivablesSchema];
  const imports = [PlatformModule.forProcess({ databaseUrl: database.appUrl, poolSize: 4, logLevel: 'silent', clock, schemas }), AuditModule, DocumentsModule.forProcess('/tmp/rcv/vault'), ReceivablesModule];
  const app: any = await NestFactory.create({ module: Root, imports } as any, newAdapter() as any, { ...appOptions, logger: false });
  const actors: Record<string, any> = {};
  class S extends Strategy { name = 'session'; authenticate(r: any) { const a = actors[(r.headers.authorization ?? '').slice(7)]; if (a) (this as any).success(a); else (this as any).fail(401); } }
  passport.use(new S() as any);
  await configureEdge(app, '/nowhere');
  await app.init(); await app.getHttpAdapter().getInstance().ready();
  const api = describeApi(app);
  console.log(Object.entries(api.paths).flatMap(([p, m]) => Object.keys(m as object).map((v) => v + ' ' + p)).filter((x) => /upload|receiv|confirm|docum/.test(x)).join('\n'));
  const db = app.get(Db), on = app.get(OnboardOrganisation, { strict: false });
  const mk = async (n: string, v: string, c: any, ...p: string[]) => { const o = await db.run((tx: any) => on.onboard(tx, THE_PLATFORM, { legalName: n, capabilities: [c], identifiers: [{ scheme: 'VAT', value: v }] })); return { userId: newId(1), organisationId: o.id, roles: [], permissions: new Set(p), scope: { organisations: [o.id] }, sessionId: 's' }; };
  actors.s = await mk('Supplier GmbH', 'DE111111111', 'supplier', 'upload.create', 'receivable.read', 'receivable.complete', 'document.read');
  actors.m = await mk('Debtor GmbH', 'DE222222222', 'core_enterprise', 'confirmation.read', 'confirmation.propose', 'confirmation.check');
  const inject = (method: string, url: string, who: string, payload?: any, headers: any = {}) => app.inject({ method, url: '/api' + url, headers: { authorization: 'Bearer ' + who, ...headers }, payload });
  const body = (c: string) => `--edge\r\ncontent-disposition: form-data; name="files"; filename="a.csv"\r\n\r\n${c}\r\n--edge--\r\n`;
  const mp = { 'content-type': 'multipart/form-data; boundary=edge' };
  const up = await inject('POST', '/uploads', 's', body(csv({ number: 'X-1' }, { number: 'X-2', due_date: '' })), { ...mp, 'idempotency-key': 'k1' });
  console.log(up.statusCode, up.body.slice(0, 700));
  const again = await inject('POST', '/uploads', 's', body(csv({ number: 'X-1' }, { number: 'X-2', due_date: '' })), { ...mp, 'idempotency-key': 'k1' });
  expect(again.json()).toEqual(up.json());
  const id = up.json().outcomes[0].receivableId, id2 = up.json().outcomes[1].receivableId;
  for (const r of [
    await inject('POST', '/uploads', 's', '--edge--\r\n', mp),
    await inject('POST', '/uploads', 's', body('x').slice(0, -12), mp),
    await inject('POST', '/uploads', 's', { a: 1 }),
    await inject('POST', '/uploads', 'm', body('x'), mp),
    await inject('POST', '/uploads', 's', Buffer.concat([Buffer.from('--edge\r\ncontent-disposition: form-data; name="files"; filename="a.csv"\r\n\r\n'), Buffer.alloc(33 * 1024 * 1024, 65), Buffer.from('\r\n--edge--\r\n')]), mp),
    await inject('GET', '/uploads', 's'), await inject('GET', '/uploads/' + up.json().id + '?limit=1', 's'), await inject('GET', '/uploads/' + up.json().id + '?limit=1&after=1&outcome=refused', 's'),
    await inject('GET', '/uploads/template.csv?language=en', 's'),
    await inject('GET', '/receivables?limit=1&state=listed', 's'), await inject('GET', '/receivables/' + id, 's'),
    await inject('POST', `/receivables/${id2}/terms`, 's', {}), await inject('POST', `/receivables/${id2}/terms`, 's', { paymentTermsDays: 30 }),
    await inject('GET', '/confirmations', 'm'), await inject('GET', '/confirmations', 's'),
    await inject('POST', '/confirmations', 'm', { items: [{ receivableId: id, decision: 'dispute', confirmedAmount: { amount: '12.34', currency: 'EUR' }, reason: 'price' }] }),
    await inject('POST', '/confirmations', 'm', { items: [{ receivableId: id, decision: 'confirm' }, { receivableId: id2, decision: 'x' }] }),
    await inject('GET', '/documents', 's'), await inject('GET', `/documents/${up.json().outcomes[0].documentId}/content`, 's'), await inject('GET', `/documents/${up.json().outcomes[0].documentId}`, 's'),
  ]) console.log(r.raw.req.method, r.raw.req.url, r.statusCode, r.headers['content-type'], r.headers['content-disposition'] ?? '', r.body.slice(0, 420));
  const c = await inject('GET', '/confirmations?task=awaiting_check', 'm');
  const chk = await inject('POST', '/confirmations/checks', 'm', { items: [{ confirmationId: c.json().items[0].answer.confirmationId, decision: 'approve' }] });
  console.log(chk.statusCode, chk.body);
  await app.close(); await database.drop();
}, 60000);

// A debtor takes a payment slip that it can rely on: signed, with the notice it rests on, checked by a second process
// that has nothing but the public key.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { castOrganisation } from '../../apps/demonstration/cast';
import { ask, bid, setLimit } from '../../apps/demonstration/steps';
import { billFile, confirmedBill, uploaded } from './bills';
import { verifiedAccount } from './money';
import { expectRefused, post } from './refusal';
import type { Deal, Page } from './shown';
import { NOBODYS, TERMS } from './stock';
import { DAY, HOUR, startWorld, type World } from './world';

const main = resolve(__dirname, '../../dist/apps/cli/src/main.js');

interface Signed {
  readonly content: {
    readonly id: string;
    readonly issuedAt: string;
    readonly items: readonly {
      readonly receivableId: string;
      readonly payments: readonly { readonly account: { readonly accountNumber: string } | null }[];
    }[];
  };
  readonly receipts: readonly { readonly leaf: { readonly action: string; readonly subjectId: string } }[];
  readonly signature: string;
}

describe('a payment slip', () => {
  let world: World;
  let folder: string;
  let sold: string;
  let kept: string;
  let deal: Deal;
  let first: Signed;
  let slip: Signed;

  const issue = async (receivableIds: readonly string[], key?: string, login = 'huadong.maker') =>
    (await world.client(login)).post<Signed>('/payment-slips', { receivableIds }, key);
  const file = (name: string, content: unknown) => {
    const path = join(folder, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  const verify = (...words: string[]) => {
    const env = { PATH: process.env['PATH'] };
    const { status, stdout } = spawnSync(process.execPath, [main, 'slip', 'verify', ...words], {
      ...{ encoding: 'utf8', env },
    });
    return { status, stdout };
  };

  beforeAll(async () => {
    world = await startWorld();
    folder = mkdtempSync(join(tmpdir(), 'youquan-slip-'));
    const key = await fetch(`${world.app.url}/api/log/key`);
    file('key.txt', await key.text());
    await setLimit(await world.client('jiangnan.risk'), world.idOf('huadong'), {
      ...{ amount: '5000000', currency: 'CNY' },
    });
    await verifiedAccount(world, 'mingyuan', '622200010001');
    await verifiedAccount(world, 'jiangnan', '622200020001');
    sold = await confirmedBill(world, { number: 'MY-SOLD' });
    kept = await confirmedBill(world, { number: 'MY-KEPT' });
    first = await issue([sold]);
    const supplier = await world.client('mingyuan');
    const { id: request } = await ask(supplier, [sold], [world.idOf('jiangnan')]);
    const validUntil = world.later(5 * DAY);
    const { id: offer } = await bid(await world.client('jiangnan'), request, { ...TERMS, validUntil });
    world.clock.advance(HOUR);
    deal = await (await world.client('mingyuan')).post<Deal>(`/offers/${offer}/acceptance`, {});
    world.clock.advance(HOUR);
    await inTheLog(deal.notices[0]?.id ?? '');
  });
  afterAll(async () => {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const inTheLog = async (subjectId: string): Promise<{ opened: { details: { value: object } } }[]> => {
    const debtor = await world.as('huadong.maker');
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const answer = await debtor.call({ method: 'GET', path: `/receipts?subjectId=${subjectId}` });
      if (answer.status === 200)
        return (answer.json() as Page<{ opened: { details: { value: object } } }>).items.slice();
      await sleep(25);
    }
    throw new Error(`no receipt for ${subjectId}`);
  };

  it('names the supplier’s account before the notice and the financier’s after it', async () => {
    expect(first.content.items).toMatchObject([
      {
        receivableId: sold,
        payments: [{ creditorRole: 'supplier', account: { accountNumber: '622200010001' }, noticeId: null }],
      },
    ]);
    expect(first.receipts).toEqual([]);
    slip = await issue([kept, sold]);
    const notice = deal.notices[0];
    expect(slip.content).toMatchObject({
      issuedAt: world.clock.now().toISOString(),
      debtorName: castOrganisation('huadong').legalName,
      items: [
        { receivableId: kept, payments: [{ creditorRole: 'supplier', since: null }] },
        {
          receivableId: sold,
          payments: [
            {
              ...{ creditorRole: 'financier', creditorName: castOrganisation('jiangnan').legalName },
              account: { accountNumber: '622200020001' },
              ...{ noticeId: notice?.id, since: notice?.arrivedAt, registrationNumber: deal.filingNumber },
            },
          ],
        },
      ],
    });
    expect(slip.receipts.map(({ leaf }) => [leaf.action, leaf.subjectId])).toEqual([
      ['factoring.notice_arrived', notice?.id],
    ]);
  });

  it('is checked offline by a process that has only the public key', () => {
    const key = ['--key', join(folder, 'key.txt')];
    const [before, after] = [file('first.json', first), file('slip.json', slip)];
    const good = verify('--json', ...key, before, after);
    expect(good.status).toBe(0);
    const lines = good.stdout.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { file: before, valid: true, reason: null },
      {
        ...{ file: after, valid: true },
        slip: { slipId: slip.content.id, issuedAt: slip.content.issuedAt },
      },
    ]);
    const words = verify(...key, after).stdout;
    for (const fact of ['valid', '622200020001', deal.notices[0]?.arrivedAt ?? '', 'no notice of assignment'])
      expect(words).toContain(fact);
    const swapped = file('swapped.json', JSON.stringify(slip).replace('622200020001', '622200029999'));
    const older = file('older.json', { ...slip, signature: first.signature });
    expect(verify('--json', ...key, swapped, older, after)).toMatchObject({ status: 1 });
    expect(verify(...key, file('no.json', 'no'), join(folder, 'absent.json')).status).toBe(1);
    expect(verify('--key', join(folder, 'absent'), after).status).toBe(2);
    expect(verify().status).toBe(2);
  });

  it('is a deed in the log, once for one key, which knows the signature', async () => {
    const key = 'the-same-slip';
    const issued = await issue([sold], key);
    expect(await issue([sold], key)).toEqual(issued);
    const receipts = await inTheLog(issued.content.id);
    const signatureSha256 = createHash('sha256').update(issued.signature).digest('base64');
    expect(receipts.map(({ opened }) => opened.details.value)).toEqual([
      { receivableIds: [sold], noticeIds: [deal.notices[0]?.id], signatureSha256 },
    ]);
  });

  it('goes to the debtor’s people and to nobody else', async () => {
    const call = post('/payment-slips', { receivableIds: [sold] });
    for (const login of ['mingyuan', 'jiangnan', 'jiangnan.ops', 'operator', 'regulator'])
      await expectRefused(await world.as(login), call, 403, 'platform.permission_missing');
    await expectRefused(world.stranger, call, 401, 'platform.signed_out');
    const otherDebtor = await world.as('nanfang.maker');
    await expectRefused(otherDebtor, call, 404, 'settlement.slip_receivable_not_found');
    expect((await issue([kept], undefined, 'huadong.checker')).content.items).toHaveLength(1);
  });

  it('is refused for what is not owed, and without a key', async () => {
    const debtor = await world.as('huadong.maker');
    const [listed = ''] = await uploaded(world, 'mingyuan', [billFile({ number: 'MY-LISTED' })]);
    for (const id of [listed, NOBODYS]) {
      const call = post('/payment-slips', { receivableIds: [kept, id] });
      await expectRefused(debtor, call, 404, 'settlement.slip_receivable_not_found');
    }
    const noKey = post('/payment-slips', { receivableIds: [kept] }, { key: null });
    await expectRefused(debtor, noKey, 400, 'platform.key_missing');
    for (const body of [
      {},
      { receivableIds: [] },
      { receivableIds: ['x'] },
      { receivableIds: [kept], to: 'me' },
    ])
      await expectRefused(debtor, post('/payment-slips', body), 400, 'platform.input_invalid');
  });
});

// Who supplies need not be a company: a cooperative and a natural person are taken on, bring an invoice, have it confirmed, and
// are paid for it like anybody else. The number of the person's identity card is shown to nobody.
import { Db, query } from '#platform';
import { castOrganisation } from '../../apps/demonstration/cast';
import type { Client } from '../../apps/demonstration/client';
import { invite } from '../../apps/demonstration/people';
import { ask, bid, setLimit, upload } from '../../apps/demonstration/steps';
import { confirmed, csvFile } from './bills';
import type * as shown from './shown';
import { DAY, startWorld, type World } from './world';

interface SmallSupplier {
  readonly kind: 'cooperative' | 'natural_person';
  readonly login: string;
  readonly legalName: string;
  readonly scheme: 'USCC' | 'RESIDENT_ID';
  readonly value: string;
}
const COOPERATIVE: SmallSupplier = {
  ...{ kind: 'cooperative', login: 'hezuo', legalName: '苏州沃野蔬菜专业合作社' },
  ...{ scheme: 'USCC', value: '93320500MA1CP0014B' },
};
const PERSON: SmallSupplier = {
  ...{ kind: 'natural_person', login: 'geren', legalName: '沈木匠' },
  ...{ scheme: 'RESIDENT_ID', value: '320501198806150011' },
};

describe.each([COOPERATIVE, PERSON])('a supplier that is a $kind', (one) => {
  let world: World;
  let supplier: Client;
  let supplierId: string;
  let receivableId: string;
  let deal: shown.Deal;

  beforeAll(async () => {
    world = await startWorld();
    await setLimit(await world.client('jiangnan.risk'), world.idOf('huadong'), {
      ...{ amount: '900000.00', currency: 'CNY' },
    });
  });
  afterAll(() => world.close());

  it('is taken on under the identifier of its kind', async () => {
    const operator = await world.client('operator');
    const { kind, legalName, scheme, value, login } = one;
    const organisation = await operator.post<{ id: string; kind: string }>('/organisations', {
      ...{ kind, legalName, capabilities: ['supplier'], identifiers: [{ scheme, value }] },
    });
    expect(organisation.kind).toBe(kind);
    supplierId = organisation.id;
    await invite(operator, { login, name: legalName, at: login, roles: ['supplier'] }, supplierId);
    supplier = await world.client(login);
  });

  it('brings an invoice, which its buyer confirms', async () => {
    const buyer = castOrganisation('huadong');
    const row = [
      ...['XS-2026-01', '380', '2026-11-02', '2027-02-01', '合同约定付款', 'CNY', one.legalName, one.value],
      ...[buyer.legalName, buyer.uscc, '50000.00', '0.00', '50000.00', '50000.00'],
    ].join(',');
    const [outcome] = await upload(supplier, [csvFile('own.csv', [row])]);
    expect(outcome).toMatchObject({ outcome: 'accepted' });
    receivableId = outcome?.receivableId ?? '';
    await confirmed(world, [receivableId]);
  });

  it('asks for money and takes an offer', async () => {
    const request = await ask(supplier, [receivableId], [world.idOf('jiangnan')]);
    const offer = await bid(await world.client('jiangnan'), request.id, {
      ...{ advanceRate: '0.9', rateAnnual: '0.045', recourse: 'with', validUntil: world.later(DAY) },
    });
    deal = await supplier.post<shown.Deal>(`/offers/${offer.id}/acceptance`, {});
    expect(deal.netCash).toEqual({ amount: '45000.00', currency: 'CNY' });
    const registration = await supplier.get<shown.Registration>(`/registrations/${deal.filingId}`);
    expect(registration.grantors[0]?.legalName).toBe(one.legalName);
  });

  it('keeps the number of an identity card to itself', async () => {
    const financier = await world.as('jiangnan');
    const debtor = await world.as('huadong.maker');
    const seen = await Promise.all([
      financier.call({ method: 'GET', path: `/deals/${deal.id}` }),
      financier.call({ method: 'GET', path: `/registrations/${deal.filingId}` }),
      debtor.call({ method: 'GET', path: '/notices' }),
      (await world.as('operator')).call({ method: 'GET', path: `/organisations/${supplierId}` }),
    ]);
    expect(seen.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const shownToOthers = seen.some(({ text }) => text.includes(one.value));
    expect(shownToOthers).toBe(one.kind === 'cooperative');
    const { reads } = world.app.app.get(Db, { strict: false });
    const plain = await query(reads, 'select 1 from audit.deed where details::text like $1', [
      `%${one.value}%`,
    ]);
    expect(plain.length > 0).toBe(one.kind === 'cooperative');
  });
});

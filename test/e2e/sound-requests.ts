// One sound request for each route that takes a body, from which tests make wrong ones.
import { post } from './refusal';
import { NOBODYS, type Stock, TERMS } from './stock';
import { type Call, DAY, type World } from './world';

export interface ByWhom {
  /** Empty: nobody is signed in. */
  readonly login: string;
  readonly call: Call;
}

const CNY = (amount: string) => ({ amount, currency: 'CNY' });
const PARTY = { legalName: '甲公司', identifierScheme: 'LOCAL', identifier: '1' };

export const soundRequests = (world: World, ids: Stock): readonly ByWhom[] => [
  ...trade(world, ids),
  ...registers(world),
  ...administration(world),
];

function trade(world: World, ids: Stock): ByWhom[] {
  const { receivable: receivableId, request: requestId, confirmation: confirmationId } = ids;
  const [later, fees] = [world.later(DAY), [{ name: '手续费', amount: CNY('1') }]];
  const asked = { receivables: [{ receivableId, amount: CNY('5') }], financierIds: [world.idOf('jiangnan')] };
  const dispute = { decision: 'dispute', confirmedAmount: CNY('1'), reason: 'price', note: '单价有误' };
  const offer = { ...TERMS, requestId, dayCount: 'ACT/360', fees, surplusTo: 'supplier', validUntil: later };
  const limit = { debtorId: world.idOf('huadong'), limit: CNY('1'), expectedVersion: 1 };
  const check = { items: [{ confirmationId, decision: 'approve' }] };
  return [
    { login: 'mingyuan', call: post('/financing-requests', { ...asked, closesAt: later }) },
    { login: 'mingyuan', call: post(`/receivables/${ids.draft}/terms`, { dueDate: '2027-03-01' }) },
    { login: 'jiangnan', call: post('/offers', offer) },
    { login: 'huadong.maker', call: post('/confirmations', { items: [{ receivableId, ...dispute }] }) },
    { login: 'huadong.checker', call: post('/confirmations/checks', check) },
    { login: 'huitong.risk', call: post('/limits', limit) },
  ];
}

function registers(world: World): ByWhom[] {
  const item = { description: '设备', assetKey: 'k', invoiceNumber: '1', debtorName: '乙公司' };
  const filing = {
    ...{ category: 'other', grantors: [PARTY], securedParties: [PARTY], termMonths: 12 },
    ...{ collateral: [{ ...item, amount: CNY('1'), payable: CNY('2') }], maximumAmount: CNY('1') },
  };
  const search = { by: 'invoice', invoiceNumber: '1', debtorName: '乙公司', includeEnded: true };
  return [
    { login: 'jiangnan', call: post('/registrations', filing) },
    { login: 'lawyer', call: post('/searches', { ...search, at: world.later(-DAY) }) },
  ];
}

function administration(world: World): ByWhom[] {
  const organisation = {
    ...{ legalName: '丙公司', capabilities: ['supplier'] },
    identifiers: [{ scheme: 'LOCAL', value: '1' }],
  };
  const user = {
    ...{ login: 'wild', name: '丁', organisationId: world.idOf('lawyers'), roles: ['registry_user'] },
    password: 'a wild password',
  };
  const parameter = {
    name: 'factoring.min_tenor_days',
    value: '7',
    effectiveFrom: '2030-01-01',
    source: 'x',
  };
  const day = { date: '2030-01-01', kind: 'off', name: '元旦', source: 'x' };
  const passwords = { oldPassword: 'not it at all', newPassword: 'quite another one' };
  return [
    { login: 'operator', call: post('/organisations', organisation) },
    { login: 'operator', call: post(`/organisations/${NOBODYS}/status`, { status: 'active', reason: 'x' }) },
    { login: 'operator', call: post('/users', user) },
    { login: 'operator', call: post(`/users/${NOBODYS}/status`, { status: 'active', reason: 'x' }) },
    { login: 'operator', call: post('/parameters', parameter) },
    { login: 'operator', call: post('/calendar', day) },
    { login: 'lawyer', call: post('/auth/password', passwords) },
    { login: '', call: post('/auth/sign-in', { login: 'nobody', password: 'not it at all' }) },
  ];
}

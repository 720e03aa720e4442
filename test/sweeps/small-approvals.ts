// The part of the small world that waits for a second person: in each organisation one person has a deed marked, asks
// for it, and with a colleague unmarks it again; a bank goes on with its largest limits marked.
import type { Role } from '#identity';
import { invariant, money } from '#kernel';
import type { Client } from '../../apps/demonstration/client';
import { invite } from '../../apps/demonstration/people';
import type { World } from '../e2e/world';
import { accountBody } from './small-money';

export interface ApprovalThings {
  /** Asked by a colleague of the risk officer, who may decide. */
  readonly approval: string;
  /** Asked by the risk officer. */
  readonly ownApproval: string;
  readonly supplierApproval: string;
  readonly registryApproval: string;
  readonly operatorApproval: string;
}
interface Someone {
  readonly login: string;
  readonly organisationId: string;
  readonly person: { readonly client: Client };
}
type People = Readonly<Record<Role, Someone>>;

/** Far above whatever else the small world asks for. */
const THRESHOLD = money('900000000000.00', 'CNY');
const ASKED = money('900000000001.00', 'CNY');

export async function approvalsOf(world: World, people: People, side: 0 | 1): Promise<ApprovalThings> {
  const officer = people.risk_officer.person.client;
  const second = await colleagueOf(world, people.risk_officer, 'risk_officer', side);
  await officer.post('/approval-marks', { command: 'risk.set_limit', active: true, threshold: THRESHOLD });
  const wish = { debtorId: people.debtor_maker.organisationId, limit: ASKED, expectedVersion: 1 };
  const approval = await held(second, '/limits', wish);
  const ownApproval = await held(officer, '/limits', wish);
  const account = accountBody('某公司', { accountNumber: `62229999000${side}`, purposes: ['payout'] });
  const accounts = `/organisations/${people.supplier.organisationId}/accounts`;
  const filing = {
    ...{ category: 'other', grantors: [{ legalName: '甲' }], securedParties: [{ legalName: '乙' }] },
    ...{ collateral: [{ description: '一批货物，另附清单' }], termMonths: 12 },
  };
  const value = { value: '5', effectiveFrom: '2031-01-01', source: 'Draft' };
  const parameter = { name: 'factoring.request_open_days', ...value };
  const ask = (role: Role, command: string, path: string, body: object) =>
    askedOnce(world, people[role], role, side, { command, path, body });
  return {
    approval,
    ownApproval,
    supplierApproval: await ask('supplier', 'parties.propose_account', accounts, account),
    registryApproval: await ask('registry_user', 'registry.file_registration', '/registrations', filing),
    operatorApproval: await ask('operator', 'operations.set_parameter', '/parameters', parameter),
  };
}

async function colleagueOf(world: World, someone: Someone, role: Role, side: 0 | 1): Promise<Client> {
  const login = `${someone.login}.second.${side}`;
  const colleague = { login, name: '同事', at: '', roles: [role] };
  await invite(await world.client('operator'), colleague, someone.organisationId);
  return world.client(login);
}

async function held(client: Client, path: string, body: object): Promise<string> {
  const { approvalId } = await client.post<{ approvalId?: string }>(path, body);
  invariant(approvalId, `${path} waits for a second person`);
  return approvalId;
}

/** Marks a deed, asks for it, and unmarks it again, which takes two. */
async function askedOnce(
  world: World,
  someone: Someone,
  role: Role,
  side: 0 | 1,
  deed: { readonly command: string; readonly path: string; readonly body: object },
): Promise<string> {
  const { command, path, body } = deed;
  const { client } = someone.person;
  const second = await colleagueOf(world, someone, role, side);
  await client.post('/approval-marks', { command, active: true });
  const approval = await held(client, path, body);
  const unmarking = await held(client, '/approval-marks', { command, active: false });
  await second.post(`/approvals/${unmarking}/decision`, { decision: 'approve' });
  return approval;
}

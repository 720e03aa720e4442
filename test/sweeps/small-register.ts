// What one tenant of the small world has from the register: certificates of searches that its people made.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Role } from '#identity';
import { dateOf, invariant } from '#kernel';
import { type Client, Refusal } from '../../apps/demonstration/client';
import { NOW } from '../e2e/world';

export interface RegisterThings {
  readonly supplierCertificate: string;
  /** Of the debtor's maker. */
  readonly makerCertificate: string;
  readonly checkerCertificate: string;
  /** Of the financier's relationship officer; her colleagues see it. */
  readonly bankCertificate: string;
  readonly lawyerCertificate: string;
  /** Kept searches of organisations. */
  readonly supplierSaved: string;
  readonly debtorSaved: string;
  readonly bankSaved: string;
  /** What the registry user owes for a registration. */
  readonly lawyerFee: string;
  readonly lawyerSaved: string;
  /** Of the registration of the deal, entered by a colleague of the financier's operations; waits for its check. */
  readonly bankEntry: string;
  /** Of the registry user's own filing. */
  readonly lawyerEntry: string;
  /** Number of another filing of the registry user's, without a statutory registration. */
  readonly carriedNumber: string;
  /** Between filings of the registry user and of the financier against the supplier; waits for the financier's answer. */
  readonly subordination: string;
  /** Numbers of two more such filings, without an agreement. */
  readonly juniorNumber: string;
  readonly seniorNumber: string;
  /** Claims that were stated and not registered. */
  readonly lawyerStated: string;
  readonly bankStated: string;
  /** Of the registry user to the registration of the deal. */
  readonly objection: string;
  /** Of another filing of the registry user's, entered by the operator's second person; waits for its decision. */
  readonly revocation: string;
  /** Number of a filing that nobody has objected to. */
  readonly contestable: string;
  readonly contested: string;
  /** What befell registrations: that of the deal was objected to, one of the registry user's extended. */
  readonly bankEvent: string;
  readonly lawyerEvent: string;
}
interface Searcher {
  readonly role: Role;
  readonly person: { readonly client: Client };
  readonly search: string | null;
}
interface Filings {
  /** Of the financier's deal. */
  readonly registration: string;
  /** Of the registry user. */
  readonly filing: string;
  readonly colleague: Client;
  readonly supplierId: string;
  /** Of the operator. */
  readonly second: Client;
}
type CertificateName = Extract<keyof RegisterThings, `${string}Certificate`>;

/** Whose certificate each role comes by; registrar and regulator see all. */
const CERTIFICATE_OF: Readonly<Partial<Record<Role, CertificateName>>> = {
  debtor_maker: 'makerCertificate',
  debtor_checker: 'checkerCertificate',
  relationship_officer: 'bankCertificate',
  risk_officer: 'bankCertificate',
  operations: 'bankCertificate',
  registry_user: 'lawyerCertificate',
};
/** Whose kept search each role comes by. */
export const SAVED_OF: Readonly<Partial<Record<Role, 'debtorSaved' | 'bankSaved' | 'lawyerSaved'>>> = {
  debtor_maker: 'debtorSaved',
  debtor_checker: 'debtorSaved',
  relationship_officer: 'bankSaved',
  risk_officer: 'bankSaved',
  operations: 'bankSaved',
  registry_user: 'lawyerSaved',
};
export const certificateFor = (things: RegisterThings, role: Role): string =>
  things[CERTIFICATE_OF[role] ?? 'supplierCertificate'];

/** In which everything of the small world is charged. */
export const MONTH = dateOf(NOW).slice(0, 7);
const ENTRY = { number: 'ZD-2026-0001', registeredAt: NOW.toISOString() };

export async function registerOf(players: readonly Searcher[], filings: Filings): Promise<RegisterThings> {
  const lawyer = players.find(({ role }) => role === 'registry_user')?.person.client;
  invariant(lawyer, 'there is a registry user');
  const entered = async (client: Client, filing: string): Promise<string> =>
    (await client.post<{ id: string }>(`/registrations/${filing}/statutory-entries`, ENTRY)).id;
  const saved = async (wanted: Role): Promise<string> => {
    const client = players.find(({ role }) => role === wanted)?.person.client;
    const term = { watches: 'name', term: '某某公司' };
    return (await client?.post<{ id: string }>('/saved-searches', term))?.id ?? '';
  };
  const carried = await lawyer.post<{ number: string }>('/registrations', filingOf('冲床'));
  const certificate = async (wanted: Role): Promise<string> => {
    const player = players.find(({ role }) => role === wanted);
    return certified(player?.person.client, `/searches/${player?.search ?? ''}/certificate`);
  };
  const bank = players.find(({ role }) => role === 'relationship_officer')?.person.client;
  invariant(bank, 'there is a relationship officer');
  const stated = async (client: Client) =>
    (await client.post<{ id: string }>('/unregistered-claims', statedOn('invoice:stated'))).id;
  const [junior, senior] = [
    await filedAgainst(lawyer, filings.supplierId),
    await filedAgainst(bank, filings.supplierId),
  ];
  const [juniorNumber, seniorNumber] = [
    await filedAgainst(lawyer, filings.supplierId),
    await filedAgainst(bank, filings.supplierId),
  ];
  const proposal = { juniorNumber: junior, seniorNumber: senior, terms: '顺位协议第1号' };
  // The supplier is a person of the register, and somebody looks for them.
  const number = `P${filings.supplierId.slice(-8)}`;
  const named = { legalName: '共同的担保人', organisationId: filings.supplierId };
  const grantors = [{ ...named, identifierScheme: 'PERSON', identifier: number }];
  await lawyer.post('/registrations', { ...filingOf('钻床'), grantors });
  await lawyer.post('/person-searches', { number, purpose: '贷前调查' });
  for (const client of [lawyer, bank]) {
    const { id } = await client.post<{ id: string }>('/registrations', against(filings.supplierId));
    await client.post(`/registrations/${id}/duties`, discharged);
  }
  const doubted = await lawyer.post<{ number: string }>('/registrations', filingOf('刻字机'));
  const doubter = players.find(({ role }) => role === 'supplier')?.person.client;
  await doubter?.post('/objections', objectionTo(doubted.number));
  return {
    subordination: (await lawyer.post<{ id: string }>('/subordinations', proposal)).id,
    ...{ juniorNumber, seniorNumber, lawyerStated: await stated(lawyer), bankStated: await stated(bank) },
    supplierCertificate: await certificate('supplier'),
    makerCertificate: await certificate('debtor_maker'),
    checkerCertificate: await certificate('debtor_checker'),
    bankCertificate: await certificate('relationship_officer'),
    lawyerCertificate: await certificate('registry_user'),
    supplierSaved: await saved('supplier'),
    debtorSaved: await saved('debtor_maker'),
    bankSaved: await saved('relationship_officer'),
    lawyerFee: await feeOf(lawyer),
    lawyerSaved: await saved('registry_user'),
    bankEntry: await entered(filings.colleague, filings.registration),
    lawyerEntry: await entered(lawyer, filings.filing),
    carriedNumber: carried.number,
    ...(await contest(lawyer, filings)),
  };
}

async function feeOf(client: Client): Promise<string> {
  const { items } = await client.get<{ items: { chargeId: string }[] }>(`/fees?month=${MONTH}`);
  return items[0]?.chargeId ?? '';
}

async function contest(lawyer: Client, { registration, second }: Filings) {
  const { number } = await second.get<{ number: string }>(`/registrations/${registration}`);
  const objection = await lawyer.post<{ id: string }>('/objections', objectionTo(number));
  const struck = await lawyer.post<{ id: string }>('/registrations', filingOf('刨床'));
  const order = courtOrder('(2026)沪74执1号');
  const revocation = await second.post<{ id: string }>(`/registrations/${struck.id}/revocations`, order);
  const contested = await lawyer.post<{ id: string; number: string }>('/registrations', filingOf('磨床'));
  await lawyer.post(`/registrations/${contested.id}/extension`, { months: 1, reason: '续贷' });
  const checked = { ...filingOf('磨床'), grantors: [{ legalName: '磨床的共同主人' }] };
  const check = { ...checked, amends: contested.id };
  const { id: lintId } = await lawyer.post<{ id: string }>('/registrations/lint', check);
  const amendment = { ...amendmentOf('磨床', 2), grantors: checked.grantors, lintId };
  await lawyer.post(`/registrations/${contested.id}/amendments`, amendment);
  const eventOf = async (id: string): Promise<string> =>
    (await second.get<{ events: { id: string }[] }>(`/registrations/${id}/history`)).events[0]?.id ?? '';
  return {
    bankEvent: await eventOf(registration),
    lawyerEvent: await eventOf(contested.id),
    objection: objection.id,
    revocation: revocation.id,
    contested: contested.id,
    contestable: contested.number,
  };
}

export const objectionTo = (number: string) => ({
  ...{ number, objector: '异议人', reason: '该笔应收账款已转让他人' },
});
/** What obliges to cancel. */
export const discharged = { ground: 'debt_discharged', occurredOn: dateOf(NOW) };
export const courtOrder = (documentNumber: string) => ({
  court: '上海金融法院',
  documentNumber,
  documentSha256: 'a'.repeat(64),
  orderedOn: '2026-11-20',
});

/** As soon as what is certified has its place in the log. */
async function certified(client: Client | undefined, path: string): Promise<string> {
  for (let attempt = 0; client && attempt < 100; attempt++) {
    try {
      return (await client.post<{ id: string }>(path, {})).id;
    } catch (error) {
      if (!(error instanceof Refusal) || error.problem.code !== 'audit.not_sequenced_yet') throw error;
      await sleep(50);
    }
  }
  throw new Error(`no certificate at ${path}`);
}

/** The number of a filing that names the supplier as grantor. */
const against = (organisationId: string) => ({
  ...filingOf('磨床'),
  grantors: [{ legalName: '共同的担保人', organisationId }],
});
const filedAgainst = async (client: Client, organisationId: string): Promise<string> =>
  (await client.post<{ number: string }>('/registrations', against(organisationId))).number;

export const statedOn = (assetKey: string) => ({
  ...{ assetKey, kind: 'assignment', holder: '某保理公司' },
  ...{ concludedAt: '2026-10-01T00:00:00Z', evidence: '合同第7号' },
});

/** A filing by a registry user, on something that nobody else has. */
export const filingOf = (collateral: string) => ({
  category: 'equipment_mortgage',
  grantors: [{ legalName: `${collateral}的主人` }],
  securedParties: [{ legalName: `${collateral}的债权人` }],
  collateral: [{ description: `${collateral}，一台，编号另附清单` }],
  termMonths: 12,
});

/** The same registration, over another thing. */
export const amendmentOf = (collateral: string, version: number) => {
  const { grantors, securedParties, collateral: lines } = filingOf(collateral);
  return { grantors, securedParties, collateral: lines, version, reason: '换押' };
};

/** A table for the exchange with the statutory registry, filled in. */
export const tableOf = (number: string): string =>
  `registration_number,filed_at,grantor,statutory_number,statutory_time\n${number},,,ZD-2,${NOW.toISOString()}`;

// A world of two of everything: two tenants, each a supplier, its debtor, its financier and a registry user, with one
// of each kind of thing; they share nothing but the platform. Registrar, regulator and operator belong to neither.
import { setTimeout as sleep } from 'node:timers/promises';
import { type Role, ROLES } from '#identity';
import { addDays, dateOf, invariant, money, startOfDay } from '#kernel';
import { CARRIED_BUREAU } from '#receivables';
import {
  castOrganisation,
  DEMO_PASSWORD,
  inventedUscc,
  type CastOrganisation,
} from '../../apps/demonstration/cast';
import { ublInvoice } from '../../apps/demonstration/invoice-text';
import { invite, onboard } from '../../apps/demonstration/people';
import { ask, confirm, setLimit } from '../../apps/demonstration/steps';
import { Client, Refusal } from '../../apps/demonstration/client';
import { NOW, Person, startWorld, type World } from '../e2e/world';
import { type AnswerThings, answersOf, type DisputeThings, disputeOn } from './small-answers';
import { type DeskThings, deskOf } from './small-desk';
import { deliverFacts } from './deliver-facts';
import { approvalsOf, type ApprovalThings } from './small-approvals';
import { type MoneyThings, moneyOf } from './small-money';
import { watchOf, type WatchThings } from './small-watch';
import { mailOf, type MailThings } from './small-mail';
import { partiesOf, type PartyThings, programOf } from './small-parties';
import { filingOf, registerOf, type RegisterThings } from './small-register';

/** Who plays each role, in the one tenant and in the other. */
const PLAYERS: Readonly<Record<Role, readonly [string, string]>> = {
  supplier: ['mingyuan', 'haichuan'],
  debtor_maker: ['huadong.maker', 'nanfang.maker'],
  debtor_checker: ['huadong.checker', 'nanfang.checker'],
  relationship_officer: ['jiangnan', 'huitong'],
  risk_officer: ['jiangnan.risk', 'huitong.risk'],
  operations: ['jiangnan.ops', 'huitong.ops'],
  registry_user: ['lawyer', 'lawyer.two'],
  administrator: ['mingyuan.admin', 'haichuan.admin'],
  registrar: ['registrar', 'registrar'],
  regulator: ['regulator', 'regulator'],
  operator: ['operator', 'operator'],
};
const SECOND_LAWYERS: CastOrganisation = {
  key: 'lawyers.two',
  legalName: '正衡律师事务所',
  capabilities: ['registry_user'],
  uscc: inventedUscc('31110000', 'MAL5XH06'),
};
const SECOND_LAWYER = { login: 'lawyer.two', name: '郝律师', at: 'lawyers.two', roles: ['registry_user'] };
const DEBTORS = ['huadong', 'nanfang'] as const;
/** A payout takes two people of the financier's operations. */
const COLLEAGUES = ['jiangnan.ops.two', 'huitong.ops.two'] as const;

export interface Things
  extends
    MoneyThings,
    AnswerThings,
    DisputeThings,
    ApprovalThings,
    WatchThings,
    PartyThings,
    DeskThings,
    RegisterThings,
    MailThings {
  readonly upload: string;
  /** An upload that is planned and not applied. */
  readonly plan: string;
  readonly document: string;
  /** Assigned in the deal. */
  readonly receivable: string;
  /** Confirmed, and in the open request. */
  readonly offered: string;
  /** Listed; the debtor has not answered. */
  readonly unanswered: string;
  /** Without a due date. */
  readonly draft: string;
  /** Listed, and held because it resembles another. */
  readonly suspected: string;
  /** Proposed by the maker on a receivable of its own; awaits the check. */
  readonly confirmation: string;
  readonly request: string;
  readonly offer: string;
  readonly deal: string;
  readonly notice: string;
  /** Of the deal. */
  readonly registration: string;
  /** Filed by the registry user. */
  readonly filing: string;
  /** A program of the supplier's. */
  readonly client: string;
  readonly limit: string;
  /** Sent to the debtor about what it has not answered. */
  readonly demand: string;
}
export interface Player {
  readonly role: Role;
  readonly login: string;
  readonly person: Person;
  readonly userId: string;
  readonly organisationId: string;
  /** A search of their own, where their role may search. */
  readonly search: string | null;
  /** The session in which they act. */
  readonly session: string;
  /** A deed that they may have the receipt of. */
  readonly deed: string;
}
export interface Tenant {
  readonly players: Readonly<Record<Role, Player>>;
  readonly things: Things;
}
export interface SmallWorld {
  readonly world: World;
  readonly own: Tenant;
  readonly foreign: Tenant;
}

interface Me {
  readonly user: { readonly id: string };
  readonly organisation: { readonly id: string };
  readonly permissions: readonly string[];
}
interface Named {
  readonly id: string;
}
interface Uploaded extends Named {
  readonly outcomes: readonly { readonly receivableId: string | null }[];
}
interface DealMade extends Named {
  readonly filingId: string;
  readonly notices: readonly Named[];
}

export async function startSmallWorld(): Promise<SmallWorld> {
  const world = await startWorld({ taxBureau: CARRIED_BUREAU });
  const operator = await world.client('operator');
  await invite(operator, SECOND_LAWYER, await onboard(operator, SECOND_LAWYERS));
  const [own, foreign] = [await settle(world, 0), await settle(world, 1)];
  await deliverFacts(world);
  return { world, own, foreign };
}

async function settle(world: World, side: 0 | 1): Promise<Tenant> {
  const all = await Promise.all(ROLES.map((role) => playerOf(world, role, PLAYERS[role][side])));
  const players = Object.fromEntries(all.map((player) => [player.role, player])) as Record<Role, Player>;
  const made = await business(players, side);
  const { supplier, relationship_officer: financier } = players;
  const { funded, instructed, collected, ...things } = made;
  const money = await moneyOf({
    client: (role) => players[role].person.client,
    colleague: await world.client(COLLEAGUES[side]),
    operator: await world.client('operator'),
    ...{ side, collected, supplier: supplier.login, financier: financier.login },
    ...{ supplierId: supplier.organisationId, financierId: financier.organisationId },
    deals: { released: things.deal, instructed, funded },
  });
  const waiting = await approvalsOf(world, players, side);
  const desk = await deskOf(players.registry_user.person.client, financier.person.client, side);
  const parties = await partiesOf({
    stranger: world.stranger.client,
    operator: await world.client('operator'),
    client: (role) => players[role].person.client,
    ...{ supplierId: supplier.organisationId, side, players },
  });
  const register = await registerOf(all, {
    ...{ registration: things.registration, filing: things.filing, supplierId: supplier.organisationId },
    colleague: await world.client(COLLEAGUES[side]),
    second: await world.client('operator.two'),
  });
  return {
    players,
    things: {
      ...{ ...things, ...money, ...waiting, ...parties, ...desk, ...register },
      client: await programOf(players.administrator.person.client),
      ...(await mailOf(world, supplier)),
    },
  };
}

async function playerOf(world: World, role: Role, login: string): Promise<Player> {
  const person = await world.as(login);
  const { user, organisation, permissions } = await person.client.get<Me>('/auth/me');
  const terms = { by: 'name', name: `${login} looks` };
  const search = permissions.includes('search.create')
    ? (await person.client.post<Named>('/searches', terms)).id
    : null;
  const { items } = await person.client.get<{ items: (Named & { isThis: boolean })[] }>('/auth/sessions');
  const session = items.find(({ isThis }) => isThis)?.id ?? '';
  const deed = await receiptFor(person.client, search ?? session);
  return { role, login, person, userId: user.id, organisationId: organisation.id, search, session, deed };
}

/** The newest deed on a subject, as soon as it has its place in the log. */
async function receiptFor(client: Client, subjectId: string): Promise<string> {
  for (let attempt = 0; attempt < 100; attempt++) {
    try {
      return await firstOf(client.get(`/receipts?subjectId=${subjectId}`));
    } catch (error) {
      if (!(error instanceof Refusal) || error.problem.code !== 'audit.not_sequenced_yet') throw error;
      await sleep(50);
    }
  }
  throw new Error(`no deed on ${subjectId} got its place in the log`);
}

/** Someone with this token, whether or not it opens anything. */
export const bearer = ({ app: { url } }: World, token: string): Person =>
  new Person(url, new Client(url, token), token);

/** A session of its own, for whoever is about to end it. */
export async function signedInAfresh(world: World, login: string, password = DEMO_PASSWORD): Promise<Person> {
  const { token } = await world.stranger.client.post<{ token: string }>('/auth/sign-in', { login, password });
  return bearer(world, token);
}

/** One of everything for one tenant, made by its own people over HTTP. */
async function business(players: Readonly<Record<Role, Player>>, side: 0 | 1) {
  const client = (role: Role) => players[role].person.client;
  const supplier = client('supplier');
  const today = dateOf(NOW);
  const financierId = players.relationship_officer.organisationId;
  const debtorId = players.debtor_maker.organisationId;
  await setLimit(client('risk_officer'), debtorId, money('9000000.00', 'CNY'));

  const uploaded = await uploadInvoices(players, side);
  const suspected = await uploadTwins(players, side);
  const [receivable, offered, unanswered, proposed, draft, collected, checked] = uploaded.receivables;
  invariant(receivable && offered && unanswered && proposed && draft, 'five invoices are taken');
  const [, , , , , , , disputed, stands] = uploaded.receivables;
  invariant(collected && checked && disputed && stands, 'four more invoices are taken');
  await confirm(client('debtor_maker'), client('debtor_checker'), [
    ...[receivable, offered, collected, checked],
  ]);
  const answers = await client('debtor_maker').post<{ items: { confirmationId: string }[] }>(
    '/confirmations',
    {
      items: [{ receivableId: proposed, decision: 'confirm' }],
    },
  );

  const validUntil = startOfDay(addDays(today, 5)).toISOString();
  const fees = [{ name: '服务费', amount: money('10.00', 'CNY') }];
  const terms = { advanceRate: '0.9', rateAnnual: '0.05', recourse: 'with', validUntil, fees };
  const offerOn = async (receivableId: string) => {
    const request = await ask(supplier, [receivableId], [financierId]);
    const bid = { requestId: request.id, ...terms };
    const offer = await client('relationship_officer').post<Named>('/offers', bid);
    return { request: request.id, offer: offer.id };
  };
  const dealOn = async (receivableId: string) => {
    const { offer } = await offerOn(receivableId);
    return supplier.post<DealMade>(`/offers/${offer}/acceptance`, {});
  };
  const deal = await dealOn(receivable);
  const funded = (await dealOn(collected)).id;
  const instructed = (await dealOn(checked)).id;
  const machine = filingOf(`机床 ${side}`);
  const { id: lintId } = await client('registry_user').post<Named>('/registrations/lint', machine);
  const filing = await client('registry_user').post<Named>('/registrations', { ...machine, lintId });
  return {
    upload: uploaded.id,
    plan: await planUpload(players, side),
    document: await firstOf(supplier.get('/documents')),
    ...{ receivable, offered, unanswered, draft, suspected, collected, funded, instructed },
    ...(await watchOf({
      ...{ client, side, financierId, terms, supplier: players.supplier.login, debtor: DEBTORS[side] },
    })),
    confirmation: answers.items[0]?.confirmationId ?? '',
    ...(await answersOf(client('debtor_maker'), client('debtor_checker'), { disputed, stands, unanswered })),
    ...(await offerOn(offered)),
    deal: deal.id,
    ...(await disputeOn(deal.id, receivable, client('relationship_officer'), supplier)),
    notice: deal.notices[0]?.id ?? '',
    registration: deal.filingId,
    filing: filing.id,
    demand: (await supplier.post<Named>('/demands', { receivableId: unanswered })).id,
    limit: await firstOf(client('risk_officer').get('/limits')),
  };
}

/** Nine invoices of the supplier to its debtor; the fifth has no due date. */
async function uploadInvoices(players: Readonly<Record<Role, Player>>, side: 0 | 1) {
  const today = dateOf(NOW);
  const files = [90, 80, 70, 60, null, 50, 40, 35, 30].map((dueInDays, index) => {
    const number = `${side === 0 ? 'OWN' : 'FOREIGN'}-${index}`;
    const dueDate = dueInDays === null ? null : addDays(today, dueInDays);
    const text = ublInvoice({
      ...{ number, dueDate, issueDate: addDays(today, -10), item: '轴承', net: money('100000.00', 'CNY') },
      ...{ seller: castOrganisation(players.supplier.login), buyer: castOrganisation(DEBTORS[side]) },
    });
    return { name: `${number}.xml`, bytes: new TextEncoder().encode(text) };
  });
  const { client } = players.supplier.person;
  const { id, outcomes } = await client.upload<Uploaded>('/uploads', files);
  return { id, receivables: outcomes.map(({ receivableId }) => receivableId) };
}

/** A plan of one invoice that is sound and one that no buyer is known of. */
async function planUpload(players: Readonly<Record<Role, Player>>, side: 0 | 1): Promise<string> {
  const seller = castOrganisation(players.supplier.login);
  const buyer = castOrganisation(DEBTORS[side]);
  const [issued, due] = [addDays(dateOf(NOW), -30), addDays(dateOf(NOW), 60)];
  const columns = 'number,issue_date,due_date,currency,net_amount,gross_amount';
  const head = `${columns},seller_name,seller_id,buyer_name,buyer_id`;
  const party = [seller.legalName, seller.uscc, buyer.legalName];
  const row = (number: string, amount: string, buyerId: string) =>
    [number, issued, due, 'CNY', amount, amount, ...party, buyerId].join(',');
  const rows = [row(`PLAN-${side}`, '31415.92', buyer.uscc), row(`PLAN-X-${side}`, '27182.81', 'NOBODY-1')];
  const file = { name: 'plan.csv', bytes: new TextEncoder().encode([head, ...rows].join('\r\n')) };
  const { id } = await players.supplier.person.client.upload<Uploaded>('/uploads?mode=plan', [file]);
  return id;
}

/** Two invoices that resemble each other, a credit note on the first, and one on what never came; the second is held. */
async function uploadTwins(players: Readonly<Record<Role, Player>>, side: 0 | 1): Promise<string> {
  const seller = castOrganisation(players.supplier.login);
  const buyer = castOrganisation(DEBTORS[side]);
  const [issued, due] = [addDays(dateOf(NOW), -20), addDays(dateOf(NOW), 60)];
  const number = `TWIN-${side === 0 ? '2026001157' : '2026002268'}`;
  const row = (cells: readonly string[]) => [
    ...cells,
    seller.legalName,
    seller.uscc,
    buyer.legalName,
    buyer.uscc,
  ];
  const rows = [
    row([number, '380', '', issued, due, 'CNY', '45678.91', '45678.91']),
    row([number.replace('TWIN-', 'NO.'), '380', '', issued, due, 'CNY', '45678.91', '45678.91']),
    row([`${number}-C`, '381', number, issued, due, 'CNY', '78.91', '78.91']),
    row([`${number}-W`, '381', `${number}-NOWHERE`, issued, due, 'CNY', '12.34', '12.34']),
  ];
  const columns = 'number,type,preceding_invoice,issue_date,due_date,currency,net_amount,gross_amount';
  const head = `${columns},seller_name,seller_id,buyer_name,buyer_id`;
  const csv = [head, ...rows.map((cells) => cells.join(','))].join('\r\n');
  const file = { name: 'twins.csv', bytes: new TextEncoder().encode(csv) };
  const { outcomes } = await players.supplier.person.client.upload<Uploaded>('/uploads', [file]);
  const held = outcomes[1]?.receivableId;
  invariant(held, 'the second of two twins is taken in, and held');
  return held;
}

async function firstOf(page: Promise<{ items: Named[] }>): Promise<string> {
  const [first] = (await page).items;
  invariant(first, 'the list has an item');
  return first.id;
}

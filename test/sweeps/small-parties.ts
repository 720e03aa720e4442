// What parties knows beside organisations and accounts, for one tenant of the small world: an application that waits, a
// verified contact of the supplier, and an invitation that it sent.
import { generateKeyPairSync } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Role } from '#identity';
import { invariant } from '#kernel';
import { Invitations } from '#parties';
import { Db, query, type Reads } from '#platform';
import { DEMO_PASSWORD } from '../../apps/demonstration/cast';
import { invite } from '../../apps/demonstration/people';
import type { Client } from '../../apps/demonstration/client';
import type { World } from '../e2e/world';

export interface PartyThings {
  /** Submitted, and not checked. */
  readonly application: string;
  /** Of the supplier. */
  readonly contact: string;
  /** From the supplier to a buyer. */
  readonly invitation: string;
  /** Stated by the supplier, and not answered by the debtor. */
  readonly relation: string;
  /** By which others name the supplier. */
  readonly supplierNumber: string;
  /** Given to the supplier by its partner, and not answered. */
  readonly mandate: string;
  /** A number of the partner, another supplier. */
  readonly partnerNumber: string;
  /** Stated by the financier for itself, of supplier and debtor. */
  readonly group: string;
}
interface PartyScene {
  readonly stranger: Client;
  readonly operator: Client;
  readonly client: (role: Role) => Client;
  readonly supplierId: string;
  readonly side: 0 | 1;
}

export const contactBody = (name: string) => ({
  ...{ name, email: 'wang@example.cn', phone: '021-55550101', postalAddress: null },
  ...{ purpose: 'confirmation', source: 'call_back' },
});

export const factBody = {
  ...{ kind: 'sme_size', value: 'small', validFrom: '2026-01-01', source: 'register' },
};

export const nameBody = { legalName: '更名后的公司', changedOn: '2026-02-01', source: 'register' };

export const relationBody = (partner: string, side: 'supplier' | 'debtor', contractNumber: string) => ({
  ...{ partner, side, contractNumber, paymentTermDays: 60, noAssignmentClause: true },
  ...{ since: '2024-01-01', signedOn: '2024-01-01' },
});

export const mandateBody = (agent: string) => ({ agent, kinds: ['invoices'], validFrom: '2026-11-01' });

export const groupBody = (...numbers: string[]) => ({
  ...{ name: '某集团', reason: 'control', source: 'register', validFrom: '2026-01-01' },
  members: numbers.map((number) => ({ number })),
});

export const membershipBody = (member: string) => ({
  ...{ member, belongs: false, validFrom: '2026-02-01', source: 'register' },
});

/** A number by which others name the organisation of this person. */
async function numberOf(client: Client): Promise<string> {
  const { organisation } = await client.get<{ organisation: { id: string } }>('/auth/me');
  const { identifiers } = await client.get<{ identifiers: { value: string }[] }>(
    `/organisations/${organisation.id}`,
  );
  const [first] = identifiers;
  invariant(first, 'an organisation has a number');
  return first.value;
}

export const applicationBody = (value: string) => ({
  ...{ kind: 'enterprise', legalName: `申请入驻的${value}公司`, capabilities: ['supplier'], documents: [] },
  identifiers: [{ scheme: 'LOCAL', value }],
  contact: { name: '王芳', email: 'wang@example.cn', phone: '021-55550101', postalAddress: null },
});

export const partnerBody = { inviteeName: '某买方', email: 'buyer@example.cn', invitedAs: 'core_enterprise' };

/** Somebody of another supplier of the tenant's, whose mandate the first may have. */
async function partnerOf({ stranger, operator, side }: PartyScene): Promise<Client> {
  const login = `partner.${side}`;
  const { id } = await operator.post<{ id: string }>('/organisations', {
    ...{ legalName: `伙伴供应${side}有限公司`, capabilities: ['supplier'] },
    identifiers: [{ scheme: 'LOCAL', value: `PARTNER-${side}` }],
  });
  await invite(operator, { login, name: '伙伴', at: login, roles: ['supplier'] }, id);
  return stranger.signIn(login, DEMO_PASSWORD);
}

export async function partiesOf(scene: PartyScene): Promise<PartyThings> {
  const { stranger, operator, client, supplierId, side } = scene;
  const [supplier, debtor] = [client('supplier'), client('debtor_maker')];
  const partner = await partnerOf(scene);
  const made = (client: Client, path: string, body: object) => client.post<{ id: string }>(path, body);
  const application = await made(stranger, '/applications', applicationBody(`APPLY-${side}`));
  const contact = await made(operator, `/organisations/${supplierId}/contacts`, contactBody('王芳'));
  await made(operator, `/organisations/${supplierId}/facts`, factBody);
  const invitation = await made(supplier, '/invitations', partnerBody);
  const supplierNumber = await numberOf(supplier);
  const agreed = await made(debtor, '/trading-relations', relationBody(supplierNumber, 'debtor', 'HT-1'));
  await made(supplier, `/trading-relations/${agreed.id}/decision`, { decision: 'confirmed' });
  const relation = await made(
    supplier,
    '/trading-relations',
    relationBody(await numberOf(debtor), 'supplier', 'HT-2'),
  );
  const mandate = await made(partner, '/mandates', mandateBody(supplierNumber));
  const both = groupBody(supplierNumber, await numberOf(debtor));
  const group = await made(client('risk_officer'), '/connected-groups', both);
  await made(operator, '/connected-groups', groupBody(await numberOf(partner), await numberOf(operator)));
  await made(debtor, '/invitations', { ...partnerBody, invitedAs: 'supplier' });
  invariant(application.id && contact.id && invitation.id, 'each was made');
  return {
    ...{ application: application.id, contact: contact.id, invitation: invitation.id },
    ...{ relation: relation.id, supplierNumber, mandate: mandate.id },
    ...{ group: group.id, partnerNumber: await numberOf(partner) },
  };
}

/** The secret of the link that an accepted application sends; made here again, as the mail would. */
export async function firstUserLink(
  { world }: { readonly world: World },
  value = 'FIRST-1',
): Promise<string> {
  const operator = await world.client('operator');
  const { id } = await world.stranger.client.post<{ id: string }>('/applications', applicationBody(value));
  for (const kind of ['register', 'document'])
    await operator.post(`/applications/${id}/checks`, { kind, outcome: 'passed', note: 'looked at' });
  const { organisationId } = await operator.post<{ organisationId: string }>(`/applications/${id}/decision`, {
    decision: 'accepted',
  });
  return linkOf(world, organisationId);
}

/** The newest open invitation of an organisation, once its mail is written: each mail has a secret of its own. */
async function mailed(reads: Reads, organisationId: string): Promise<{ readonly id: string } | undefined> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const [row] = await query<{ id: string; written: boolean }>(
      reads,
      `select id, token_hash is not null as written from parties.invitation
       where organisation_id = $1 and state = 'open' order by id desc limit 1`,
      [organisationId],
    );
    if (row?.written) return row;
    await sleep(50);
  }
  return undefined;
}

/** The newest open invitation of an organisation, with a new secret. */
export async function linkOf({ app: { app } }: World, organisationId: string): Promise<string> {
  const row = await mailed(app.get(Db, { strict: false }).reads, organisationId);
  const secret = await app.get(Invitations, { strict: false }).secretOf(row?.id ?? '');
  invariant(secret, 'there is an open invitation');
  return secret.token;
}

/** A program of theirs, with a key. */
export async function programOf(administrator: Client): Promise<string> {
  const { id } = await administrator.post<{ readonly id: string }>('/clients', {
    name: 'ERP',
    permissions: ['receivable.read'],
  });
  const jwk = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
  await administrator.post(`/clients/${id}/keys`, { jwk });
  return id;
}

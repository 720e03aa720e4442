// Brings the cast onto a running platform over HTTP: organisations, people, and their sign-ins.
// Every step carries a fixed idempotency key, so that a start which was cut off is finished by the next one.
import {
  type CastOrganisation,
  type CastPerson,
  DEMO_PASSWORD,
  OPERATOR,
  organisations,
  people,
} from './cast';
import { Client } from './client';

export interface Settled {
  readonly anyone: Client;
  readonly operator: Client;
  /** Organisation ids by key. */
  readonly ids: ReadonlyMap<string, string>;
}

export async function onboard(operator: Client, organisation: CastOrganisation): Promise<string> {
  const { key, legalName, capabilities, uscc } = organisation;
  const body = { legalName, capabilities, identifiers: [{ scheme: 'USCC', value: uscc }] };
  const { id } = await operator.post<{ id: string }>(
    '/organisations',
    body,
    `demonstration:organisation:${key}`,
  );
  return id;
}

export async function invite(operator: Client, person: CastPerson, organisationId: string): Promise<void> {
  const { login, name, roles } = person;
  const body = { login, name, organisationId, roles, password: DEMO_PASSWORD };
  await operator.post('/users', body, `demonstration:person:${login}`);
}

export async function settleCast(url: string, operatorLogin: string): Promise<Settled> {
  const anyone = new Client(url);
  const operator = await anyone.signIn(operatorLogin, DEMO_PASSWORD);
  const { organisation } = await operator.get<{ organisation: { id: string } }>('/auth/me');
  const ids = new Map([[OPERATOR.key, organisation.id]]);
  for (const organisation of organisations) ids.set(organisation.key, await onboard(operator, organisation));
  for (const person of people) await invite(operator, person, ids.get(person.at) ?? '');
  return { anyone, operator, ids };
}

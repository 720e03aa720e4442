// Two risk officers of one bank, and what tests of approvals ask of them.
import type { Money } from '#kernel';
import { DEMO_PASSWORD } from '../../apps/demonstration/cast';
import type { Answer, Person, World } from './world';

export const FIRST = 'jiangnan.risk';
export const SECOND = 'jiangnan.risk.two';
export const SET_LIMIT = 'risk.set_limit';
export const cny = (amount: string): Money => ({ amount, currency: 'CNY' });

export interface Approval {
  readonly id: string;
  readonly command: string;
  readonly state: string;
  readonly actions: readonly string[];
  readonly decidedByName: string | null;
  readonly reason: string | null;
  readonly preview: { readonly limit: Money };
}
export interface Limit {
  readonly limit: Money;
  readonly version: number;
}

/** The second officer comes on board. */
export async function secondOfficer(world: World, login = SECOND, roles = ['risk_officer']): Promise<string> {
  const operator = await world.client('operator');
  const body = {
    login,
    name: '周复核',
    organisationId: world.idOf('jiangnan'),
    roles,
    password: DEMO_PASSWORD,
  };
  return (await operator.post<{ id: string }>('/users', body)).id;
}

export const mark = (person: Person, active: boolean, threshold?: Money): Promise<Answer> =>
  person.call({
    ...{ method: 'POST', path: '/approval-marks' },
    body: { command: SET_LIMIT, active, ...(threshold && { threshold }) },
  });

export const askForLimit = (
  person: Person,
  debtorId: string,
  limit: Money,
  more: { readonly expectedVersion?: number; readonly key?: string } = {},
): Promise<Answer> =>
  person.call({
    ...{ method: 'POST', path: '/limits', ...(more.key && { key: more.key }) },
    body: { debtorId, limit, ...(more.expectedVersion && { expectedVersion: more.expectedVersion }) },
  });

export const heldId = (answer: Answer): string => (answer.json() as { approvalId: string }).approvalId;

export const decide = (person: Person, id: string, decision: string, reason?: string): Promise<Answer> =>
  person.call({
    ...{ method: 'POST', path: `/approvals/${id}/decision` },
    body: { decision, ...(reason && { reason }) },
  });

export async function limitsOf(world: World): Promise<readonly Limit[]> {
  return (await (await world.client(FIRST)).get<{ items: Limit[] }>('/limits')).items;
}

// The money that the tests move: verified accounts of the cast, payouts by two people, and what banks state of them.
import { addMoney, dateOf, money, type Money } from '#kernel';
import { writeCamt053, type WrittenEntry } from '#settlement';
import { castOrganisation } from '../../apps/demonstration/cast';
import type { UploadFile } from '../../apps/demonstration/client';
import { invite } from '../../apps/demonstration/people';
import type { World } from './world';

interface Named {
  readonly id: string;
}

export const accountOf = (organisation: string, accountNumber: string, change: object = {}) => ({
  holderName: castOrganisation(organisation).legalName,
  ...{ accountNumber, bankName: '工商银行', bankCode: '102100099996', currency: 'CNY' },
  purposes: ['payout', 'collection'],
  ...change,
});

/** Proposed by the organisation's own people, not verified yet. Its id. */
export async function proposedAccount(
  world: World,
  organisation: 'mingyuan' | 'haichuan' | 'jiangnan' | 'huitong',
  accountNumber: string,
): Promise<string> {
  const own = await world.client(organisation);
  const path = `/organisations/${world.idOf(organisation)}/accounts`;
  return (await own.post<Named>(path, accountOf(organisation, accountNumber))).id;
}

/** For payouts and for collection. */
export async function verifiedAccount(
  world: World,
  organisation: 'mingyuan' | 'haichuan' | 'jiangnan' | 'huitong',
  accountNumber: string,
): Promise<void> {
  const id = await proposedAccount(world, organisation, accountNumber);
  await (await world.client('operator')).post(`/accounts/${id}/verification`, { decision: 'verified' });
}

/** Of the financier jiangnan and of its second person, without whom nothing is paid out. */
export const OPERATIONS = 'jiangnan.ops';
export const COLLEAGUE = 'jiangnan.ops.two';

export async function secondPerson(world: World): Promise<void> {
  const person = { login: COLLEAGUE, name: '蒋运营经理', at: 'jiangnan', roles: ['operations'] };
  await invite(await world.client('operator'), person, world.idOf('jiangnan'));
}

export interface Payout {
  readonly id: string;
  readonly amount: Money;
  readonly endToEndId: string;
  readonly state: string;
}
export const instructed = async (world: World, dealId: string, kind = 'advance'): Promise<Payout> =>
  (await world.client(OPERATIONS)).post<Payout>('/payouts', { dealId, kind });

/** Instructed by one person, released by the other. */
export async function released(world: World, dealId: string, kind = 'advance'): Promise<Payout> {
  const payout = await instructed(world, dealId, kind);
  return (await world.client(COLLEAGUE)).post<Payout>(`/payouts/${payout.id}/check`, { decision: 'release' });
}

/** A movement as the bank books it; the amount is signed. */
export interface Movement {
  readonly amount: string;
  readonly endToEndId?: string;
  readonly text?: string;
  readonly from?: string;
  readonly returnReason?: string;
  /** The bank's own; told again, it is the same movement. */
  readonly reference?: string;
}
export interface Imported {
  readonly repeated: boolean;
  readonly statements: readonly {
    readonly status: string;
    readonly added: number;
    readonly reasons: readonly { readonly rule: string }[];
  }[];
  readonly payoutIds: readonly string[];
  readonly paymentIds: readonly string[];
  readonly unexplained: number;
}

/** An account at a bank that states each day what moved, with balances that follow on. */
export class StatedAccount {
  private balance: Money = { amount: '9000000.00', currency: 'CNY' };
  private serial = 0;

  constructor(
    private readonly world: World,
    private readonly number: string,
  ) {}

  /** The statement of today as the platform reads its clock. */
  statement(...movements: readonly Movement[]): UploadFile {
    const now = this.world.clock.now();
    const day = dateOf(now);
    const entries = movements.map((movement): WrittenEntry => {
      this.serial += 1;
      return {
        ...{ amount: money(movement.amount, 'CNY'), bookingDate: day, valueDate: day },
        servicerReference: movement.reference ?? `BANK-${this.serial}`,
        endToEndId: movement.endToEndId ?? null,
        counterpartyName: movement.from ?? null,
        counterpartyAccount: null,
        text: movement.text ?? null,
        returnReason: movement.returnReason ?? null,
      };
    });
    const openingBalance = this.balance;
    for (const { amount } of entries) this.balance = addMoney(this.balance, amount);
    const content = writeCamt053({
      ...{ messageId: `DAY-${this.number}-${this.serial}`, createdAt: now, account: this.number },
      ...{ ownerName: castOrganisation('jiangnan').legalName, currency: 'CNY', from: day, to: day },
      ...{ openingBalance, entries },
    });
    return { name: 'statement.xml', bytes: new TextEncoder().encode(content) };
  }

  /** What moved is uploaded by the financier's operations. */
  async tells(...movements: readonly Movement[]): Promise<Imported> {
    return imported(this.world, this.statement(...movements));
  }
}

export const imported = async (world: World, file: UploadFile, by = OPERATIONS): Promise<Imported> =>
  (await world.client(by)).upload<Imported>('/statements', [file]);

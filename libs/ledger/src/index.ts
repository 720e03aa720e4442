// The front door of ledger.
import type { LibrarySchema } from '#platform';
import { Ledger1763779200000 } from '../migrations/202611220240-ledger';
import { LedgerHolds1763785200000 } from '../migrations/202611220340-holds-and-reversals';
import { AccountBalanceEntity, AccountEntity } from './data/account.entity';
import { HoldEndEntity, HoldEntity } from './data/hold.entity';
import { PostingEntity, TransferEntity } from './data/posting.entity';

export type { AccountKey, Balance } from './domain/account';
export { CHART, type ChartLine, type Purpose, PURPOSES, type Side } from './domain/chart';
export { errors as ledgerErrors } from './domain/errors';
export type { Finding } from './domain/finding';
export type { Hold, HoldDraft, HoldState } from './domain/hold';
export type { PostingDraft, TransferDraft } from './domain/posting';
export { LedgerModule } from './ledger.module';
export { type HoldPosting, Holds } from './use-cases/holds';
export { type AsOf, type JournalLine, Ledger } from './use-cases/ledger';

export const ledgerSchema: LibrarySchema = {
  name: 'ledger',
  entities: [AccountEntity, AccountBalanceEntity, PostingEntity, TransferEntity, HoldEntity, HoldEndEntity],
  migrations: [Ledger1763779200000, LedgerHolds1763785200000],
  books: ['posting', 'transfer', 'hold', 'hold_end'],
};

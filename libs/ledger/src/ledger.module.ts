// The book of money, available to every library that imports this module.
import { Module } from '@nestjs/common';
import { HoldStore } from './data/hold.store';
import { LedgerStore } from './data/ledger.store';
import { Booking } from './use-cases/booking';
import { Holds } from './use-cases/holds';
import { Ledger } from './use-cases/ledger';

@Module({ providers: [LedgerStore, HoldStore, Booking, Ledger, Holds], exports: [Ledger, Holds] })
export class LedgerModule {}

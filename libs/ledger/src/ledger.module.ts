// The book of money, available to every library that imports this module.
import { Module } from '@nestjs/common';
import { LedgerStore } from './data/ledger.store';
import { Ledger } from './use-cases/ledger';

@Module({ providers: [LedgerStore, Ledger], exports: [Ledger] })
export class LedgerModule {}

// The libraries a deal stands on: who the parties are, what is owed, who holds title, who may owe how much, and money.
import { Injectable } from '@nestjs/common';
import { Ledger } from '#ledger';
import { Organisations } from '#parties';
import { Receivables } from '#receivables';
import { ClaimNotices, Filings } from '#registry';
import { Limits } from '#risk';

@Injectable()
export class DealGround {
  constructor(
    readonly organisations: Organisations,
    readonly receivables: Receivables,
    readonly filings: Filings,
    readonly claimNotices: ClaimNotices,
    readonly limits: Limits,
    readonly ledger: Ledger,
  ) {}
}

// Imports a file and applies at once what it tells, so that the caller finds payouts and debts as they are now.
import { Injectable } from '@nestjs/common';
import type { Command } from '#platform';
import { ApplyMovements } from './apply-movements';
import { ImportStatement, type StatementImported } from './collection/import-statement';

@Injectable()
export class ReceiveStatement {
  constructor(
    private readonly importing: ImportStatement,
    private readonly applying: ApplyMovements,
  ) {}

  async execute(command: Command, name: string, bytes: Uint8Array): Promise<StatementImported> {
    const imported = await this.importing.execute(command, name, bytes);
    const { payoutIds, paymentIds } = imported;
    await this.applying.execute({ financierId: command.actor.organisationId, payoutIds, paymentIds });
    return imported;
  }
}

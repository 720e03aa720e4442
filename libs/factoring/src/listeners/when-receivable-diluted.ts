// A credit note reached a receivable that deals have claimed: they are held up or warned.
import { Injectable } from '@nestjs/common';
import { On, type Payload } from '#platform';
import { receivableDiluted } from '#receivables';
import { TellDilution } from '../use-cases/watch/tell-dilution';

@Injectable()
export class WhenReceivableDiluted {
  constructor(private readonly telling: TellDilution) {}

  @On(receivableDiluted)
  async handle(dilution: Payload<typeof receivableDiluted.fields>): Promise<void> {
    await this.telling.execute(dilution);
  }
}

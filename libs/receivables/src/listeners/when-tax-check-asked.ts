// A question for the tax bureau is put to it.
import { Injectable } from '@nestjs/common';
import { On, type Payload } from '#platform';
import { taxCheckAsked } from '../receivables.events';
import { ConsultTaxBureau } from '../use-cases/tax/consult-tax-bureau';

@Injectable()
export class WhenTaxCheckAsked {
  constructor(private readonly consulting: ConsultTaxBureau) {}

  @On(taxCheckAsked)
  async handle({ checkId }: Payload<typeof taxCheckAsked.fields>): Promise<void> {
    await this.consulting.execute(checkId);
  }
}

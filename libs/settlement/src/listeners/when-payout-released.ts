// A released payout goes to the bank. When the bank is away the event comes again, later each time.
import { Injectable } from '@nestjs/common';
import { On, type Payload } from '#platform';
import { payoutReleased } from '../settlement.events';
import { SubmitPayout } from '../use-cases/bank/submit-payout';

@Injectable()
export class WhenPayoutReleased {
  constructor(private readonly submitting: SubmitPayout) {}

  @On(payoutReleased)
  async handle({ payoutId }: Payload<typeof payoutReleased.fields>): Promise<void> {
    await this.submitting.execute(payoutId);
  }
}

// A one-cent test was asked for: the operator's bank is told to send it.
import { Injectable } from '@nestjs/common';
import { On, type Payload } from '#platform';
import { accountTestAsked } from '../parties.events';
import { SendTestPayment } from '../use-cases/accounts/send-test-payment';

@Injectable()
export class WhenAccountTestAsked {
  constructor(private readonly sending: SendTestPayment) {}

  @On(accountTestAsked)
  async handle({ testId }: Payload<typeof accountTestAsked.fields>): Promise<void> {
    await this.sending.execute(testId);
  }
}

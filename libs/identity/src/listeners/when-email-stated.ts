// Sends the link that verifies an address.
import { Injectable } from '@nestjs/common';
import { On, type Payload } from '#platform';
import { emailStated } from '../identity.events';
import { AccountPost } from '../use-cases/recovery/account-post';

@Injectable()
export class WhenEmailStated {
  constructor(private readonly post: AccountPost) {}

  @On(emailStated)
  async handle(fact: Payload<(typeof emailStated)['fields']>): Promise<void> {
    await this.post.verification(fact);
  }
}

// Tells the person that their password was set anew.
import { Injectable } from '@nestjs/common';
import { On, type Payload } from '#platform';
import { passwordReset } from '../identity.events';
import { AccountPost } from '../use-cases/recovery/account-post';

@Injectable()
export class WhenPasswordReset {
  constructor(private readonly post: AccountPost) {}

  @On(passwordReset)
  async handle(fact: Payload<(typeof passwordReset)['fields']>): Promise<void> {
    await this.post.told(fact.userId);
  }
}

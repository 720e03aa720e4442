// Sends the link to a new password, if there is somebody to send it to.
import { Injectable } from '@nestjs/common';
import { On, type Payload } from '#platform';
import { resetAsked } from '../identity.events';
import { AccountPost } from '../use-cases/recovery/account-post';

@Injectable()
export class WhenResetAsked {
  constructor(private readonly post: AccountPost) {}

  @On(resetAsked)
  async handle(fact: Payload<(typeof resetAsked)['fields']>): Promise<void> {
    await this.post.reset(fact);
  }
}

// Sends what was written.
import { Injectable } from '@nestjs/common';
import { On, type Payload } from '#platform';
import { mailWritten } from '../inbox.events';
import { MailPost } from '../use-cases/mail/mail-post';

@Injectable()
export class WhenMailWritten {
  constructor(private readonly post: MailPost) {}

  @On(mailWritten)
  async handle({ mailId }: Payload<typeof mailWritten.fields>): Promise<void> {
    await this.post.send(mailId);
  }
}

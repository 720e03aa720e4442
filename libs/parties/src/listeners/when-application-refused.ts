// Tells an applicant that they were refused, and why.
import { Inject, Injectable, Optional } from '@nestjs/common';
import { Db, EVERYONE, On, type Payload } from '#platform';
import { ApplicationStore } from '../data/joining/application.store';
import { JOINING_MAIL, type JoiningMail } from '../domain/joining/invitation';
import { applicationRefused } from '../parties.events';

@Injectable()
export class WhenApplicationRefused {
  constructor(
    private readonly db: Db,
    private readonly applications: ApplicationStore,
    @Optional() @Inject(JOINING_MAIL) private readonly mail: JoiningMail | null,
  ) {}

  @On(applicationRefused)
  async handle({ applicationId }: Payload<(typeof applicationRefused)['fields']>): Promise<void> {
    const found = await this.applications.byId(this.db.reads, EVERYONE, applicationId);
    if (!found || !this.mail) return;
    const { contact, legalName, reason } = found;
    const text = [
      `${legalName}的入驻申请未获同意。`,
      `The application of ${legalName} was refused.`,
      '',
      reason ?? '',
    ];
    await this.mail.send({ to: contact.email, subject: `右券 Youquan: ${legalName}`, text: text.join('\n') });
  }
}

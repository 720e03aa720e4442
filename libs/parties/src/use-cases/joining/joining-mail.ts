// Joining writes by the mailer of the process; the process says where the links in the mails lead.
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Mailer } from '#platform';
import { JOINING_MAIL, type JoiningMail } from '../../domain/joining/invitation';

@Global()
@Module({})
export class JoiningMailModule {
  static forProcess(siteUrl: string): DynamicModule {
    const make = (mailer: Mailer): JoiningMail => ({ siteUrl, send: (mail) => mailer.send(mail) });
    return {
      module: JoiningMailModule,
      providers: [{ provide: JOINING_MAIL, useFactory: make, inject: [Mailer] }],
      exports: [JOINING_MAIL],
    };
  }
}

// The mailer, once per process: a module of its own, because only the process knows the mail server.
import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { Clock } from '#kernel';
import { CLOCK } from '../platform.module';
import { Mailer, type MailSettings } from './mailer';

@Global()
@Module({})
export class MailModule {
  static forProcess(settings: MailSettings): DynamicModule {
    const make = (clock: Clock) => new Mailer(settings, clock);
    return {
      module: MailModule,
      providers: [{ provide: Mailer, useFactory: make, inject: [CLOCK] }],
      exports: [Mailer],
    };
  }
}

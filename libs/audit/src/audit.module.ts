// The book of deeds, available to every library above.
import { Global, Module } from '@nestjs/common';
import { DeedStore } from './data/deed.store';
import { DeedsController } from './http/deeds.controller';
import { AuditLog } from './use-cases/audit-log';

@Global()
@Module({ controllers: [DeedsController], providers: [DeedStore, AuditLog], exports: [AuditLog] })
export class AuditModule {}

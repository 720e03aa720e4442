// The book of deeds and its log, available to every library above. The process says where its key is.
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { CosignatureStore } from './data/cosignature.store';
import { DeedStore } from './data/deed.store';
import { LogStore } from './data/log.store';
import { LogVerifyStore } from './data/log-verify.store';
import { DeedsController } from './http/deeds.controller';
import { LogController } from './http/log.controller';
import { ReceiptsController } from './http/receipts.controller';
import { TilesController } from './http/tiles.controller';
import { AuditLog } from './use-cases/audit-log';
import { DeedReader } from './use-cases/deed-reader';
import { LogQueries } from './use-cases/log.queries';
import { KeyHistory } from './use-cases/keys/key-history';
import { LOG_SETTINGS, LogKey, type LogSettings } from './use-cases/keys/log-key';
import { LogVerify } from './use-cases/log-verify';
import { RotateKey } from './use-cases/keys/rotate-key';
import { TilesQueries } from './use-cases/tiles/tiles.queries';
import { Receipts } from './use-cases/receipts';
import { Sequencer } from './use-cases/sequencer';
import { TreeReader } from './use-cases/tree-reader';
import { AskWitnesses } from './use-cases/witnesses/ask-witnesses';
import { CosignatureCheck } from './use-cases/witnesses/cosignature-check';
import { WitnessPolicy } from './use-cases/witnesses/witness-policy';
import { WitnessQueries } from './use-cases/witnesses/witnesses.queries';

const services = [
  AskWitnesses,
  AuditLog,
  DeedReader,
  LogKey,
  LogQueries,
  LogVerify,
  Receipts,
  RotateKey,
  Sequencer,
];

/** Without a process that says where its key is, deeds are recorded and wait. */
const NO_KEY: LogSettings = {
  name: 'none',
  keyFile: '',
  mayMakeKey: false,
  keptCheckpoint: '',
  witnessFile: null,
};

@Global()
@Module({
  controllers: [DeedsController, LogController, ReceiptsController, TilesController],
  providers: [
    { provide: LOG_SETTINGS, useValue: NO_KEY },
    CosignatureStore,
    DeedStore,
    LogStore,
    LogVerifyStore,
    KeyHistory,
    TilesQueries,
    TreeReader,
    CosignatureCheck,
    WitnessPolicy,
    WitnessQueries,
    ...services,
  ],
  exports: services,
})
export class AuditModule {
  static forProcess(settings: LogSettings): DynamicModule {
    return { module: AuditModule, providers: [{ provide: LOG_SETTINGS, useValue: settings }] };
  }
}

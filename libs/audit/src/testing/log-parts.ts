// The log put together by hand, as tests need it: on a given database and clock, with its key in a given folder.
import { join } from 'node:path';
import type { Clock } from '#kernel';
import { type Db, Events, Log } from '#platform';
import { CosignatureStore } from '../data/cosignature.store';
import { DeedStore } from '../data/deed.store';
import { LogStore } from '../data/log.store';
import { LogVerifyStore } from '../data/log-verify.store';
import { AuditLog } from '../use-cases/audit-log';
import { LogQueries } from '../use-cases/log.queries';
import { KeyHistory } from '../use-cases/keys/key-history';
import { LogKey } from '../use-cases/keys/log-key';
import { RotateKey } from '../use-cases/keys/rotate-key';
import { TilesQueries } from '../use-cases/tiles/tiles.queries';
import { LogVerify } from '../use-cases/log-verify';
import { Receipts } from '../use-cases/receipts';
import { Sequencer } from '../use-cases/sequencer';
import { TreeReader } from '../use-cases/tree-reader';
import { AskWitnesses } from '../use-cases/witnesses/ask-witnesses';
import { CosignatureCheck } from '../use-cases/witnesses/cosignature-check';
import { WitnessPolicy } from '../use-cases/witnesses/witness-policy';
import { WitnessQueries } from '../use-cases/witnesses/witnesses.queries';

export type LogParts = ReturnType<typeof logParts>;

interface Choices {
  readonly keyFile?: string;
  readonly mayMakeKey?: boolean;
  readonly log?: Log;
  readonly witnessFile?: string;
}

export function logParts(db: Db, clock: Clock, folder: string, choices: Choices = {}) {
  const { keyFile = join(folder, 'log-key.pem'), mayMakeKey = true, log = new Log('silent') } = choices;
  const keptCheckpoint = join(folder, 'log-checkpoint');
  const witnessFile = choices.witnessFile ?? null;
  const settings = { name: 'test/log', keyFile, mayMakeKey, keptCheckpoint, witnessFile };
  const [store, key] = [new LogStore(), new LogKey(settings)];
  const tree = new TreeReader(store);
  const [cosignatures, witnesses] = [new CosignatureStore(), new WitnessPolicy(settings)];
  const witnessed = new WitnessQueries(db, store, cosignatures, witnesses);
  const [history, reading] = [new KeyHistory(store, key), new LogVerifyStore()];
  return {
    key,
    rotateKey: new RotateKey(db, store, key, history, clock),
    tiles: new TilesQueries(db, store, reading),
    // Nobody follows deeds here, so no fact goes out.
    audit: new AuditLog(db, new DeedStore(), Object.create(Events.prototype) as Events, clock),
    sequencer: new Sequencer(db, store, tree, history, settings, clock, log),
    receipts: new Receipts(db, store, tree, key, witnessed),
    witnesses,
    askWitnesses: new AskWitnesses(db, store, cosignatures, tree, witnesses, clock, log),
    witnessed,
    queries: new LogQueries(db, store, tree, history),
    verify: new LogVerify(store, reading, history, new CosignatureCheck(reading, witnesses), settings),
  };
}

// Asks the log's witnesses to cosign its newest checkpoint, each with a proof from the one that it cosigned before.
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#kernel';
import { CLOCK, Db, Every, Log } from '#platform';
import { CosignatureStore } from '../../data/cosignature.store';
import { type CheckpointRow, LogStore } from '../../data/log.store';
import {
  addCheckpointBody,
  type Heard,
  readAnswer,
  type WitnessAnswer,
} from '../../domain/witnesses/add-checkpoint';
import type { Witness } from '../../domain/witnesses/policy';
import { consistencyPath } from '../../domain/tree';
import { readBody } from '../../read-body';
import { TreeReader } from '../tree-reader';
import { WitnessPolicy } from './witness-policy';

const TIMEOUT_MS = 10_000;
const MOST_ANSWER_BYTES = 100_000;

@Injectable()
export class AskWitnesses {
  constructor(
    private readonly db: Db,
    private readonly log: LogStore,
    private readonly store: CosignatureStore,
    private readonly tree: TreeReader,
    private readonly witnesses: WitnessPolicy,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Log) private readonly words: Log,
  ) {}

  /** Once a minute: at ten checkpoints a second a witness would have nothing else to do. */
  @Every('audit.ask_witnesses', '* * * * *')
  async execute(): Promise<void> {
    const asked = this.witnesses.policy?.witnesses.filter(({ url }) => url !== null) ?? [];
    const newest = asked.length > 0 ? await this.log.checkpoint(this.db.reads) : null;
    if (!newest) return;
    const known = new Map(
      (await this.store.newest(this.db.reads)).map((one) => [one.witnessId, one.treeSize]),
    );
    await Promise.all(
      asked.map(async (witness) => {
        const size = known.get(witness.verifier.id) ?? 0;
        if (size < newest.treeSize) await this.ask(witness, newest, size);
      }),
    );
  }

  private async ask(witness: Witness, newest: CheckpointRow, oldSize: number): Promise<void> {
    const first = await this.send(witness, newest, oldSize);
    // It knows another size than the log remembers, as after an answer that was lost: asked once more, from there.
    const answer = 'from' in first ? await this.send(witness, newest, first.from) : first;
    const [{ treeSize }, { id: witnessId }] = [newest, witness.verifier];
    const problem = 'from' in answer ? 'answer_unclear' : 'problem' in answer ? answer.problem : null;
    if (problem !== null)
      this.words.error(new Error(`witness ${witness.verifier.name}: ${problem}`), 'asking the witnesses');
    await this.db.run(async (tx) => {
      if ('cosignature' in answer) await this.store.add(tx, treeSize, answer.cosignature);
      await this.store.answered(tx, { witnessId, at: this.clock.now(), treeSize, problem });
    });
  }

  private async send(
    { url, verifier }: Witness,
    { note, treeSize: size }: CheckpointRow,
    oldSize: number,
  ): Promise<WitnessAnswer> {
    const path = oldSize === 0 ? [] : consistencyPath(oldSize, size);
    const body = addCheckpointBody(oldSize, await this.tree.hashes(this.db.reads, path), note);
    const heard = await post(`${(url ?? '').replace(/\/+$/u, '')}/add-checkpoint`, body);
    return heard ? readAnswer(heard, { note, size, oldSize }, verifier) : { problem: 'unreachable' };
  }
}

/** Null when there is no answer, or one without end. */
async function post(url: string, body: string): Promise<Heard | null> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(url, { method: 'POST', body, signal, redirect: 'error' });
    const bytes = await readBody(response, MOST_ANSWER_BYTES);
    return bytes && { status: response.status, text: bytes.toString('utf8') };
  } catch {
    return null;
  }
}

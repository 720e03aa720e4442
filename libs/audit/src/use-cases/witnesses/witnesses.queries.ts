// What witnesses state about the log, for anyone.
import { Injectable } from '@nestjs/common';
import { Db, type Reads } from '#platform';
import { CosignatureStore } from '../../data/cosignature.store';
import { type CheckpointRow, LogStore } from '../../data/log.store';
import { errors } from '../../domain/errors';
import { verifierLine } from '../../domain/note';
import type { WitnessProblem } from '../../domain/witnesses/add-checkpoint';
import { withCosignatures } from '../../domain/witnesses/cosignature';
import { isQuorum } from '../../domain/witnesses/policy';
import { WitnessPolicy } from './witness-policy';

export interface WitnessState {
  readonly name: string;
  /** `name+id+key`, as C2SP tlog-cosignature has it. */
  readonly key: string;
  readonly cosignedSize: number | null;
  readonly cosignedAt: string | null;
  readonly askedAt: string | null;
  readonly problem: WitnessProblem | null;
}

@Injectable()
export class WitnessQueries {
  constructor(
    private readonly db: Db,
    private readonly log: LogStore,
    private readonly store: CosignatureStore,
    private readonly witnesses: WitnessPolicy,
  ) {}

  async states(): Promise<WitnessState[]> {
    const [newest, answers] = [
      await this.store.newest(this.db.reads),
      await this.store.answers(this.db.reads),
    ];
    return (this.witnesses.policy?.witnesses ?? []).map(({ verifier }) => {
      const cosigned = newest.find(({ witnessId }) => witnessId === verifier.id);
      const answer = answers.find(({ witnessId }) => witnessId === verifier.id);
      return {
        name: verifier.name,
        key: verifierLine(verifier, 'cosignature'),
        cosignedSize: cosigned?.treeSize ?? null,
        cosignedAt: cosigned?.at.toISOString() ?? null,
        askedAt: answer?.at.toISOString() ?? null,
        problem: answer?.problem ?? null,
      };
    });
  }

  /** The newest checkpoint, with what witnesses stated about it so far. @throws audit.log_empty (404) */
  async newest(): Promise<string> {
    const checkpoint = await this.log.checkpoint(this.db.reads);
    if (!checkpoint) throw errors.log_empty();
    const [cosigned] = await this.store.sizes(this.db.reads, checkpoint.treeSize);
    return withCosignatures(checkpoint.note, cosigned?.lines ?? []);
  }

  /** The newest checkpoint that a quorum cosigned. @throws audit.not_witnessed (404) */
  async newestWitnessed(): Promise<string> {
    const checkpoint = await this.witnessed(this.db.reads);
    if (!checkpoint) throw errors.not_witnessed();
    return checkpoint.note;
  }

  /** The same with its cosignatures in the note; null when there is none. */
  async witnessed(on: Reads): Promise<CheckpointRow | null> {
    const { policy } = this.witnesses;
    if (!policy || policy.witnesses.length === 0) return null;
    const cosigned = (await this.store.sizes(on)).find(({ witnessIds }) =>
      isQuorum(policy, new Set(witnessIds)),
    );
    const checkpoint = cosigned ? await this.log.checkpoint(on, cosigned.treeSize) : null;
    return checkpoint && { ...checkpoint, note: withCosignatures(checkpoint.note, cosigned?.lines ?? []) };
  }
}

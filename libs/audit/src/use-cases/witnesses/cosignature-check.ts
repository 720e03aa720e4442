// Cosignatures against the checkpoints that they are kept with: what every line says of itself, and for the witnesses of this
// installation the signature too.
import { Injectable } from '@nestjs/common';
import type { Reads } from '#platform';
import { type CosignatureRow, LogVerifyStore, type Stray } from '../../data/log-verify.store';
import { cosignaturesOn, statedBy } from '../../domain/witnesses/cosignature';
import type { Verifier } from '../../domain/note';
import { WitnessPolicy } from './witness-policy';

const PAGE = 1_000;

@Injectable()
export class CosignatureCheck {
  constructor(
    private readonly reading: LogVerifyStore,
    private readonly witnesses: WitnessPolicy,
  ) {}

  async findings(on: Reads): Promise<Stray[]> {
    const known = new Map(
      (this.witnesses.policy?.witnesses ?? []).map(({ verifier }) => [verifier.id, verifier]),
    );
    const findings: Stray[] = [];
    let after: Pick<CosignatureRow, 'witnessId' | 'treeSize'> = { witnessId: '', treeSize: 0 };
    for (;;) {
      const rows = await this.reading.cosignatures(on, after, PAGE);
      for (const row of rows) {
        const problem = wrongCosignature(row, known.get(row.witnessId));
        if (problem !== null)
          findings.push({
            ...{ book: 'audit.cosignature', subject: `${row.witnessId}/${row.treeSize}`, problem },
            leaf: null,
          });
      }
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) return findings;
      after = last;
    }
  }
}

function wrongCosignature({ witnessId, at, line, note }: CosignatureRow, witness?: Verifier): string | null {
  const stated = statedBy(line);
  if (stated?.witnessId !== witnessId || stated.seconds * 1_000 !== at.getTime())
    return 'the row differs from its signed line';
  if (!witness) return null;
  const holds = cosignaturesOn(`${note}${line}\n`, [witness]).length > 0;
  return holds ? null : 'the checkpoint of this size is not cosigned by the witness';
}

// What other libraries ask about mandates: for whom an organisation may act now.
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dateOf } from '#kernel';
import { CLOCK, EVERYONE, type Reads, type Tx } from '#platform';
import { type MandateKey, MandateStore } from '../../data/mandates/mandate.store';
import type { Mandate, MandateKind } from '../../domain/mandates/mandate';

@Injectable()
export class Mandates {
  constructor(
    private readonly mandates: MandateStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Of these principals, those that gave the agent a mandate in force, with what it may bring for each. An end waits for
   * the transaction, so that whatever it does is done under a mandate.
   */
  async hold(
    tx: Tx,
    agentId: string,
    principalIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly MandateKind[]>> {
    return kindsOf(await this.mandates.hold(tx, this.key(agentId, principalIds)));
  }

  /** The same for whoever only looks. */
  async inForce(
    on: Reads,
    agentId: string,
    principalIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly MandateKind[]>> {
    return kindsOf(await this.mandates.inForce(on, EVERYONE, this.key(agentId, principalIds)));
  }

  private key(agentId: string, principalIds: readonly string[]): MandateKey {
    return { agentId, principalIds, day: dateOf(this.clock.now()) };
  }
}

const kindsOf = (mandates: readonly Mandate[]): ReadonlyMap<string, readonly MandateKind[]> =>
  new Map(mandates.map(({ principalId, kinds }) => [principalId, kinds]));

// What other libraries ask about the trade of two organisations: terms that both sides confirmed, and nothing that one
// side only stated. They hold the ids from rows they were allowed to read, so there is no scope here.
import { Injectable } from '@nestjs/common';
import { EVERYONE, type Reads } from '#platform';
import { type TradingPair, TradingRelationStore } from '../../data/trading/trading-relation.store';
import type { TradingRelation } from '../../domain/trading/trading-relation';

@Injectable()
export class Relations {
  constructor(private readonly relations: TradingRelationStore) {}

  /** All that are confirmed for these pairs, the contract signed last first. */
  async confirmed(on: Reads, pairs: readonly TradingPair[]): Promise<readonly TradingRelation[]> {
    return this.relations.confirmed(on, EVERYONE, pairs);
  }
}

// Reads agreements on ranks: the two sides and their grantors see theirs, the registrar and the
// regulator all.
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#kernel';
import { type Actor, CLOCK, Db, keyset, type PageQuery } from '#platform';
import { SubordinationStore } from '../../data/priority/subordination.store';
import { errors } from '../../domain/errors';
import {
  type Holders,
  type LineOfBook,
  type Side,
  sideFor,
  SIDES,
  STEPS,
  type Subordination,
  type SubordinationState,
} from '../../domain/subordination/subordination';
import { SubordinationHolders } from './holders';

export interface SubordinationAnswer extends Omit<Subordination, 'steps'> {
  readonly steps: readonly Omit<LineOfBook, 'byOrganisation'>[];
  /** On which sides the reader stands. */
  readonly own: readonly Side[];
  readonly actions: readonly string[];
}
export interface SubordinationFilter extends PageQuery {
  readonly state?: SubordinationState;
}

@Injectable()
export class SubordinationQueries {
  constructor(
    private readonly db: Db,
    private readonly store: SubordinationStore,
    private readonly holders: SubordinationHolders,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** One row more than the page holds. */
  async page(actor: Actor, filter: SubordinationFilter): Promise<SubordinationAnswer[]> {
    const asked = { ...keyset(filter), state: filter.state ?? null };
    return this.shown(actor, await this.store.page(this.db.reads, actor.scope, asked));
  }

  /** @throws registry.subordination_not_found also when it is another's */
  async one(actor: Actor, id: string): Promise<SubordinationAnswer> {
    const found = await this.store.byId(this.db.reads, actor.scope, id);
    const [answer] = await this.shown(actor, found ? [found] : []);
    if (!answer) throw errors.subordination_not_found();
    return answer;
  }

  private async shown(actor: Actor, rows: readonly Subordination[]): Promise<SubordinationAnswer[]> {
    const holders = await this.holders.of(this.db.reads, rows, this.clock.now().toISOString());
    return rows.map((row) => subordinationAnswer(row, holders(row), actor));
  }
}

export function subordinationAnswer(
  { steps, ...facts }: Subordination,
  holders: Holders,
  { organisationId, permissions }: Actor,
): SubordinationAnswer {
  const may = permissions.has('registration.file');
  const open = STEPS.filter((step) => 'side' in sideFor(step, { ...facts, steps }, holders, organisationId));
  return {
    ...facts,
    steps: steps.map(({ step, side, at }) => ({ step, side, at })),
    own: SIDES.filter((side) => holders[side].includes(organisationId)),
    actions: may ? open : [],
  };
}

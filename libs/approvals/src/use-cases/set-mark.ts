// Says which deeds of an organisation wait for a second person. To ask for more is one person's business; to ask for
// less takes two, or whoever wants to act alone would unmark first.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { People } from '#identity';
import { type Bilingual, type Clock, money, type Money, newId, shardFor } from '#kernel';
import {
  approvableNamed,
  type Actor,
  CLOCK,
  type Command,
  Db,
  type DeclaredApprovable,
  declaredApprovables,
  Once,
  type Tx,
} from '#platform';
import { MarkStore } from '../data/mark.store';
import { errors } from '../domain/errors';
import { loosens, type Mark, type MarkRule } from '../domain/mark';
import { permissionFor } from './commands';
import { Marks } from './marks';

/** The deed of marking itself, which waits by its own rule. */
export const SET_MARK = 'approvals.set_mark';
const PEOPLE_NEEDED = 2;

export interface MarkWish {
  readonly command: string;
  readonly active: boolean;
  readonly threshold?: Money | undefined;
}
export interface MarkShown {
  readonly command: string;
  readonly commandText: Bilingual;
  readonly permission: string;
  /** Whether it has an amount that a threshold can be compared with. */
  readonly hasAmount: boolean;
  readonly active: boolean;
  readonly threshold: Money | null;
  readonly version: number;
}
/** `loosens` tells the trial that it must wait; nobody else needs it. */
export type MarkAnswer = MarkShown & { readonly loosens: boolean };

@Injectable()
export class SetMark {
  constructor(
    private readonly once: Once,
    private readonly db: Db,
    private readonly store: MarkStore,
    private readonly marks: Marks,
    private readonly people: People,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Every deed that can be marked and that this person may do, marked or not. */
  async list(actor: Actor): Promise<MarkShown[]> {
    const scope = { organisations: [actor.organisationId] };
    const marks = new Map((await this.store.all(this.db.reads, scope)).map((mark) => [mark.command, mark]));
    return declaredApprovables()
      .filter(({ name }) => name !== SET_MARK && actor.permissions.has(permissionFor(name)))
      .map((rule) => shown(rule, marks.get(rule.name)));
  }

  /** @throws approvals.command_unknown, threshold_unfit, nobody_to_check (422) */
  async execute(command: Command, wish: MarkWish): Promise<MarkAnswer> {
    const { actor } = command;
    const rule = approvableNamed(wish.command);
    if (!rule || rule.name === SET_MARK) throw errors.command_unknown({ command: wish.command });
    if (wish.threshold && !rule.amountOf) throw errors.threshold_unfit();
    const answer = await this.once.run(command, async (tx) => {
      const before = await this.store.lock(tx, actor.organisationId, rule.name);
      const after: MarkRule = {
        active: wish.active,
        threshold: wish.threshold ? money(wish.threshold.amount, wish.threshold.currency) : null,
      };
      if (after.active) await this.assertCheckers(tx, actor, permissionFor(rule.name));
      const mark = await this.put(tx, actor, rule.name, before, after);
      return { ...shown(rule, mark), loosens: loosens(before, after) };
    });
    this.marks.forget(actor.organisationId);
    return answer;
  }

  private async assertCheckers(tx: Tx, { organisationId }: Actor, permission: string): Promise<void> {
    if ((await this.people.holders(tx, organisationId, permission)) < PEOPLE_NEEDED)
      throw errors.nobody_to_check({ permission });
  }

  private async put(
    tx: Tx,
    actor: Actor,
    command: string,
    before: Mark | undefined,
    rule: MarkRule,
  ): Promise<Mark> {
    const { organisationId, userId } = actor;
    const mark: Mark = {
      ...rule,
      id: before?.id ?? newId(shardFor(organisationId)),
      ...{ organisationId, command, setBy: userId, setAt: this.clock.now() },
      version: (before?.version ?? 0) + 1,
    };
    if (before) await this.store.change(tx, mark);
    else if (!(await this.store.add(tx, mark))) throw errors.mark_changed();
    await this.audit.record(tx, actor, [
      {
        ...{ action: 'approvals.mark_set', subjectType: 'mark', subjectId: mark.id },
        subjectVersion: mark.version,
        details: { command, ...rule },
      },
    ]);
    return mark;
  }
}

const shown = (rule: DeclaredApprovable, mark: Mark | undefined): MarkShown => ({
  command: rule.name,
  commandText: rule.text,
  permission: permissionFor(rule.name),
  hasAmount: rule.amountOf !== null,
  active: mark?.active ?? false,
  threshold: mark?.threshold ?? null,
  version: mark?.version ?? 0,
});

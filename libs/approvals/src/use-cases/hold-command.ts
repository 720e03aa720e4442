// Keeps a deed that must wait for a second person, with what it would write and what it would answer.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock, newId, shardFor, todayOf } from '#kernel';
import { SealedValues } from '#parties';
import { CLOCK, type Command, Events, hashOf, type HeldCommandView, Once, Parameters } from '#platform';
import { commandHeld } from '../approvals.events';
import { approvalHours } from '../approvals.parameters';
import { ApprovalStore } from '../data/approval.store';
import type { Approval, CommandInput } from '../domain/approval';
import { permissionFor } from './commands';
import type { Held } from './trial';

const HOUR_MS = 3_600_000;

@Injectable()
export class HoldCommand {
  constructor(
    private readonly once: Once,
    private readonly approvals: ApprovalStore,
    private readonly sealed: SealedValues,
    private readonly parameters: Parameters,
    private readonly events: Events,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** With the key of the command itself, so that asking twice holds it once. */
  async execute(command: Command, name: string, input: CommandInput, held: Held): Promise<HeldCommandView> {
    const { actor, idempotency } = command;
    const { organisationId, userId, device } = actor;
    return this.once.run({ actor, idempotency }, async (tx) => {
      const madeAt = this.clock.now();
      const hours = await this.parameters.integerAt(tx, approvalHours, todayOf(this.clock));
      const approval: Approval = {
        ...{ id: newId(shardFor(organisationId)), organisationId, command: name, input },
        ...{ effects: held.effects, stateHash: hashOf(held.effects), preview: held.answer },
        ...{ madeBy: userId, madeDevice: device, madeAt },
        expiresAt: new Date(madeAt.getTime() + hours * HOUR_MS),
        ...{
          state: 'waiting',
          decidedBy: null,
          decidedAt: null,
          sameDevice: false,
          reason: null,
          version: 1,
        },
      };
      await this.approvals.add(tx, approval);
      const { id, stateHash } = approval;
      const expiresAt = approval.expiresAt.toISOString();
      const inputHash = await this.sealed.print(input);
      await this.audit.record(tx, actor, [
        {
          ...{ action: 'approvals.command_held', subjectType: 'approval', subjectId: id, subjectVersion: 1 },
          details: { command: name, inputHash, stateHash, expiresAt },
        },
      ]);
      const permission = permissionFor(name);
      const told = { approvalId: id, organisationId, command: name, permission, madeBy: userId, expiresAt };
      await this.events.emit(tx, commandHeld, [told]);
      return { approvalId: id, expiresAt };
    });
  }
}

// The operator's checks of an application, each written down with who made it: the public register is asked by the
// platform, and documents, or a register that does not answer, are looked at by a person.
import { Inject, Injectable, Optional } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock } from '#kernel';
import { type Actor, CLOCK, type Command, Db, Once, type Tx } from '#platform';
import { type ApplicationRow, ApplicationStore } from '../../data/joining/application.store';
import { errors } from '../../domain/errors';
import { assertOpen, type CheckKind } from '../../domain/joining/application';
import {
  COMPANY_REGISTER,
  type CompanyRegister,
  type RegisterEntry,
  type RegisterFinding,
  registerFinding,
} from '../../domain/joining/company-register';
import { type ApplicationShown, applicationShown } from './applications.queries';

export interface CheckByHand extends RegisterFinding {
  readonly kind: CheckKind;
}

@Injectable()
export class CheckApplication {
  constructor(
    private readonly db: Db,
    private readonly once: Once,
    private readonly applications: ApplicationStore,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
    @Optional() @Inject(COMPANY_REGISTER) private readonly register: CompanyRegister | null,
  ) {}

  /** A person has looked. @throws parties.application_not_found (404), application_decided (409) */
  async byHand(command: Command, id: string, finding: CheckByHand): Promise<ApplicationShown> {
    return this.once.run(command, (tx) => this.add(tx, command.actor, id, finding));
  }

  /** The register is asked before the transaction: it may take its time. Errors as above. */
  async byRegister(command: Command, id: string): Promise<ApplicationShown> {
    const { actor } = command;
    const found = await this.applications.byId(this.db.reads, actor.scope, id);
    if (!found) throw errors.application_not_found();
    assertOpen(found);
    const finding = registerFinding(found, await this.answerAbout(found));
    return this.once.run(command, (tx) => this.add(tx, actor, id, { kind: 'register', ...finding }));
  }

  /** Undefined: no answer, because there is no register or it failed. */
  private async answerAbout({ identifiers }: ApplicationRow): Promise<RegisterEntry | null | undefined> {
    const [first] = identifiers;
    if (!this.register || !first) return undefined;
    try {
      return await this.register.lookUp(first.value);
    } catch {
      return undefined;
    }
  }

  private async add(tx: Tx, actor: Actor, id: string, finding: CheckByHand): Promise<ApplicationShown> {
    const found = await this.applications.lock(tx, actor.scope, id);
    if (!found) throw errors.application_not_found();
    assertOpen(found);
    const { kind, outcome, note } = finding;
    const check = { kind, outcome, note, checkedBy: actor.userId, checkedAt: this.clock.now() };
    const checked = { ...found, version: found.version + 1, checks: [...found.checks, check] };
    await this.applications.addCheck(tx, id, checked.version, check);
    await this.audit.record(tx, actor, [
      {
        action: 'parties.application_checked',
        subjectType: 'application',
        subjectId: id,
        subjectVersion: checked.version,
        details: { kind, outcome, note },
      },
    ]);
    return applicationShown(checked, actor);
  }
}

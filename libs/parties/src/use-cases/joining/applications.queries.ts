// Applications as the operator sees them.
import { Injectable } from '@nestjs/common';
import { type Actor, Db, type Page, pageOf } from '#platform';
import {
  type ApplicationFilter,
  type ApplicationRow,
  ApplicationStore,
} from '../../data/joining/application.store';
import { errors } from '../../domain/errors';
import type { Identifier } from '../../domain/identifier';
import {
  type Application,
  type ApplicationCheck,
  type CheckKind,
  openChecks,
} from '../../domain/joining/application';

export interface ApplicationShown extends Omit<
  Application,
  'submittedAt' | 'decidedAt' | 'checks' | 'identifiers'
> {
  readonly identifiers: readonly Identifier[];
  readonly submittedAt: string;
  readonly decidedAt: string | null;
  readonly checks: readonly (Omit<ApplicationCheck, 'checkedAt'> & { readonly checkedAt: string })[];
  /** What must still be passed before it can be accepted. */
  readonly openChecks: readonly CheckKind[];
  readonly actions: readonly string[];
}

export function applicationShown(application: ApplicationRow, actor: Actor): ApplicationShown {
  const { submittedAt, decidedAt, checks, identifiers, ...rest } = application;
  const open = openChecks(application);
  const mayDecide = rest.state === 'submitted' && actor.permissions.has('organisation.onboard');
  return {
    ...rest,
    identifiers: identifiers.map(({ scheme, value }) => ({ scheme, value })),
    submittedAt: submittedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
    checks: checks.map(({ checkedAt, ...check }) => ({ ...check, checkedAt: checkedAt.toISOString() })),
    openChecks: rest.state === 'submitted' ? open : [],
    actions: mayDecide ? ['check', 'refuse', ...(open.length === 0 ? ['accept'] : [])] : [],
  };
}

@Injectable()
export class ApplicationQueries {
  constructor(
    private readonly db: Db,
    private readonly applications: ApplicationStore,
  ) {}

  async page(actor: Actor, filter: ApplicationFilter): Promise<Page<ApplicationShown>> {
    const rows = await this.applications.page(this.db.reads, actor.scope, filter);
    return pageOf(
      rows.map((row) => applicationShown(row, actor)),
      filter,
    );
  }

  /** @throws parties.application_not_found (404) */
  async byId(actor: Actor, id: string): Promise<ApplicationShown> {
    const found = await this.applications.byId(this.db.reads, actor.scope, id);
    if (!found) throw errors.application_not_found();
    return applicationShown(found, actor);
  }
}

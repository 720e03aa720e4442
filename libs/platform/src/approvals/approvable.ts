// Deeds that an organisation may put before a second person. The route that does one says so here; who marks it, who
// decides and what is stored is the business of the library of approvals, which no other library knows.
import { SetMetadata, UseInterceptors } from '@nestjs/common';
import { ApiAcceptedResponse } from '@nestjs/swagger';
import { type Bilingual, invariant, type Money } from '#kernel';
import { IdField, InstantField } from '../http/fields';
import { ApprovableInterceptor } from './approvable.interceptor';

export const APPROVABLE = 'youquan:approvable';

/** What a route takes after the command, in this order; kept as JSON while the deed waits. */
export type Taken = 'id' | 'body';

export interface ApprovableRule {
  /** `library.verb_thing`; stored with marks and approvals, so it is never changed. */
  readonly name: string;
  /** What is done, as a heading. */
  readonly text: Bilingual;
  readonly takes: readonly Taken[];
  /** The amount that a threshold is compared with, read from the answer; null: every deed waits once it is marked. */
  readonly amountOf: ((answer: unknown) => Money | null) | null;
}
export interface DeclaredApprovable extends ApprovableRule {
  readonly controller: new (...needs: never[]) => object;
  readonly method: string;
}

/** The answer in place of the deed's own while it waits. */
export class HeldCommandView {
  @IdField('Id of the approval that it waits for') approvalId!: string;
  @InstantField('When the approval expires') expiresAt!: string;
}

const declared = new Map<string, DeclaredApprovable>();

/** Marks a route of a controller. The method takes the command, then what `takes` names, and nothing else. */
export const Approvable =
  (rule: Omit<ApprovableRule, 'amountOf'> & Partial<Pick<ApprovableRule, 'amountOf'>>): MethodDecorator =>
  (target, method, descriptor) => {
    invariant(/^[a-z]+\.[a-z]+(_[a-z]+)+$/.test(rule.name), `name of an approvable deed: ${rule.name}`);
    invariant(!declared.has(rule.name), `${rule.name} declared twice`);
    const controller = target.constructor as DeclaredApprovable['controller'];
    declared.set(rule.name, Object.freeze({ amountOf: null, ...rule, controller, method: String(method) }));
    SetMetadata(APPROVABLE, rule.name)(target, method, descriptor);
    UseInterceptors(ApprovableInterceptor)(target, method, descriptor);
    const description = 'It waits for a second person: the organisation has marked this deed.';
    ApiAcceptedResponse({ type: HeldCommandView, description })(target, method, descriptor);
  };

export const declaredApprovables = (): readonly DeclaredApprovable[] => [...declared.values()];
export const approvableNamed = (name: string): DeclaredApprovable | undefined => declared.get(name);

// From the name of an approvable deed to the route that does it: its permission, and the call.
import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { invariant } from '#kernel';
import {
  ACCESS,
  type Access,
  approvableNamed,
  type Command,
  type DeclaredApprovable,
  newValidationPipe,
} from '#platform';
import type { CommandInput } from '../domain/approval';

type Method = (command: Command, ...taken: readonly unknown[]) => Promise<unknown>;

const methodOf = ({ controller, method }: DeclaredApprovable): Method =>
  (controller.prototype as Readonly<Record<string, Method>>)[method] as Method;

export function permissionFor(name: string): string {
  const rule = requireRule(name);
  const access = Reflect.getMetadata(ACCESS, methodOf(rule)) as Access | undefined;
  invariant(access?.kind === 'permission', `${name} is a deed that needs a permission`);
  return access.permission;
}

export function requireRule(name: string): DeclaredApprovable {
  const rule = approvableNamed(name);
  invariant(rule, `${name} is declared`);
  return rule;
}

@Injectable()
export class Commands {
  private readonly pipe = newValidationPipe();

  constructor(private readonly modules: ModuleRef) {}

  /** Does the deed by its own route; the body is validated again, as rules may have changed while it waited. */
  async run(name: string, command: Command, input: CommandInput): Promise<unknown> {
    const rule = requireRule(name);
    const controller: object = this.modules.get(rule.controller, { strict: false });
    const taken: unknown[] = [];
    for (const [index, part] of rule.takes.entries())
      taken.push(part === 'id' ? input.id : await this.validated(rule, index + 1, input.body));
    return methodOf(rule).call(controller, command, ...taken);
  }

  private validated(rule: DeclaredApprovable, index: number, body: unknown): Promise<unknown> {
    const prototype = rule.controller.prototype as object;
    const types = Reflect.getMetadata('design:paramtypes', prototype, rule.method) as (new () => object)[];
    const metatype = types[index];
    invariant(metatype, `${rule.name} takes a body of a class`);
    return this.pipe.transform(body, { type: 'body', metatype });
  }
}

// What a step of the story behind the sweep over deeds is, and what it knows of the steps before.
import type { Role } from '#identity';
import { invariant } from '#kernel';
import type { Tenant } from './small-world';

export interface Scene {
  readonly own: Tenant;
  readonly foreign: Tenant;
  /** What a step gave, by its route. */
  readonly made: ReadonlyMap<string, string>;
}
export interface Step {
  readonly route: string;
  readonly who: Role;
  /** What the path names. */
  readonly id?: (scene: Scene) => string;
  readonly body?: (scene: Scene) => object;
  readonly raw?: (scene: Scene) => FormData | Promise<FormData>;
  /** The actions of the deeds, in order of name. */
  readonly deeds: readonly string[];
}

/** A deed that a rule refuses. */
export interface Refused {
  readonly route: string;
  readonly who: Role;
  readonly id?: (scene: Scene) => string;
  readonly body?: (scene: Scene) => object;
  readonly status: number;
}

export function idIn(made: ReadonlyMap<string, string>, route: string): string {
  const id = made.get(route);
  invariant(id, `${route} was done before`);
  return id;
}

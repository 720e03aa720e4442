// One step of the story of deeds, and the scene in which it is played.
import type { Role } from '#identity';
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

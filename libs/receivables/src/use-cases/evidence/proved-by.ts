// How the actor of a command proved who they are, as far as the evidence of an answer depends on it.
import type { Actor } from '#platform';
import type { Proved } from '../../domain/confirmation/evidence';

export const provedBy = (actor: Actor): Proved => {
  const { kind = 'person', authenticatedBy = [] } = actor as Actor & Partial<Proved>;
  return { kind, authenticatedBy };
};

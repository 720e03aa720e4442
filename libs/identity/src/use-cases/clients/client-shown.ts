// A machine client as the administrators of its organisation see it.
import type { Actor } from '#platform';
import type { KeyOfClient } from '../../data/clients/client.store';
import { inForce, type MachineClient } from '../../domain/client';

export interface ClientShown extends Omit<MachineClient, 'createdAt'> {
  readonly createdAt: string;
  readonly keys: readonly {
    readonly kid: string;
    readonly curve: string;
    readonly validFrom: string;
    readonly validUntil: string | null;
    readonly retiredAt: string | null;
    readonly inForce: boolean;
  }[];
  readonly actions: readonly string[];
}

export function shownClient(
  client: MachineClient,
  keys: readonly KeyOfClient[],
  { viewer, now }: { readonly viewer: Pick<Actor, 'permissions'>; readonly now: Date },
): ClientShown {
  const { id, organisationId, name, permissions, status, version, createdAt } = client;
  const manages = viewer.permissions.has('client.manage');
  return {
    ...{ id, organisationId, name, permissions, status, version, createdAt: createdAt.toISOString() },
    keys: keys
      .filter(({ clientId }) => clientId === id)
      .map((key) => ({
        kid: key.kid,
        curve: key.jwk.crv,
        validFrom: key.validFrom.toISOString(),
        validUntil: key.validUntil?.toISOString() ?? null,
        retiredAt: key.retiredAt?.toISOString() ?? null,
        inForce: inForce(key, now),
      })),
    actions: manages ? [status === 'active' ? 'suspend' : 'reinstate', 'add_key', 'retire_key'] : [],
  };
}

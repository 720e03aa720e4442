// Signing keys as the people of their organisation see them.
import { Injectable } from '@nestjs/common';
import { type Actor, Db, type Page, type PageQuery, pageOf } from '#platform';
import { SigningKeyStore } from '../../data/confirmation/signing-key.store';
import { mayDecideKey, mayRevokeKey, type SigningKey } from '../../domain/confirmation/signing-key';

export interface KeyShown extends Omit<
  SigningKey,
  'registeredAt' | 'decidedAt' | 'validUntil' | 'revokedAt'
> {
  readonly registeredAt: string;
  readonly decidedAt: string | null;
  readonly validUntil: string | null;
  readonly revokedAt: string | null;
  /** It is the viewer's own, and may sign where the browser holds its private half. */
  readonly isOwn: boolean;
  readonly actions: readonly string[];
}

@Injectable()
export class KeyQueries {
  constructor(
    private readonly db: Db,
    private readonly keys: SigningKeyStore,
  ) {}

  async page(actor: Actor, page: PageQuery): Promise<Page<KeyShown>> {
    const { items, next } = pageOf(await this.keys.page(this.db.reads, actor.scope, page), page);
    return { items: items.map((key) => keyShown(key, actor)), next };
  }
}

export function keyShown(key: SigningKey, { userId, permissions }: Actor): KeyShown {
  const decides = permissions.has('key.approve') && mayDecideKey(key, userId);
  const revokes = permissions.has('key.revoke') && mayRevokeKey(key);
  return {
    ...key,
    registeredAt: key.registeredAt.toISOString(),
    decidedAt: key.decidedAt?.toISOString() ?? null,
    validUntil: key.validUntil?.toISOString() ?? null,
    revokedAt: key.revokedAt?.toISOString() ?? null,
    isOwn: key.holderId === userId,
    actions: [...(decides ? ['approve', 'decline'] : []), ...(revokes ? ['revoke'] : [])],
  };
}

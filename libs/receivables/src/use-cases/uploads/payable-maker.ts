// Whose answers an upload of payables makes: kept with it, for it may go on in the background long after.
import { invariant } from '#kernel';
import type { Actor } from '#platform';
import type { Upload } from '../../domain/upload';
import { actorThen } from '../person-then';

type Made = Pick<Upload, 'makerId' | 'makerSession' | 'makerKind' | 'makerMethods'>;

export const NOBODYS_ANSWERS: Made = {
  makerId: null,
  makerSession: null,
  makerKind: null,
  makerMethods: null,
};

export const madeBy = ({ userId, sessionId, kind, authenticatedBy }: Actor): Made => ({
  makerId: userId,
  makerSession: sessionId,
  makerKind: kind,
  makerMethods: authenticatedBy,
});

/** Null of what the organisation is owed, which answers nothing. */
export function makerOf({ side, organisationId, ...upload }: Upload): Actor | null {
  if (side === 'receivables') return null;
  const { makerId: userId, makerSession: sessionId, makerKind: kind, makerMethods: methods } = upload;
  invariant(userId && sessionId && kind && methods, 'an upload of payables has its maker');
  return actorThen({ organisationId, userId, sessionId, kind, methods });
}

// The first checkpoint that this browser saw stays with it: a log that was rewritten meanwhile can be told by it, since
// the platform cannot reach what a reader kept.
import type { CheckpointShown } from './checkpoint-note';

const REMEMBERED = 'youquan.checkpoint';

export type KeptCheckpoint = Pick<CheckpointShown, 'origin' | 'size' | 'root' | 'at'>;

/** The one kept before, if it is of the same log; else keeps this one and answers null. */
export function keptCheckpoint({ origin, size, root, at }: CheckpointShown): KeptCheckpoint | null {
  const kept = read();
  if (kept?.origin === origin) return kept;
  localStorage.setItem(REMEMBERED, JSON.stringify({ origin, size, root, at }));
  return null;
}

function read(): KeptCheckpoint | null {
  try {
    return JSON.parse(localStorage.getItem(REMEMBERED) ?? 'null') as KeptCheckpoint | null;
  } catch {
    return null;
  }
}

// Reads a checkpoint as the log publishes it, to show it. Whether it is rightly signed is for verifiers to say, not for
// a page of the platform that signed it.

export interface CheckpointShown {
  readonly origin: string;
  readonly size: number;
  /** Base64. */
  readonly root: string;
  readonly previous: number;
  readonly at: string;
}

const TEXT =
  /^(?<origin>[^\n]+)\n(?<size>\d{1,16})\n(?<root>[A-Za-z0-9+/]{43}=)\nprevious (?<previous>\d{1,16})\ntime (?<at>\S+)\n/u;

/** Null when the text is no checkpoint of ours. */
export function readCheckpoint(note: string): CheckpointShown | null {
  const parts = TEXT.exec(note)?.groups;
  if (!parts) return null;
  const { origin = '', size, root = '', previous, at = '' } = parts;
  return { origin, size: Number(size), root, previous: Number(previous), at };
}

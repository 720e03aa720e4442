// Small zip archives for the specs: what a test needs to bend, no zip writer would write.
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipOptions {
  /** Stores contents as they are. */
  readonly stored?: boolean;
  /** Bits to set in each entry's general purpose flag; 1 says encrypted. */
  readonly flags?: number;
  /** States this size instead of the true one. */
  readonly declaredSize?: number;
  /** Bytes of each name instead of UTF-8. */
  readonly encodeName?: (name: string) => Buffer;
}

const UTF8_NAMES = 0x800;

/** @param parts name and content of each entry, in order */
export function zipOf(
  parts: Iterable<readonly [string, Uint8Array | string]>,
  options: ZipOptions = {},
): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of parts) {
    const { fixed, rawName, body } = entryOf(name, Buffer.from(content), options);
    const local = Buffer.concat([signed(0x04034b50), fixed, rawName, body]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(signed(0x02014b50), Buffer.from([20, 0]), fixed, place, rawName);
    locals.push(local);
    at += local.length;
  }
  return Buffer.concat([...locals, ...directory, directoryEnd(at, directory, locals.length)]);
}

function signed(signature: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
}

function entryOf(
  name: string,
  content: Buffer,
  { stored = false, flags = 0, declaredSize, encodeName }: ZipOptions,
): { fixed: Buffer; rawName: Buffer; body: Buffer } {
  const rawName = encodeName?.(name) ?? Buffer.from(name);
  const body = stored ? content : deflateRawSync(content);
  const fixed = Buffer.alloc(26);
  fixed.writeUInt16LE(20, 0);
  fixed.writeUInt16LE(flags | (encodeName === undefined ? UTF8_NAMES : 0), 2);
  fixed.writeUInt16LE(stored ? 0 : 8, 4);
  fixed.writeUInt32LE(crc32(content), 10);
  fixed.writeUInt32LE(body.length, 14);
  fixed.writeUInt32LE(declaredSize ?? content.length, 18);
  fixed.writeUInt16LE(rawName.length, 22);
  return { fixed, rawName, body };
}

function directoryEnd(at: number, directory: readonly Buffer[], count: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  end.writeUInt32LE(at, 16);
  return end;
}

import { errors } from '../../domain/errors';
import { type Candidate, refusedCandidate } from '../../domain/intake';
import { oneAhead, type UploadChunk, uploadChunks } from './upload-chunks';

async function* rows(count: number): AsyncGenerator<Candidate> {
  for (let position = 1; position <= count; position += 1) {
    yield refusedCandidate({ position, file: 0, fileName: 'a' }, errors.upload_empty());
    if (position % 100 === 0) await Promise.resolve();
  }
}
async function chunksOf(count: number, rowsDone: number): Promise<UploadChunk[]> {
  const chunks: UploadChunk[] = [];
  for await (const chunk of uploadChunks(rows(count), rowsDone, () => 7)) chunks.push(chunk);
  return chunks;
}

describe('chunks of an upload', () => {
  it.each([
    [0, 0],
    [1, 0],
    [1000, 0],
    [1001, 0],
    [5000, 1000],
    [40_000, 3],
  ])('hold each of %d rows once behind the first %d, and only the last says so', async (count, done) => {
    const chunks = await chunksOf(count, done);
    const positions = chunks.flatMap(({ candidates }) => candidates.map(({ position }) => position));
    expect(positions).toEqual(Array.from({ length: count - done }, (_, at) => done + at + 1));
    expect(chunks.map(({ isLast }) => isLast)).toEqual(chunks.map((_, at) => at === chunks.length - 1));
    expect(Math.max(...chunks.map(({ candidates }) => candidates.length))).toBeLessThanOrEqual(1000);
  });
});

describe('one ahead', () => {
  async function* letters(log: string[], failing = false): AsyncGenerator<string> {
    try {
      for (const letter of ['a', 'b', 'c']) {
        log.push(`reads ${letter}`);
        yield await Promise.resolve(letter);
      }
      if (failing) throw new Error('torn');
    } finally {
      log.push('closed');
    }
  }

  it('reads the next while one is worked on', async () => {
    const log: string[] = [];
    for await (const letter of oneAhead(letters(log))) {
      await new Promise((resolve) => setImmediate(resolve));
      log.push(`did ${letter}`);
    }
    expect(log.indexOf('reads b')).toBeLessThan(log.indexOf('did a'));
    expect(log.slice(-2)).toEqual(['closed', 'did c']);
  });

  it('stops reading where the work stops', async () => {
    const log: string[] = [];
    for await (const letter of oneAhead(letters(log))) if (letter === 'a') break;
    expect(log).toEqual(['reads a', 'reads b', 'closed']);
  });

  it('hands a failure on behind what was read before it', async () => {
    const seen: string[] = [];
    const work = async () => {
      for await (const letter of oneAhead(letters([], true))) seen.push(letter);
    };
    await expect(work()).rejects.toThrow('torn');
    expect(seen).toEqual(['a', 'b', 'c']);
  });
});

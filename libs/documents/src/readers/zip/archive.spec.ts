import fc from 'fast-check';
import { zipOf } from '../../testing/zip';
import { Archive, UnpackBudget } from './archive';

test('every entry put into an archive comes out as it was, in order', async () => {
  const name = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .filter((text) => !/[\\/]/u.test(text));
  const part = fc.tuple(name, fc.uint8Array({ maxLength: 200 }));
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 6 }), fc.boolean(), async (parts, stored) => {
      const archive = await Archive.open(zipOf(parts, { stored }), new UnpackBudget());
      expect(archive.entries.map((entry) => entry.name)).toEqual(parts.map(([text]) => text));
      const contents = await Promise.all(archive.entries.map((entry) => archive.content(entry)));
      expect(contents).toEqual(parts.map(([, bytes]) => Buffer.from(bytes)));
    }),
    { numRuns: 200, seed: 5 },
  );
});

test('one budget holds for all archives of an upload', async () => {
  const budget = new UnpackBudget();
  const open = async (): Promise<Archive> =>
    Archive.open(zipOf(Array.from({ length: 2000 }, (_, at) => [`${at}`, ''] as const)), budget);
  await open();
  await open();
  await expect(open()).rejects.toMatchObject({ code: 'documents.zip_too_many' });
});

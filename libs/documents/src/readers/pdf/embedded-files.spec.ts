import fc from 'fast-check';
import { deflated, type PdfObject, pdfOf } from '../../testing/pdf';
import { embeddedFiles } from './embedded-files';

const catalog = (count: number): [number, PdfObject] => {
  const names = Array.from({ length: count }, (_, at) => `(f${at}) ${10 + at} 0 R`);
  return [1, `<< /Names << /EmbeddedFiles << /Names [${names.join(' ')}] >> >> >>`];
};

/** Contents that look like the marks of a PDF, among any others. */
const content = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc
    .array(fc.constantFrom('endstream', 'endobj', '1 0 obj', 'trailer', '<<', '>>', '(', ' ', '\n', '%'), {
      maxLength: 20,
    })
    .map((words) => new Uint8Array(Buffer.from(words.join('')))),
);

test('every file put into a PDF comes out as it was, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(content, fc.boolean()), { maxLength: 8 }), (files) => {
      const objects = files.flatMap(([data, plain], at): [number, PdfObject][] => [
        [100 + at, plain ? { head: `/Length ${data.length}`, data } : deflated(data)],
        [10 + at, `<< /EF << /F ${100 + at} 0 R >> >>`],
      ]);
      const found = embeddedFiles(pdfOf([...objects, catalog(files.length)]));
      expect(found.map((bytes) => Buffer.from(bytes))).toEqual(files.map(([data]) => Buffer.from(data)));
    }),
    { numRuns: 300, seed: 11 },
  );
});

test('what is no stream, no file specification or not there is passed over', () => {
  const bytes = pdfOf([
    [10, '<< /EF << /F 100 0 R >> >>'],
    [11, '<< /EF << /F (text) >> >>'],
    [12, '(text)'],
    [100, '<< /Length 3 >>'],
    catalog(5),
  ]);
  expect(embeddedFiles(bytes)).toEqual([]);
});

test('more than 100 files are refused', () => {
  const objects = Array.from({ length: 101 }, (_, at): [number, PdfObject] => [
    10 + at,
    `<< /EF << /F ${1000 + at} 0 R >> >>`,
  ]);
  expect(() => embeddedFiles(pdfOf([...objects, catalog(101)]))).toThrow('more objects');
});

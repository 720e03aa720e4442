// How well duplicates are found: recall of each of ten families and precision among look-alikes, on a corpus that anybody
// can make again from its seed, and how many invoices are screened a second.
import { type CorpusSize, corpusOf } from './duplicates/corpus';
import { detect, readCorpus } from './duplicates/detect';
import { type FamilyFigures, type Figures, figuresOf } from './duplicates/judge';

interface Line {
  readonly json: object;
  readonly text: string;
}

export interface Measured extends Figures {
  readonly invoices: number;
  readonly perSecond: number;
}

export async function benchDuplicates({ full }: { readonly full: boolean }): Promise<Line[]> {
  const size: CorpusSize = full
    ? { seed: 2026, honest: 100_000, each: 1_000, sellers: 600 }
    : { seed: 2026, honest: 10_000, each: 200, sellers: 60 };
  const measured = await measureDuplicates(size);
  const { families, exactRecall, nearRecall, precision, flagged, wrong, invoices, perSecond } = measured;
  const { honest } = measured;
  const summary = { honest, exactRecall, nearRecall, precision, flagged, wrong, invoices, perSecond };
  return [
    ...families.map((one) => ({ json: { bench: 'duplicates', ...one }, text: wordsOf(one) })),
    {
      json: { bench: 'duplicates', seed: size.seed, ...summary },
      text:
        `duplicates: recall exact ${exactRecall}, near ${nearRecall}; precision ${precision} ` +
        `(${wrong} wrong of ${flagged} flagged; ${honest.wrong} of ${honest.invoices} honest ones held); ${invoices} invoices, ${perSecond}/s; seed ${size.seed}`,
    },
  ];
}

export async function measureDuplicates(size: CorpusSize): Promise<Measured> {
  const corpus = corpusOf(size);
  const invoices = await readCorpus(corpus);
  const began = performance.now();
  const found = detect(invoices);
  const seconds = (performance.now() - began) / 1000;
  return {
    ...figuresOf(corpus, found),
    invoices: invoices.length,
    perSecond: Math.round(invoices.length / seconds),
  };
}

function wordsOf({
  family,
  cases,
  found,
  recall,
  precision,
  wrong,
  told: said,
  classes,
}: FamilyFigures): string {
  const told = Object.entries(classes).map(([name, count]) => `${name} ${count}`);
  return (
    `duplicates ${family}: ${found} of ${cases} found, recall ${recall} (${told.join(', ')}); ` +
    `precision ${precision} (${wrong} wrong of ${said} invoices told of)`
  );
}

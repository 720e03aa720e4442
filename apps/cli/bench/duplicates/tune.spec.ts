import { corpusOf } from './corpus';
import { detect, readCorpus } from './detect';
import { figuresOf } from './judge';
it('tunes', async () => {
  for (const seed of [1, 2]) {
    const corpus = corpusOf({ seed, honest: 10000, each: 200, sellers: 60 });
    const read = await readCorpus(corpus);
    const start = performance.now();
    const found = detect(read);
    const ms = performance.now() - start;
    const f = figuresOf(corpus, found);
    console.log(JSON.stringify({ ...f, wrongAts: undefined }, null, 1), read.length, ms);
    for (const at of f.wrongAts.slice(0, 30)) {
      const m = found.filter((x) => x.at === at && x.class !== 'reissued')[0];
      const show = (p: number) => { const i = corpus.truths[p]!.invoice; return `${i.number} ${i.issueDate} ${i.cents} ${i.currency} ${corpus.truths[p]!.family}`; };
      console.log(m!.class, show(at), '|', m!.otherAts.map(show).join(' ; '));
    }
    const hit = new Set(found.map((x) => x.at));
    corpus.truths.forEach((t, at) => { if (t.family && !hit.has(at) && t.family !== 'split') console.log('missed', t.family, t.invoice.number, t.invoice.issueDate, t.invoice.cents, '|', t.origins.map((o) => { const i = corpus.truths[o]!.invoice; return `${i.number} ${i.issueDate} ${i.cents}`; }).join(' ; ')); });
  }
});

// The answer as people read it: what holds, or the exact step that fails, and what a receipt that holds proves.
import { RECEIPT_STEPS, type ReceiptFault } from '#audit/offline';
import { certificateView } from './certificate-view';
import { element } from './element';
import type { Answer, Judgement, Proved } from './judge';
import { evidenceView } from './evidence-view';
import { slipView } from './slip-view';
import { type Language, texts } from './texts';

export function answerView(answer: Answer, language: Language): HTMLElement {
  const t = texts[language];
  if (answer === 'not_json' || answer === 'empty')
    return element('p', { class: 'verdict bad' }, answer === 'empty' ? t.empty : t.notJson);
  const holding = answer.filter(
    (one) => 'proved' in one || 'slip' in one || 'evidence' in one || 'certificate' in one,
  ).length;
  const all = answer.length;
  const whole = holding === all;
  const words = all === 1 ? oneWords(answer, language) : t.many(holding, all);
  return element(
    'div',
    {},
    element('p', { class: whole ? 'verdict good' : 'verdict bad' }, words),
    ...answer.map((one) => oneView(one, language)),
  );
}

function oneWords([one]: readonly Judgement[], language: Language): string {
  const t = texts[language];
  if (!one || 'fault' in one) return t.fails;
  if ('evidenceFault' in one) return t.evidenceFails;
  if ('evidence' in one) return t.evidenceHolds;
  if ('slipFault' in one) return t.slipFails;
  if ('certificateFault' in one) return t.certificateFails;
  if ('certificate' in one) return t.certificateHolds;
  return 'slip' in one ? t.slipHolds : t.holds;
}

function oneView(one: Judgement, language: Language): HTMLElement {
  if ('certificate' in one || 'certificateFault' in one) return certificateView(one, language);
  if ('slip' in one || 'slipFault' in one) return slipView(one, language);
  if ('evidence' in one || 'evidenceFault' in one) return evidenceView(one, language);
  const fault = 'fault' in one ? one.fault : null;
  const parts = [stepsView(fault, language)];
  if ('proved' in one) parts.push(provedView(one.proved, language));
  return element('section', { class: 'receipt' }, ...parts);
}

function stepsView(fault: ReceiptFault | null, language: Language): HTMLElement {
  const t = texts[language];
  const failing = fault ? RECEIPT_STEPS.indexOf(fault.step) : RECEIPT_STEPS.length;
  const steps = RECEIPT_STEPS.map((step, index) => {
    const state = index < failing ? 'passed' : index === failing ? 'failed' : 'notReached';
    const why =
      state === 'failed' && fault ? [element('div', { class: 'why', lang: 'en' }, fault.reason)] : [];
    return element(
      'li',
      { class: state, 'data-step': step },
      element('strong', {}, t[state]),
      ` ${t.step[step]}`,
      ...why,
    );
  });
  return element('ol', { class: 'steps' }, ...steps);
}

function provedView({ receipt, log, size, signedAt }: Proved, language: Language): HTMLElement {
  const t = texts[language];
  const { leaf, opened } = receipt;
  const rows: [keyof typeof t.field, string][] = [
    ['deed', `${leaf.action} (${leaf.deedId})`],
    ['subject', `${leaf.subjectType} ${leaf.subjectId}, ${leaf.subjectVersion}`],
    ['at', leaf.at],
    ['log', log],
    ['size', `${size}, ${signedAt}`],
  ];
  if (opened.details) rows.push(['details', JSON.stringify(opened.details.value, null, 2)]);
  return element(
    'div',
    {},
    element('h2', {}, t.proves),
    element(
      'dl',
      {},
      ...rows.flatMap(([field, value]) => [
        element('dt', {}, t.field[field]),
        element('dd', {}, field === 'details' ? element('pre', {}, value) : value),
      ]),
    ),
    element('p', { class: 'muted' }, t.notProved),
  );
}

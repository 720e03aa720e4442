// A certificate as people read it: what it says, section by section, or why the file does not hold.
import { type CertificateContent, certificateSections, KIND_TITLES, STATE_TEXTS } from '#registry/offline';
import { element } from './element';
import type { CertificateJudgement } from './judge';
import { type Language, texts } from './texts';

export const certificateStates = STATE_TEXTS;
export type Sections = ReturnType<typeof certificateSections>;

export function certificateView(judged: CertificateJudgement, language: Language): HTMLElement {
  if ('certificateFault' in judged)
    return element(
      'section',
      { class: 'receipt' },
      element('p', { class: 'why', lang: 'en' }, judged.certificateFault),
    );
  const { certificate } = judged;
  return element(
    'section',
    { class: 'receipt' },
    element('h2', {}, titleOf(certificate.kind, language)),
    ...sectionsView(certificateSections(certificate), language),
    element('p', { class: 'muted' }, texts[language].certificateNotProved),
  );
}

export const titleOf = (kind: CertificateContent['kind'], language: Language): string =>
  KIND_TITLES[kind][language];

export const sectionsView = (sections: Sections, language: Language): HTMLElement[] =>
  sections.flatMap(({ title, lines }) => [
    ...(title ? [element('h2', {}, title[language])] : []),
    element(
      'dl',
      {},
      ...lines.flatMap(({ label, value }) => [
        element('dt', {}, label[language]),
        element('dd', {}, value[language]),
      ]),
    ),
  ]);

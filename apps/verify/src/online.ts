// Asks the server that gave this page about a certificate by its number. A QR code brings both number and code, in the
// part of the address that is not sent to any server.
import { certificateStates, type Sections, sectionsView, titleOf } from './certificate-view';
import { element } from './element';
import { type Language, texts } from './texts';

interface Verification {
  readonly number: string;
  readonly kind: Parameters<typeof titleOf>[0];
  readonly issuedAt: string;
  readonly recordedAt: string;
  readonly standing: 'statutory' | 'registered_here_only';
  readonly stateNow: keyof typeof certificateStates | null;
  readonly newest: boolean;
  readonly sections: Sections | null;
}
type Answer = Verification | { readonly problem: string } | null;

const asked = { number: '', code: '' };
let answer: Answer = null;

/** What a QR code carries: number and code. @returns whether there is something to ask */
export function takeFromAddress(hash: string): boolean {
  const [, number, code] = /^#(\d{18})-([0-9a-f]{16})$/.exec(hash) ?? [];
  if (number === undefined || code === undefined) return false;
  Object.assign(asked, { number, code });
  return true;
}

export async function ask(language: Language): Promise<void> {
  const query = new URLSearchParams({ number: asked.number.replace(/\s/g, '') });
  const code = asked.code.replace(/[\s-]/g, '');
  if (code !== '') query.set('code', code);
  try {
    const response = await fetch(`/api/certificates/verification?${query.toString()}`, {
      headers: { 'accept-language': language === 'zh' ? 'zh-CN' : 'en' },
    });
    const body = (await response.json()) as Verification & { title?: string; fix?: string };
    answer = response.ok ? body : { problem: `${body.title ?? ''} ${body.fix ?? ''}` };
  } catch {
    answer = { problem: texts[language].noServer };
  }
}

export function onlineView(language: Language, onAsk: () => void): HTMLElement {
  const t = texts[language];
  const field = (name: 'number' | 'code', label: string, hint: string) => {
    const input = element('input', { id: name, type: 'text', autocomplete: 'off', spellcheck: 'false' });
    input.value = asked[name];
    input.addEventListener('input', () => (asked[name] = input.value));
    return element(
      'div',
      { class: 'field' },
      element('label', { for: name }, label),
      input,
      element('p', { class: 'muted' }, hint),
    );
  };
  const button = element('button', { type: 'submit' }, t.ask);
  const form = element(
    'form',
    { class: 'field' },
    element('h2', {}, t.online),
    field('number', t.number, t.numberHint),
    field('code', t.code, t.codeHint),
    button,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    onAsk();
  });
  return element(
    'div',
    {},
    form,
    element('div', { role: 'status', 'aria-live': 'polite', id: 'online' }, ...answerView(language)),
  );
}

function answerView(language: Language): HTMLElement[] {
  const t = texts[language];
  if (answer === null) return [];
  if ('problem' in answer) return [element('p', { class: 'verdict bad' }, answer.problem)];
  const { kind, number, issuedAt, recordedAt, standing, stateNow, newest, sections } = answer;
  const facts: readonly (readonly [string, string])[] = [
    [t.number, number],
    [t.issuedAt, issuedAt],
    [t.recordedAt, `${recordedAt} · ${t.clock[standing]}`],
    ...(stateNow === null ? [] : [[t.stateNow, certificateStates[stateNow][language]] as const]),
  ];
  return [
    element('p', { class: 'verdict good' }, `${titleOf(kind, language)}: ${t.exists}`),
    element(
      'dl',
      {},
      ...facts.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]),
    ),
    ...(newest ? [] : [element('p', { class: 'why' }, t.newerEdition)]),
    ...(sections === null
      ? [element('p', { class: 'muted' }, t.withoutCode)]
      : sectionsView(sections, language)),
  ];
}

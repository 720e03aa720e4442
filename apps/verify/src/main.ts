// The verification page: a key, a receipt, and the answer. It works from a file and without a network; where a server
// gave it, the server's own statement of the key is filled in for comparison.
import './node/bytes';
import { readVerifier } from '#audit/offline';
import { answerView } from './answer';
import { element } from './element';
import { isPdf } from '#registry/offline';
import { judge, judgePdf } from './judge';
import { ask, onlineView, takeFromAddress } from './online';
import './styles.css';
import { type Language, texts } from './texts';

const isServed = location.protocol.startsWith('http');
let language: Language = navigator.language.startsWith('zh') ? 'zh' : 'en';
let keyIsFromHere = false;
const given: { key: string; receipt: string; pdf: Uint8Array | null } = { key: '', receipt: '', pdf: null };

const root = document.getElementById('root');
const answerPlace = element('div', { role: 'status', 'aria-live': 'polite', id: 'answer' });

function showAnswer(): void {
  const t = texts[language];
  if (given.receipt.trim() === '' && given.pdf === null) return answerPlace.replaceChildren();
  const verifier = readVerifier(given.key);
  answerPlace.replaceChildren(
    verifier
      ? answerView(given.pdf ? judgePdf(given.pdf, verifier) : judge(given.receipt, verifier), language)
      : element('p', { class: 'verdict bad' }, t.keyWrong),
  );
}

function keyField(): HTMLElement {
  const t = texts[language];
  const input = element('input', { id: 'key', type: 'text', spellcheck: 'false', autocomplete: 'off' });
  input.value = given.key;
  input.addEventListener('input', () => {
    given.key = input.value;
    keyIsFromHere = false;
    showAnswer();
  });
  const hint = element('p', { class: 'muted' }, keyIsFromHere ? t.keyFromHere : t.keyHint);
  return element('div', { class: 'field' }, element('label', { for: 'key' }, t.key), input, hint);
}

function receiptField(): HTMLElement {
  const t = texts[language];
  const area = element('textarea', { id: 'receipt', rows: '6', spellcheck: 'false' });
  area.value = given.receipt;
  const take = (text: string) => {
    given.receipt = text;
    given.pdf = null;
    showAnswer();
  };
  area.addEventListener('input', () => take(area.value));
  const takeFile = (file: File | undefined) =>
    void file?.arrayBuffer().then((content) => {
      const bytes = new Uint8Array(content);
      const text = isPdf(bytes) ? '' : new TextDecoder().decode(bytes);
      area.value = text;
      take(text);
      if (!isPdf(bytes)) return;
      given.pdf = bytes;
      showAnswer();
    });
  const file = element('input', {
    type: 'file',
    id: 'file',
    class: 'hidden',
    accept: '.json,application/json,.pdf,application/pdf',
  });
  file.addEventListener('change', () => takeFile(file.files?.[0]));
  const place = element(
    'div',
    { class: 'drop' },
    element('p', {}, t.drop),
    file,
    element('label', { for: 'file', class: 'choose' }, t.choose),
  );
  place.addEventListener('dragover', (event) => event.preventDefault());
  place.addEventListener('drop', (event) => {
    event.preventDefault();
    takeFile(event.dataTransfer?.files[0]);
  });
  const paste = element('label', { for: 'receipt' }, t.paste);
  return element('div', { class: 'field' }, element('h2', {}, t.receipt), place, paste, area);
}

function show(): void {
  const t = texts[language];
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.title = `${t.title} · 右券 Youquan`;
  const other = element('button', { type: 'button', lang: language === 'zh' ? 'en' : 'zh-CN' }, t.language);
  other.addEventListener('click', () => {
    language = language === 'zh' ? 'en' : 'zh';
    show();
  });
  const save = element('a', { href: '/verify.html', download: 'youquan-verify.html' }, t.save);
  root?.replaceChildren(
    element('header', {}, element('h1', {}, t.title), other),
    element('p', { class: 'muted' }, t.about),
    ...(isServed ? [onlineView(language, () => void askOnline())] : []),
    keyField(),
    receiptField(),
    answerPlace,
    ...(isServed ? [element('footer', {}, save)] : []),
  );
  showAnswer();
}

async function askOnline(): Promise<void> {
  await ask(language);
  show();
}

async function askKey(): Promise<void> {
  const answer = await fetch('/api/log/key');
  if (!answer.ok || given.key !== '') return;
  given.key = (await answer.text()).trim();
  keyIsFromHere = true;
  show();
}

show();
if (isServed && takeFromAddress(location.hash)) void askOnline();
if (isServed) void askKey().catch(() => undefined);

// The words that say what kind of person a name belongs to, in the languages of those who trade with China. They are
// compared as forms and not as letters: whoever leaves them out or writes them short means the same firm.
import { editDistance } from './edit-distance';
import { isHan, nameTokens } from './name-tokens';

/** Each line: one form, and the ways of writing it. */
const FORMS: Readonly<Record<string, readonly string[]>> = {
  limited_company: ['有限责任公司', '有限公司', '有限责任', 'youxian gongsi', 'youxian zeren gongsi'],
  joint_stock: ['股份有限公司', '股份公司', 'gufen youxian gongsi'],
  company: ['公司', '总公司'],
  group: ['集团', 'Group'],
  'group+company': ['集团公司'],
  'group+limited_company': ['集团有限公司', '集团有限责任公司'],
  'group+joint_stock': ['集团股份有限公司'],
  kaisha: ['株式会社', '주식회사', 'kabushiki kaisha', 'k.k.'],
  limited_kaisha: ['有限会社', '合同会社'],
  partnership: ['合伙企业', '有限合伙', '普通合伙', '特殊普通合伙', '合伙企业 有限合伙', '合伙企业 普通合伙'],
  co_ltd: ['Co. Ltd.', 'Co. Limited', 'Company Limited', 'Company Ltd.'],
  ltd: ['Ltd.', 'Limited', 'Ltée', 'Limitée', 'Ltda.', 'Limitada'],
  private_ltd: ['Pte. Ltd.', 'Private Limited', 'Pvt. Ltd.', 'Pte. Limited', 'Private Ltd.', 'Pvt. Limited'],
  proprietary_ltd: ['Pty. Ltd.', 'Proprietary Limited', 'Pty. Limited', 'Pty.'],
  inc: ['Inc.', 'Incorporated', 'Incorporée'],
  corp: ['Corp.', 'Corporation'],
  co: ['Co.', 'Company', 'Cie.', 'Compagnie'],
  llc: ['L.L.C.', 'Limited Liability Company'],
  llp: ['L.L.P.', 'Limited Liability Partnership'],
  lp: ['L.P.', 'Limited Partnership'],
  plc: ['P.L.C.', 'Public Limited Company'],
  ulc: ['U.L.C.', 'Unlimited Liability Company'],
  gmbh: ['GmbH', 'Gesellschaft mit beschränkter Haftung'],
  gmbh_kg: ['GmbH & Co. KG', 'GmbH und Co. KG'],
  ag: ['AG', 'Aktiengesellschaft'],
  kg: ['KG', 'Kommanditgesellschaft'],
  sa: ['S.A.', 'Société anonyme', 'Sociedad anónima', 'Sociedade anônima'],
  sas: ['S.A.S.'],
  sarl: ['S.à r.l.', 'SARL', 'Société à responsabilité limitée'],
  srl: ['S.r.l.', 'Società a responsabilità limitata'],
  spa: ['S.p.A.', 'Società per azioni'],
  sl: ['S.L.', 'Sociedad limitada'],
  bv: ['B.V.', 'Besloten vennootschap'],
  nv: ['N.V.', 'Naamloze vennootschap'],
  ab: ['AB', 'Aktiebolag'],
  as: ['A/S', 'ApS', 'ASA'],
  oy: ['Oy', 'Oyj', 'Osakeyhtiö'],
  se: ['SE'],
  zoo: ['Sp. z o.o.'],
  sro: ['s.r.o.'],
  doo: ['d.o.o.'],
  kft: ['Kft.', 'Zrt.'],
  ooo: ['ООО', 'OOO', 'Общество с ограниченной ответственностью'],
  ao: ['АО', 'ПАО', 'ЗАО'],
  bhd: ['Sdn. Bhd.', 'Bhd.', 'Berhad'],
  tbk: ['Tbk.'],
  pt: ['PT'],
};
/** Forms that stand before the name. */
const LEADING: readonly string[] = ['ooo', 'ao', 'pt', 'kaisha', 'limited_kaisha'];
/** A slip of one letter is forgiven in forms at least so long; shorter ones would swallow other words. */
const FORGIVING = { han: 4, other: 3 } as const;

interface Form {
  readonly code: string;
  readonly words: readonly string[];
  readonly letters: readonly string[];
}
const letterCount = (words: readonly string[]) =>
  words.reduce((sum, word) => sum + Array.from(word).length, 0);

/** The longest first, so that "Co. Ltd." is not taken for "Ltd.". */
const ALL: readonly Form[] = Object.entries(FORMS)
  .flatMap(([code, spellings]) =>
    spellings.map((spelling): Form => {
      const words = nameTokens(spelling);
      return { code, words, letters: Array.from(words.join('')) };
    }),
  )
  .sort((a, b) => letterCount(b.words) - letterCount(a.words));
const HAN_FORMS = ALL.filter(({ words }) => words.length === 1 && isHan(words[0] ?? ''));
const OTHER_FORMS = ALL.filter((form) => !HAN_FORMS.includes(form));
/** Those that end with a word, by that word, so that a name is compared with few of them. */
const BY_LAST_WORD = new Map<string, Form[]>();
for (const form of OTHER_FORMS) {
  const last = form.words.at(-1) ?? '';
  BY_LAST_WORD.set(last, [...(BY_LAST_WORD.get(last) ?? []), form]);
}
const LEADING_WORDS: ReadonlyMap<string, string> = new Map(
  ALL.filter(({ code, words }) => LEADING.includes(code) && words.length === 1).map(({ code, words }) => [
    words[0] ?? '',
    code,
  ]),
);
const LEADING_HAN = HAN_FORMS.filter(({ code }) => LEADING.includes(code));

export interface FormAndRest {
  /** The form by its code, several joined by "+", empty when there is none. */
  readonly form: string;
  /** What is left of the name; never empty unless the name is. */
  readonly rest: readonly string[];
}

/** @param mistyped forgives a slip of one letter in the last form of the name, where that is no form as it stands */
export function withoutLegalForm(words: readonly string[], mistyped = false): FormAndRest {
  let rest = words;
  const found: string[] = [];
  for (let shorter = takeOne(rest, mistyped); shorter; shorter = takeOne(rest, false)) {
    if (shorter.rest.length === 0) break;
    found.unshift(shorter.form);
    rest = shorter.rest;
  }
  return { form: found.join('+'), rest };
}

function takeOne(words: readonly string[], mistyped: boolean): FormAndRest | null {
  return hanSuffix(words, mistyped) ?? wordsAtEnd(words, mistyped) ?? wordsAtStart(words);
}

function hanSuffix(words: readonly string[], mistyped: boolean): FormAndRest | null {
  const last = words.at(-1) ?? '';
  if (!isHan(last)) return null;
  const taken = (code: string, length: number): FormAndRest => {
    const kept = Array.from(last).slice(0, -length).join('');
    return { form: code, rest: kept === '' ? words.slice(0, -1) : [...words.slice(0, -1), kept] };
  };
  const exact = HAN_FORMS.find(({ words: [form = ''] }) => last.endsWith(form));
  const length = exact?.letters.length ?? 0;
  const near = mistyped ? nearHan(Array.from(last), length) : null;
  if (near) return taken(near.code, near.length);
  return exact ? taken(exact.code, length) : null;
}

const LONG_HAN = HAN_FORMS.filter(({ letters }) => letters.length >= FORGIVING.han);

/** A form that covers more than the one that stands there without a slip. */
function nearHan(characters: readonly string[], beyond: number): { code: string; length: number } | null {
  for (const { code, letters } of LONG_HAN) {
    if (letters.length <= beyond) return null;
    const tail = characters.slice(-letters.length - 1);
    if (tail.filter((one) => letters.includes(one)).length < letters.length - 1) continue;
    for (const length of [letters.length + 1, letters.length - 1, letters.length])
      if (length < characters.length && editDistance(characters.slice(-length), letters, 1) <= 1)
        return { code, length };
  }
  return null;
}

function wordsAtEnd(words: readonly string[], mistyped: boolean): FormAndRest | null {
  const exact = (BY_LAST_WORD.get(words.at(-1) ?? '') ?? []).find(
    ({ words: form }) =>
      form.length <= words.length && form.every((word, index) => word === words.at(index - form.length)),
  );
  const near = mistyped ? nearWords(words, exact?.words.length ?? 0) : null;
  if (near) return near;
  return exact ? { form: exact.code, rest: words.slice(0, -exact.words.length) } : null;
}

const MOST_WORDS = 2;

/** A form that covers more words than the one that stands there without a slip. */
function nearWords(words: readonly string[], beyond: number): FormAndRest | null {
  for (let count = MOST_WORDS; count > beyond; count--) {
    if (count > words.length) continue;
    const letters = Array.from(words.slice(-count).join(''));
    const near = OTHER_FORMS.find((form) => form.words.length === count && isNear(letters, form.letters));
    if (near) return { form: near.code, rest: words.slice(0, -count) };
  }
  return null;
}

const isNear = (word: readonly string[], form: readonly string[]): boolean =>
  form.length >= FORGIVING.other &&
  Math.abs(word.length - form.length) <= 1 &&
  editDistance(word, form, 1) === 1;

function wordsAtStart(words: readonly string[]): FormAndRest | null {
  const [first = '', ...others] = words;
  const whole = LEADING_WORDS.get(first);
  if (whole !== undefined) return { form: whole, rest: others };
  const prefix = LEADING_HAN.find(({ words: [form = ''] }) => first.startsWith(form));
  if (!prefix) return null;
  const kept = Array.from(first).slice(prefix.letters.length).join('');
  return { form: prefix.code, rest: kept === '' ? others : [kept, ...others] };
}

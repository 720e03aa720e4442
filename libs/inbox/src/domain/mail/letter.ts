// A mail about an inbox: what waits and what happened, kind by kind, with links. It names numbers of invoices and deals, as
// the inbox does, and never an amount.
import { ENTRY_RULES, type EntryKind, type Subject } from '../entry';
import { KIND_WORDS } from './kind-words';
import { type Cadence, cadenceOf, type MailLanguage, type MailWish } from './wish';

/** Entries of one kind for the same people, as they are counted. */
export interface Bundle {
  readonly organisationId: string;
  readonly permission: string;
  readonly personId: string | null;
  readonly notFor: string | null;
  readonly kind: EntryKind;
  readonly count: number;
  readonly overdue: number;
  /** RFC 3339; of the one that is due first. */
  readonly dueAt: string | null;
  /** Of the newest at most three. */
  readonly labels: readonly string[];
  readonly subjectType: Subject;
  /** Of the newest. */
  readonly subjectId: string;
}
export interface Addressee {
  readonly userId: string;
  readonly organisationId: string;
  readonly permissions: ReadonlySet<string>;
}
export interface Letter {
  readonly language: MailLanguage;
  readonly entries: number;
  readonly subject: string;
  readonly text: string;
}

/** Where one can look at a single subject. */
const PAGES: Partial<Record<Subject, string>> = Object.freeze({
  approval: '/approvals/',
  deal: '/deals/',
  demand: '/demands/',
  dispute: '/disputes/',
  financing_request: '/requests/',
  payment: '/payments/',
  payout: '/payouts/',
  registration: '/registrations/',
  upload: '/uploads/',
});

const WORDS = {
  zh: {
    title: (tasks: number, told: number) =>
      `[右券] ${[tasks > 0 ? `待办 ${tasks} 项` : '', told > 0 ? `消息 ${told} 条` : ''].filter(Boolean).join('，')}`,
    tasks: '等待您处理：',
    told: '请知悉：',
    line: (word: string, count: number) => (count > 1 ? `${word}（${count} 项）` : word),
    overdue: (count: number) => `${count} 项已逾期`,
    due: (day: string) => `最早 ${day} 到期`,
    more: '等',
    all: (url: string) => `全部事项：${url}`,
    wishes: (url: string) => `选择哪些事项发邮件：${url}`,
  },
  en: {
    title: (tasks: number, told: number) =>
      `[Youquan] ${[tasks > 0 ? `${tasks} to do` : '', told > 0 ? `${told} new` : ''].filter(Boolean).join(', ')}`,
    tasks: 'Waiting for you:',
    told: 'For your information:',
    line: (word: string, count: number) => (count > 1 ? `${word} (${count})` : word),
    overdue: (count: number) => `${count} overdue`,
    due: (day: string) => `the first due on ${day}`,
    more: 'and others',
    all: (url: string) => `Everything: ${url}`,
    wishes: (url: string) => `Choose what you are mailed: ${url}`,
  },
} as const;

export const concerns = (bundle: Bundle, { userId, organisationId, permissions }: Addressee): boolean =>
  bundle.organisationId === organisationId &&
  permissions.has(bundle.permission) &&
  (bundle.personId === null || bundle.personId === userId) &&
  bundle.notFor !== userId;

/** Null when nothing of it is for this person at this cadence. */
export function letterOf(
  bundles: readonly Bundle[],
  addressee: Addressee,
  {
    wish,
    cadence,
    siteUrl,
  }: { readonly wish: MailWish; readonly cadence: Cadence; readonly siteUrl: string },
): Letter | null {
  const own = bundles.filter((one) => concerns(one, addressee) && cadenceOf(one.kind, wish) === cadence);
  if (own.length === 0) return null;
  const { language } = wish;
  const words = WORDS[language];
  const tasks = own.filter(({ kind }) => ENTRY_RULES[kind].task).sort(byUrgency);
  const told = own.filter(({ kind }) => !ENTRY_RULES[kind].task);
  const counted = (list: readonly Bundle[]) => list.reduce((sum, { count }) => sum + count, 0);
  const part = (title: string, list: readonly Bundle[]) =>
    list.length === 0 ? [] : [title, ...list.flatMap((one) => linesOf(one, language, siteUrl)), ''];
  return {
    language,
    entries: counted(own),
    subject: words.title(counted(tasks), counted(told)),
    text: [
      ...part(words.tasks, tasks),
      ...part(words.told, told),
      words.all(`${siteUrl}/inbox`),
      words.wishes(`${siteUrl}/mail-wishes`),
    ].join('\n'),
  };
}

/** What is overdue first, then what is due first. */
function byUrgency(one: Bundle, other: Bundle): number {
  if (one.overdue > 0 !== other.overdue > 0) return one.overdue > 0 ? -1 : 1;
  const [a, b] = [one.dueAt ?? '9999', other.dueAt ?? '9999'];
  return a < b ? -1 : a > b ? 1 : 0;
}

function linesOf(bundle: Bundle, language: MailLanguage, siteUrl: string): string[] {
  const { kind, count, overdue, dueAt, labels, subjectType, subjectId } = bundle;
  const words = WORDS[language];
  const facts = [
    labels.length > 0 ? labels.join(', ') + (count > labels.length ? ` ${words.more}` : '') : '',
    overdue > 0 ? words.overdue(overdue) : '',
    overdue === 0 && dueAt !== null ? words.due(dueAt.slice(0, 10)) : '',
  ].filter((fact) => fact !== '');
  const page = count === 1 ? PAGES[subjectType] : undefined;
  const head = `- ${words.line(KIND_WORDS[kind][language], count)}`;
  return [
    facts.length > 0 ? `${head}: ${facts.join('; ')}` : head,
    ...(page === undefined ? [] : [`  ${siteUrl}${page}${subjectId}`]),
  ];
}

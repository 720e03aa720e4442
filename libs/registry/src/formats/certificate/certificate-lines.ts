// What a certificate says, line by line: the paper, the command and the page that verifies read the same lines.
import type { Bilingual } from '#kernel';
import { CATEGORY_TEXTS } from '../../domain/category';
import { microsFromText, termOf } from '../../domain/filing-time';
import { CHANGE_FIELDS } from './certificate';
import type {
  CertificateContent,
  EventFacts,
  HitFacts,
  ItemFacts,
  PartyFacts,
  RegistrationFacts,
  SearchFacts,
  StatutoryStamp,
} from './certificate';
import { amountInWords, instantInWords } from './plain-figures';
import { CLOCK_TEXTS, LABELS, RULE_TEXTS, SEARCH_TEXTS, STATE_TEXTS } from './certificate-words';

export interface CertificateLine {
  readonly label: Bilingual;
  readonly value: Bilingual;
}
export interface CertificateSection {
  /** Null: what every certificate begins with. */
  readonly title: Bilingual | null;
  readonly lines: readonly CertificateLine[];
}

const same = (text: string): Bilingual => ({ zh: text, en: text });
const line = (label: Bilingual, value: Bilingual | string): CertificateLine => ({
  label,
  value: typeof value === 'string' ? same(value) : value,
});
const inBoth = (text: (language: 'zh' | 'en') => string): Bilingual => ({ zh: text('zh'), en: text('en') });
const joined = (separator: string, ...parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(separator);

export function certificateSections(content: CertificateContent): CertificateSection[] {
  const { registration, event, search } = content;
  return [
    { title: null, lines: headLines(content) },
    ...(event ? [{ title: LABELS.event, lines: eventLines(event) }] : []),
    ...(registration ? [{ title: LABELS.registration, lines: registrationLines(registration) }] : []),
    ...(search ? [{ title: LABELS.search, lines: searchLines(search) }] : []),
  ];
}

function headLines(content: CertificateContent): CertificateLine[] {
  const { number, edition, recordedAt, standing, statutory, issuedAt } = content;
  return [
    line(LABELS.number, number),
    ...(edition > 1 ? [line(LABELS.edition, String(edition))] : []),
    line(LABELS.recordedAt, instantInWords(recordedAt)),
    line(LABELS.clock, CLOCK_TEXTS[standing]),
    ...(standing === 'statutory' ? [] : [line(LABELS.statutory, statutoryText(statutory))]),
    line(LABELS.issuedAt, instantInWords(issuedAt)),
  ];
}

const statutoryText = (stamp: StatutoryStamp | null): Bilingual =>
  stamp
    ? inBoth((language) => `${stamp.number}, ${instantInWords(stamp.registeredAt)[language]}`)
    : LABELS.noStatutory;

function registrationLines(facts: RegistrationFacts): CertificateLine[] {
  const { number, category, filedAt, maximumAmount } = facts;
  return [
    line(LABELS.registrationNumber, number),
    line(LABELS.category, CATEGORY_TEXTS[category]),
    line(LABELS.filedAt, instantInWords(filedAt)),
    line(LABELS.term, termText(facts)),
    ...(maximumAmount === null ? [] : [line(LABELS.maximumAmount, amountInWords(maximumAmount))]),
    ...facts.grantors.map((party) => line(LABELS.grantor, partyText(party))),
    ...facts.securedParties.map((party) => line(LABELS.securedParty, partyText(party))),
    ...facts.collateral.map((item) => line(LABELS.collateral, itemText(item))),
  ];
}

/** An extended term no longer follows from its months. */
function termText({ filedAt, termMonths, expiresOn }: RegistrationFacts): Bilingual {
  const months = `${termMonths} ${termMonths === 1 ? 'month' : 'months'}`;
  if (termOf(microsFromText(filedAt), termMonths).expiresOn === expiresOn)
    return {
      zh: `${termMonths}个月，至${expiresOn}`,
      en: `${months}, until ${expiresOn}`,
    };
  return {
    zh: `至${expiresOn}，已展期；原为${termMonths}个月`,
    en: `until ${expiresOn}, extended; at first ${months}`,
  };
}

const partyText = ({ legalName, identifierScheme, identifier }: PartyFacts): string =>
  joined(', ', legalName, identifier === null ? null : `${identifierScheme ?? ''} ${identifier}`);

function itemText({ description, amount, invoiceNumber, debtorName }: ItemFacts): Bilingual {
  const inWords = (language: 'zh' | 'en') =>
    joined(
      '; ',
      description,
      amount && amountInWords(amount),
      invoiceNumber === null ? null : `${LABELS.invoice[language]} ${invoiceNumber}`,
      debtorName === null ? null : `${LABELS.debtor[language]} ${debtorName}`,
    );
  return { zh: inWords('zh'), en: inWords('en') };
}

function fieldText(field: string): Bilingual {
  const [name, no = ''] = field.split(' ');
  const known = CHANGE_FIELDS.find((one) => one === name);
  if (known === undefined) return same(field);
  return { zh: `${LABELS[known].zh} ${no}`.trim(), en: `${LABELS[known].en} ${no}`.trim() };
}

function eventLines({ objection, objector, reason, changes }: EventFacts): CertificateLine[] {
  const shown = (text: string | null) => (text === null ? '—' : amountInWords(text));
  return [
    ...(objection === undefined ? [] : [line(LABELS.objectionNumber, objection)]),
    ...(objector === undefined ? [] : [line(LABELS.objector, objector)]),
    ...(reason === null ? [] : [line(LABELS.reason, reason)]),
    ...changes.map(({ field, before, after }) =>
      line(fieldText(field), {
        zh: `${LABELS.before.zh} ${shown(before)}; ${LABELS.after.zh} ${shown(after)}`,
        en: `${LABELS.before.en} ${shown(before)}; ${LABELS.after.en} ${shown(after)}`,
      }),
    ),
  ];
}

function searchLines({ terms, hitCount, complete, hits, nearMisses }: SearchFacts): CertificateLine[] {
  const { by, name, identifier, assetKey, invoiceNumber, debtorName, number, at } = terms;
  const { includeEnded, includeArchived } = terms;
  const asked = joined(' · ', name, identifier, assetKey, invoiceNumber, debtorName, number);
  const termsIn = (language: 'zh' | 'en') =>
    joined(
      ', ',
      `${SEARCH_TEXTS[by][language]}: ${asked}`,
      includeEnded ? LABELS.includeEnded[language] : null,
      includeArchived === true ? LABELS.includeArchived[language] : null,
    );
  return [
    line(LABELS.terms, { zh: termsIn('zh'), en: termsIn('en') }),
    ...(at === null ? [] : [line(LABELS.asOf, instantInWords(at))]),
    line(LABELS.hits, {
      zh: joined('; ', String(hitCount), complete ? null : LABELS.continued.zh),
      en: joined('; ', String(hitCount), complete ? null : LABELS.continued.en),
    }),
    ...hits.map((hit, index) => line(same(`${index + 1}.`), hitText(hit))),
    ...(nearMisses.length === 0 ? [] : [line(LABELS.nearMisses, nearMisses.join('; '))]),
  ];
}

function hitText(hit: HitFacts): Bilingual {
  const { rule, score, category, state, number, filedAt, expiresOn, statutory, matchedName } = hit;
  const inWords = (language: 'zh' | 'en') =>
    joined(
      '; ',
      number,
      `${instantInWords(filedAt)[language]} – ${expiresOn}`,
      CATEGORY_TEXTS[category][language],
      STATE_TEXTS[state][language],
      `${LABELS.grantor[language]} ${hit.grantors.join(', ')}`,
      `${LABELS.securedParty[language]} ${hit.securedParties.join(', ')}`,
      statutory
        ? `${LABELS.statutory[language]} ${statutory.number}, ${instantInWords(statutory.registeredAt)[language]}`
        : null,
      ...(hit.objections ?? []).map(
        ({ number: objection, objector, proved }) =>
          `${LABELS.objection[language]} ${objection}, ${objector}${proved ? ` (${LABELS.proved[language]})` : ''}`,
      ),
      `${RULE_TEXTS[rule][language]}${hit.class === 'similar' ? ` (${score}: ${matchedName ?? ''})` : ''}`,
    );
  return { zh: inWords('zh'), en: inWords('en') };
}

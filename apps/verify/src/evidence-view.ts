// Evidence of a confirmation as people read it: who owes what to whom by whose statement, and how it came about.
import type { ConfirmationEvidence } from '#receivables/offline';
import { element, type Row, rowsView } from './element';
import type { EvidenceJudgement } from './judge';
import { type Language, texts } from './texts';

export function evidenceView(judged: EvidenceJudgement, language: Language): HTMLElement {
  const parts =
    'evidence' in judged
      ? provedView(judged.evidence, language)
      : [element('p', { class: 'why', lang: 'en' }, judged.evidenceFault)];
  return element('section', { class: 'receipt' }, ...parts);
}

/** The words of the statement that people look for; whatever else it says stands below as it was signed. */
interface Stated {
  readonly invoiceNumber?: unknown;
  readonly supplierName?: unknown;
  readonly debtorName?: unknown;
  readonly decision?: unknown;
  readonly confirmed?: { readonly amount: string; readonly currency: string };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function provedView(evidence: ConfirmationEvidence, language: Language): HTMLElement[] {
  const t = texts[language];
  const stated = JSON.parse(evidence.statement) as Stated;
  const { confirmed } = stated;
  const { field } = t.evidence;
  const rows: Row[] = [
    [field.debtor, textOf(stated.debtorName)],
    [field.supplier, textOf(stated.supplierName)],
    [field.invoice, textOf(stated.invoiceNumber)],
    [field.decision, textOf(stated.decision)],
    [field.confirmed, confirmed ? `${confirmed.currency} ${confirmed.amount}` : ''],
    ...evidence.people.map(({ part, kind, authenticatedBy, at }): Row => [
      t.evidence.part[part],
      `${kind}, ${authenticatedBy.join(' + ')}, ${at}`,
    ]),
    [field.signature, signedBy(evidence, t.evidence.unsigned)],
    [field.delivery, evidence.delivery.map(({ event, at }) => `${event} ${at}`).join('; ')],
    [field.grade, evidence.grade ? `${evidence.grade.grade} (${evidence.grade.reasons.join(', ')})` : ''],
    [field.document, `${evidence.document.name}, SHA-256 ${evidence.document.sha256}`],
    [field.issued, evidence.issuedAt],
  ];
  return [
    element('h2', {}, t.proves),
    rowsView(rows.filter(([, value]) => value !== '')),
    element('pre', {}, JSON.stringify(stated, null, 2)),
    element('p', { class: 'muted' }, t.evidenceNotProved),
  ];
}

const signedBy = ({ signatures }: ConfirmationEvidence, unsigned: string): string =>
  signatures.map(({ algorithm, keyId }) => `${algorithm}, ${keyId}`).join('; ') || unsigned;

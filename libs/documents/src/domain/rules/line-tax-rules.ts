// The tax that a Chinese invoice states for each line, within the tolerances of the tax control system: 0.06 yuan a
// line and 1.27 yuan an invoice. Lines that state no tax, as those of EN 16931, are not judged here.
import { Decimal } from '#kernel';
import type { DraftLine, InvoiceDraft } from '../invoice-draft';
import { refusal, type Finding } from '../verdict';

const LINE_TOLERANCE = new Decimal('0.06');
const INVOICE_TOLERANCE = new Decimal('1.27');

function broken(rule: string, en: string, zh: string): Finding {
  const fix = { en: 'Ask the issuer for a corrected invoice.', zh: '请开票方提供更正后的发票。' };
  return refusal(rule, { en, zh }, fix);
}

function rateFails({ netAmount, taxAmount, taxRate }: DraftLine): boolean {
  if (netAmount === null || taxAmount === null || taxRate === null) return false;
  return new Decimal(netAmount).times(taxRate).minus(taxAmount).abs().greaterThan(LINE_TOLERANCE);
}

export function lineTaxFindings({ lines, taxAmount }: InvoiceDraft): Finding[] {
  const findings: Finding[] = [];
  const wrong = lines.findIndex(rateFails);
  if (wrong >= 0) {
    findings.push(
      broken(
        'line_tax',
        `Line ${wrong + 1}: the tax is not the amount times the rate.`,
        `第 ${wrong + 1} 行：税额不等于金额乘以税率。`,
      ),
    );
  }
  const taxes = lines.flatMap((line) => (line.taxAmount === null ? [] : [line.taxAmount]));
  if (taxAmount === null || taxes.length === 0 || taxes.length < lines.length) return findings;
  const sum = Decimal.sum(...taxes);
  if (sum.minus(taxAmount).abs().greaterThan(INVOICE_TOLERANCE)) {
    findings.push(
      broken(
        'tax_total',
        `The total tax is ${taxAmount}, but the lines make ${sum.toFixed()}.`,
        `税额合计为 ${taxAmount}，但各行税额合计为 ${sum.toFixed()}。`,
      ),
    );
  }
  return findings;
}

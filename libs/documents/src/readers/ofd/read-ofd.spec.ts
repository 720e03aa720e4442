import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { customDatas, ofdOf, ofdParts, ORIGINAL_INVOICE } from '../../testing/ofd';
import { voucher } from '../../testing/xml-documents';
import { zipOf } from '../../testing/zip';
import { EICAR } from '../eicar';
import { readInvoices } from '../read-invoices';

const KEY = 'L:03200260011100112233';

async function only(bytes: Uint8Array): Promise<Awaited<ReturnType<typeof readInvoices>>[number]> {
  const readings = await readInvoices(bytes);
  expect(readings).toHaveLength(1);
  return readings[0] as (typeof readings)[number];
}

describe('an OFD', () => {
  test('is read by the XML attached to it', async () => {
    const { status, reasons, draft, key } = await only(ofdOf({ attachments: ['<html/>', ORIGINAL_INVOICE] }));
    expect([status, reasons, key]).toEqual(['accepted', [], KEY]);
    expect(draft).toMatchObject({ issueDate: '2026-09-28', payableAmount: '1130', lineCount: 1 });
    expect(draft?.lines[0]).toMatchObject({ taxRate: '0.13', taxAmount: '130' });
  });

  test('is not better than the voucher attached beside its invoice', async () => {
    const efapiao = readFileSync(join(__dirname, '../../../../../test/samples/efapiao-mingyuan-huadong.xml'));
    const facts = {
      InvoiceNumber: '26322000000912345601',
      TotalAmWithoutTax: '435600.00',
      TotalTaxAm: '56628.00',
      'TotalTax-includedAmount': '492228.00',
      WhetherEinvoiceHasBeenFactoredSoldOrSecuritized: 'Y',
    };
    const { status, flags } = await only(ofdOf({ attachments: [efapiao.toString(), voucher(facts)] }));
    expect([status, flags]).toEqual(['flagged', ['already_assigned']]);
  });

  test('is read by the data of its head', async () => {
    const { status, draft, key } = await only(ofdOf({ data: customDatas() }));
    expect([status, key]).toEqual(['accepted', KEY]);
    expect(draft).toMatchObject({
      netAmount: '1000',
      taxAmount: '130',
      payableAmount: '1130',
      lineCount: null,
    });
  });

  test('is completed by what its tags point at on the page', async () => {
    const { status, draft } = await only(ofdOf({ data: customDatas({ 合计税额: '', 购买方名称: '' }) }));
    expect([status, draft?.taxAmount, draft?.buyer.name]).toEqual([
      'accepted',
      '130',
      '华东重工集团股份有限公司',
    ]);
  });

  test('a stated value counts more than a printed one, and must add up', async () => {
    const { status, reasons } = await only(ofdOf({ data: customDatas({ 合计税额: '131.00' }) }));
    expect([status, reasons.map(({ rule }) => rule)]).toEqual(['refused', ['BR-CO-15']]);
  });

  test('a red-letter invoice is a credit note that names the invoice it reverses', async () => {
    const data = customDatas({
      合计金额: '-1000.00',
      合计税额: '-130.00',
      价税合计: '-1130.00',
      备注: '对应正数发票代码:032002600111号码:00112200',
    });
    const { flags, draft } = await only(ofdOf({ data }));
    expect(flags).toContain('credit_note');
    expect(draft?.precedingInvoices).toEqual(['00112200']);
  });

  const lineTax = (from: string, to: string): string => ORIGINAL_INVOICE.replace(from, to);

  test.each([
    ['documents.several_invoices', { attachments: [ORIGINAL_INVOICE, lineTax('00112233', '00112234')] }],
    ['documents.xml_doctype', { attachments: [`<!DOCTYPE a>${ORIGINAL_INVOICE}`] }],
    ['line_tax', { attachments: [lineTax('13%', '6%')] }],
    [
      'tax_total',
      {
        attachments: [
          lineTax('<f:TaxAmount>130.00', '<f:TaxAmount>***')
            .replace(
              '</f:GoodsInfos>',
              '<f:GoodsInfo><f:TaxAmount>9</f:TaxAmount></f:GoodsInfo></f:GoodsInfos>',
            )
            .replace('***', '130.00'),
        ],
      },
    ],
    ['documents.value_malformed', { data: customDatas({ 价税合计: 'much' }) }],
    ['documents.eicar', { data: customDatas(), more: [['Doc_0/Res/a.bin', EICAR]] as const }],
  ])('%s refuses', async (rule, options) => {
    const { status, reasons } = await only(ofdOf(options));
    expect(status).toBe('refused');
    expect(reasons.map((reason) => reason.rule)).toContain(rule);
  });

  test('an exempt line without a tax is not judged by it', async () => {
    const exempt = lineTax('<f:TaxScheme>13%', '<f:TaxScheme>免税').replace(
      '<f:TaxAmount>130.00',
      '<f:TaxAmount>***',
    );
    expect((await only(ofdOf({ attachments: [exempt] }))).status).toBe('accepted');
  });

  test.each<[string, string, (parts: [string, string | Uint8Array][]) => [string, string | Uint8Array][]]>([
    [
      'documents.ofd_malformed',
      'an empty head',
      (parts) => parts.map(([name, content]) => [name, name === 'OFD.xml' ? '<OFD/>' : content]),
    ],
    [
      'documents.xml_malformed',
      'a damaged head',
      (parts) => parts.map(([name, content]) => [name, name === 'OFD.xml' ? '<OFD' : content]),
    ],
    ['documents.zip_malformed', 'nothing', () => []],
  ])('%s: %s', async (rule, _, change) => {
    const parts = change(ofdParts({ data: customDatas() }));
    const bytes = parts.length === 0 ? ofdOf({}).subarray(0, 300) : zipOf(parts);
    expect((await only(bytes)).reasons[0]?.rule).toBe(rule);
  });

  test('without its document the head still says what it says', async () => {
    const parts = ofdParts({ data: customDatas() }).filter(([name]) => name === 'OFD.xml');
    expect((await only(zipOf(parts))).status).toBe('accepted');
  });

  test('without data, tags and attachment there is no invoice', async () => {
    const parts = ofdParts({}).filter(([name]) => !name.includes('Tags'));
    expect((await only(zipOf(parts))).reasons[0]?.rule).toBe('documents.ofd_without_invoice');
  });
});

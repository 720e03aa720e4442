// An e-fapiao as OFD: the original XML attached to it where there is one, else the values its head states
// (CustomDatas), completed by what its tags point at on the pages.
import { all, first, textAt, type XmlElement } from '#platform/xml';
import { errors } from '../../domain/errors';
import type { Reading } from '../../domain/reading';
import { attachedInvoice } from '../xml/attached-invoice';
import { Fields } from '../fields';
import { type VatField, type VatValues, vatInvoice } from '../xml/vat-invoice';
import { OFD_ENTRY, type OfdPackage, resolvePath } from './ofd-package';
import { taggedValues } from './page-text';

const CUSTOM_DATA: Readonly<Record<string, VatField>> = {
  发票代码: 'InvoiceCode',
  发票号码: 'InvoiceNo',
  开票日期: 'IssueDate',
  销售方名称: 'SellerName',
  销售方纳税人识别号: 'SellerTaxID',
  购买方名称: 'BuyerName',
  购买方纳税人识别号: 'BuyerTaxID',
  合计金额: 'TaxExclusiveTotalAmount',
  合计税额: 'TaxTotalAmount',
  价税合计: 'TaxInclusiveTotalAmount',
  备注: 'Note',
};
const AMOUNTS: readonly VatField[] = ['TaxExclusiveTotalAmount', 'TaxTotalAmount', 'TaxInclusiveTotalAmount'];
const MAX_DOCUMENTS = 100;

/**
 * One reading for each document of the package, which is nearly always one.
 * @throws documents.ofd_malformed, documents.ofd_without_invoice, and what is wrong with the XML inside
 */
export function readOfd(ofd: OfdPackage): Reading[] {
  const bodies = all(ofd.xml(OFD_ENTRY), 'DocBody');
  if (bodies.length === 0 || bodies.length > MAX_DOCUMENTS) throw errors.ofd_malformed({ part: OFD_ENTRY });
  return bodies.map((body) => readBody(ofd, body));
}

function readBody(ofd: OfdPackage, body: XmlElement): Reading {
  const path = resolvePath(OFD_ENTRY, textAt(body, 'DocRoot') ?? '');
  const document = ofd.maybeXml(path);
  const attached = document && attachedInvoice(attachmentsOf(ofd, path, document));
  if (attached) return attached;
  const values = statedValues(body, document ? taggedValues(ofd, path, document) : new Map());
  if (Object.keys(values).length === 0) throw errors.ofd_without_invoice();
  return vatInvoice(values, null, new Fields());
}

function attachmentsOf(ofd: OfdPackage, path: string, document: XmlElement): Uint8Array[] {
  const list = textAt(document, 'Attachments');
  if (list === null) return [];
  const listPath = resolvePath(path, list);
  return all(ofd.maybeXml(listPath), 'Attachment').flatMap((attachment) => {
    const location = textAt(attachment, 'FileLoc');
    return (location === null ? undefined : ofd.part(resolvePath(listPath, location))) ?? [];
  });
}

/** Amounts are printed with a currency sign and separators of thousands. */
function plain(field: VatField, value: string): string {
  return AMOUNTS.includes(field) ? value.replace(/^[¥￥]\s*/u, '').replaceAll(/[,，]/gu, '') : value;
}

function statedValues(body: XmlElement, tagged: ReadonlyMap<string, string>): VatValues {
  const data = new Map(
    all(first(body, 'DocInfo'), 'CustomDatas/CustomData').map(({ attributes, text }) => [
      attributes.Name ?? '',
      text ?? '',
    ]),
  );
  const values: Partial<Record<VatField, string>> = {};
  for (const [name, field] of Object.entries(CUSTOM_DATA)) {
    const value = data.get(name) || tagged.get(field);
    if (value) values[field] = plain(field, value);
  }
  return values;
}

// The XML of an older VAT e-invoice (element eInvoice of edrm.org.cn), as it is attached to the OFD of the same
// invoice, usually under the name original_invoice.xml.
import { all, first, textAt, type XmlElement } from '#platform/xml';
import type { DraftLine } from '../../domain/invoice-draft';
import type { Reading } from '../../domain/reading';
import { Fields } from '../fields';
import { taxOf, taxRateOf } from './line-tax';
import { vatInvoice } from './vat-invoice';

export function readOlderEfapiao(root: XmlElement): Reading {
  const fields = new Fields();
  const seller = first(root, 'Seller');
  const buyer = first(root, 'Buyer');
  const lines = all(root, 'GoodsInfos/GoodsInfo').map((line) => lineOf(line, fields));
  const values = {
    InvoiceCode: textAt(root, 'InvoiceCode'),
    InvoiceNo: textAt(root, 'InvoiceNo'),
    IssueDate: textAt(root, 'IssueDate'),
    SellerName: textAt(seller, 'SellerName'),
    SellerTaxID: textAt(seller, 'SellerTaxID'),
    BuyerName: textAt(buyer, 'BuyerName'),
    BuyerTaxID: textAt(buyer, 'BuyerTaxID'),
    TaxExclusiveTotalAmount: textAt(root, 'TaxExclusiveTotalAmount'),
    TaxTotalAmount: textAt(root, 'TaxTotalAmount'),
    TaxInclusiveTotalAmount: textAt(root, 'TaxInclusiveTotalAmount'),
    Note: textAt(root, 'Note'),
  };
  return vatInvoice(values, lines.length === 0 ? null : lines, fields);
}

function lineOf(line: XmlElement, fields: Fields): DraftLine {
  return {
    id: null,
    quantity: textAt(line, 'Quantity'),
    unit: textAt(line, 'MeasurementDimension'),
    netAmount: fields.amount('GoodsInfo/Amount', textAt(line, 'Amount')),
    itemName: textAt(line, 'Item'),
    netPrice: textAt(line, 'Price'),
    grossPrice: null,
    taxCategory: null,
    taxAmount: fields.amount('GoodsInfo/TaxAmount', taxOf(textAt(line, 'TaxAmount'))),
    taxRate: taxRateOf(textAt(line, 'TaxScheme')),
    period: null,
  };
}

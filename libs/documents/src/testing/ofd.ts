// Small OFD packages for the specs: an older VAT invoice, as attached XML, as data of the head, or as a tagged page.
import { zipOf } from './zip';

const NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"';

const VALUES: Readonly<Record<string, string>> = {
  发票代码: '032002600111',
  发票号码: '00112233',
  开票日期: '2026年09月28日',
  合计金额: '1000.00',
  合计税额: '130.00',
  价税合计: '1130.00',
  销售方名称: '苏州明远精密机械有限公司',
  销售方纳税人识别号: '91320500MAD7MY018L',
  购买方名称: '华东重工集团股份有限公司',
  购买方纳税人识别号: '91310000MAA1HD0390',
};

/** @param change replaces a value, or leaves it out when empty */
export function customDatas(change: Readonly<Record<string, string>> = {}): string {
  return Object.entries({ ...VALUES, ...change })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `<ofd:CustomData Name="${name}">${value}</ofd:CustomData>`)
    .join('');
}

const GOODS =
  '<f:GoodsInfo><f:Item>轴承</f:Item><f:Quantity>2</f:Quantity><f:Price>500</f:Price><f:Amount>1000.00</f:Amount>' +
  '<f:TaxScheme>13%</f:TaxScheme><f:TaxAmount>130.00</f:TaxAmount></f:GoodsInfo>';

/** The XML that is attached to the OFD of the same invoice. */
export const ORIGINAL_INVOICE = `<eInvoice xmlns:f="urn:f"><f:InvoiceCode>032002600111</f:InvoiceCode>
<f:InvoiceNo>00112233</f:InvoiceNo><f:IssueDate>2026年09月28日</f:IssueDate>
<f:Buyer><f:BuyerName>华东重工集团股份有限公司</f:BuyerName><f:BuyerTaxID>91310000MAA1HD0390</f:BuyerTaxID></f:Buyer>
<f:Seller><f:SellerName>苏州明远精密机械有限公司</f:SellerName><f:SellerTaxID>91320500MAD7MY018L</f:SellerTaxID></f:Seller>
<f:TaxInclusiveTotalAmount>1130.00</f:TaxInclusiveTotalAmount><f:TaxTotalAmount>130.00</f:TaxTotalAmount>
<f:TaxExclusiveTotalAmount>1000.00</f:TaxExclusiveTotalAmount><f:GoodsInfos>${GOODS}</f:GoodsInfos></eInvoice>`;

const text = (id: number, value: string): string =>
  `<ofd:TextObject ID="${id}"><ofd:TextCode>${value}</ofd:TextCode></ofd:TextObject>`;
const tag = (name: string, id: number): string =>
  `<ofd:${name}><ofd:ObjectRef PageRef="1">${id}</ofd:ObjectRef></ofd:${name}>`;

export interface OfdOptions {
  readonly data?: string;
  readonly attachments?: readonly string[];
  readonly more?: readonly (readonly [string, string | Uint8Array])[];
}

export function ofdParts({
  data = '',
  attachments = [],
  more = [],
}: OfdOptions): [string, string | Uint8Array][] {
  const list = attachments.map(
    (_, at) => `<ofd:Attachment><ofd:FileLoc>a${at}.xml</ofd:FileLoc></ofd:Attachment>`,
  );
  const tags = tag('TaxTotalAmount', 7) + tag('BuyerName', 8);
  return [
    [
      'OFD.xml',
      `<ofd:OFD ${NAMESPACE}><ofd:DocBody><ofd:DocInfo><ofd:CustomDatas>${data}</ofd:CustomDatas></ofd:DocInfo>` +
        '<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
    ],
    [
      'Doc_0/Document.xml',
      `<ofd:Document ${NAMESPACE}><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/P.xml"/></ofd:Pages>` +
        '<ofd:CustomTags>/Doc_0/Tags/CustomTags.xml</ofd:CustomTags>' +
        '<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments></ofd:Document>',
    ],
    ['Doc_0/Attachs/Attachments.xml', `<ofd:Attachments ${NAMESPACE}>${list.join('')}</ofd:Attachments>`],
    ...attachments.map((content, at): [string, string] => [`Doc_0/Attachs/a${at}.xml`, content]),
    [
      'Doc_0/Tags/CustomTags.xml',
      `<ofd:CustomTags ${NAMESPACE}><ofd:CustomTag><ofd:FileLoc>Tag.xml</ofd:FileLoc></ofd:CustomTag></ofd:CustomTags>`,
    ],
    ['Doc_0/Tags/Tag.xml', `<ofd:eInvoice ${NAMESPACE}>${tags}</ofd:eInvoice>`],
    [
      'Doc_0/Pages/P.xml',
      `<ofd:Page ${NAMESPACE}><ofd:Content>${text(7, '￥130.00')}${text(8, '华东重工集团股份有限公司')}</ofd:Content></ofd:Page>`,
    ],
    ...more.map(([name, content]): [string, string | Uint8Array] => [name, content]),
  ];
}

export function ofdOf(options: OfdOptions): Buffer {
  return zipOf(ofdParts(options));
}

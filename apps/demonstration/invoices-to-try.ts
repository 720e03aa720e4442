// Ten invoices for a newcomer to drop on the upload page, dated around today so that they can be financed.
import { addDays, type LocalDate, money } from '#kernel';
import { castOrganisation } from './cast';
import { type InventedInvoice, ublInvoice } from './invoice-text';

/** [number, seller, buyer, issued days ago, due in days (null: not stated), item, net amount] */
const PLAN: readonly (readonly [string, string, string, number, number | null, string, string])[] = [
  ['0101', 'mingyuan', 'huadong', 12, 78, '精密轴承座', '512000.00'],
  ['0102', 'mingyuan', 'huadong', 10, 110, '主轴箱体', '965000.00'],
  ['0103', 'mingyuan', 'nanfang', 8, 82, '电缆夹具', '780000.00'],
  ['0104', 'mingyuan', 'nanfang', 7, 83, '铜排连接件', '246000.00'],
  ['0105', 'mingyuan', 'huadong', 6, null, '机加工件', '435600.00'],
  ['0106', 'mingyuan', 'huadong', 5, 115, '液压缸体', '1320000.00'],
  ['0107', 'mingyuan', 'nanfang', 4, 56, '绝缘支架', '88000.00'],
  ['0108', 'mingyuan', 'huadong', 3, 147, '齿轮坯', '672500.00'],
  ['0109', 'mingyuan', 'nanfang', 2, 88, '配电箱壳体', '156800.00'],
  ['0110', 'mingyuan', 'huadong', 1, 89, '导轨', '399900.00'],
];

/** What a supplier of the opening scene has uploaded before the newcomer arrives. */
const UPLOADED: typeof PLAN = [
  ['0001', 'mingyuan', 'huadong', 20, 70, '曲轴毛坯', '860000.00'],
  ['0002', 'mingyuan', 'huadong', 18, 102, '机床床身', '1240000.00'],
  ['0003', 'mingyuan', 'nanfang', 15, 75, '母线夹', '318000.00'],
];

export interface InvoiceFile {
  readonly name: string;
  readonly text: string;
  readonly invoice: InventedInvoice;
}

function written(plan: typeof PLAN, today: LocalDate): InvoiceFile[] {
  const series = today.replaceAll('-', '').slice(2);
  return plan.map(([serial, seller, buyer, issuedDaysAgo, dueInDays, item, net]) => {
    const invoice: InventedInvoice = {
      number: `MY-${series}-${serial}`,
      seller: castOrganisation(seller),
      buyer: castOrganisation(buyer),
      issueDate: addDays(today, -issuedDaysAgo),
      dueDate: dueInDays === null ? null : addDays(today, dueInDays),
      item,
      net: money(net, 'CNY'),
    };
    return { name: `${invoice.number}.xml`, text: ublInvoice(invoice), invoice };
  });
}

/** The same day gives the same files. */
export const invoicesToTry = (today: LocalDate): InvoiceFile[] => written(PLAN, today);
export const invoicesUploaded = (today: LocalDate): InvoiceFile[] => written(UPLOADED, today);

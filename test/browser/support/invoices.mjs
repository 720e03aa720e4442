// Invoices for one run of a browser test: CSV of our template, with numbers of their own and dated around today, so
// that they can be financed on whatever day the test runs.
const DAY_MS = 86_400_000;
const HEAD =
  '发票号码,发票类型代码,开票日期,到期日,付款条件,币种,销售方名称,销售方识别号,购买方名称,购买方识别号,不含税金额,税额,价税合计,应付金额';
const SELLER = '苏州明远精密机械有限公司,91320500MAD7MY018L';
export const HUADONG = '华东重工集团股份有限公司';

const day = (distance) => new Date(Date.now() + distance * DAY_MS).toISOString().slice(0, 10);

/** Letters that no other invoice's number resembles, also where two scripts run at the same moment. */
const unlike = () => crypto.randomUUID().replaceAll('-', '').slice(0, 10).toUpperCase();

/** Two invoices on the same buyer: one states its due date, the other leaves it open. */
export function invoicesOfToday() {
  const run = unlike();
  const [dated, undated] = [`BT-${run}-1`, `BT-${run}-2`];
  const buyer = `${HUADONG},91310000MAA1HD0390`;
  const rows = [
    `${dated},380,${day(-9)},${day(81)},票到90天付款,CNY,${SELLER},${buyer},884955.75,115044.25,1000000.00,1000000.00`,
    `${undated},380,${day(-7)},,,CNY,${SELLER},${buyer},362831.86,47168.14,410000.00,410000.00`,
  ];
  return { dated, undated, name: `invoices-${run}.csv`, text: `\uFEFF${[HEAD, ...rows].join('\r\n')}\r\n` };
}

/** One invoice twice, under numbers that read alike: the second is taken in and held. */
export function lookalikes() {
  const { dated, name, text } = invoicesOfToday();
  const [head, first] = text.trimEnd().split('\r\n');
  const digits = `${Date.now()}`.slice(-8);
  return [`DU-${digits}0471`, `DU-${digits}O47I`].map((number) => ({
    number,
    name: `${number}-${name}`,
    text: `${head}\r\n${first.replace(dated, number)}\r\n`,
  }));
}

/** A fully digitalised e-fapiao, which the tax bureau can be asked about, and the credit note that reduces it. */
export function efapiaoOfToday() {
  const { dated, name, text } = invoicesOfToday();
  const [head, first] = text.trimEnd().split('\r\n');
  const number = `2632${String(Date.now()).padStart(16, '0')}`;
  const line = first.replace(dated, number);
  const columns = 'number,type,preceding_invoice,issue_date,due_date,currency,net_amount,gross_amount';
  const parties = line.split(',').slice(6, 10).join(',');
  const credit = [
    `${columns},seller_name,seller_id,buyer_name,buyer_id`,
    `${number}-C,381,${number},${day(-1)},${day(81)},CNY,1000.00,1000.00,${parties}`,
  ];
  return { number, name, text: `${head}\r\n${line}\r\n`, credit: credit.join('\r\n') };
}

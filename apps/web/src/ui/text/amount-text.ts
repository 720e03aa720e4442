// Amounts and rates stay texts from the server to the screen: digits are grouped and points moved without a number.

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** "1234567.80" becomes "1,234,567.80"; anything that is no decimal comes back as it is. */
export function groupDigits(amount: string): string {
  const [, sign = '', whole, fraction] = DECIMAL.exec(amount) ?? [];
  if (whole === undefined) return amount;
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign === '-' ? '−' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** Moves the decimal point: places > 0 to the right. Superfluous zeros go, at least `keep` decimals stay. */
export function shiftPoint(decimal: string, places: number, keep = 0): string {
  const [, sign = '', whole = '', fraction = ''] = DECIMAL.exec(decimal) ?? [];
  if (whole === '') return decimal;
  const digits = `${'0'.repeat(Math.max(0, -places))}${whole}${fraction}${'0'.repeat(Math.max(0, places))}`;
  const point = whole.length + Math.abs(Math.min(0, places)) + places;
  const left = digits.slice(0, point).replace(/^0+(?=\d)/, '') || '0';
  const right = digits.slice(point).replace(/0+$/, '').padEnd(keep, '0');
  return `${sign}${left}${right === '' ? '' : `.${right}`}`;
}

/** "0.045" becomes "4.5%"; `decimals` cuts nothing, it only fills up with zeros. */
export const percentOf = (fraction: string, decimals = 0) => `${shiftPoint(fraction, 2, decimals)}%`;

const FULL_WIDTH = /[！-～]/g;

/** What a person typed as a number, as the decimal text the server reads: "１,250.00 元" becomes "1250.00". */
export function decimalTyped(typed: string): string {
  const narrow = typed.replace(FULL_WIDTH, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  return narrow.replace(/[\s,，'’¥￥元%_]/g, '').replace(/^[A-Z]{3}/, '');
}

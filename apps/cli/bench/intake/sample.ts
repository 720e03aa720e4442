// The invoice table that the bench of intake reads: one row an invoice, as a bookkeeping program exports it.
import { createWriteStream } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { organisationCodeCheckCharacter, usccCheckCharacter } from '#kernel';

export const HEADINGS = [
  ...['发票号码', '发票代码', '开票日期', '到期日', '币种', '销售方名称', '销售方识别号'],
  ...['购买方名称', '购买方识别号', '不含税金额', '税额', '价税合计', '备注'],
];
const BLOCK = 1000;
const BUYERS = 500;
const DAYS = 28;
export const SELLER = uscc(1);

function uscc(at: number): string {
  const body = String(10_000_000 + at);
  const first17 = `91110000${body}${organisationCodeCheckCharacter(body)}`;
  return first17 + usccCheckCharacter(first17);
}

const cents = (value: number): string => `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`;

function rowOf(at: number): string {
  const net = 10_000 + ((at * 7919) % 100_000_000);
  const tax = Math.round((net * 13) / 100);
  const day = String(1 + (at % DAYS)).padStart(2, '0');
  const buyer = at % BUYERS;
  return [
    ...[String(at % 100_000_000).padStart(8, '0'), String(3_100_000_000 + Math.floor(at / 100_000_000))],
    ...[`2026-06-${day}`, `2026-09-${day}`, 'CNY', '明远精密制造有限公司', SELLER],
    ...[`华东装备第${buyer}分公司`, BUYER_CODES[buyer] ?? '', cents(net), cents(tax), cents(net + tax)],
    `合同 ${2026_000 + (at % 977)} 项下货款`,
  ].join(',');
}

export const BUYER_CODES = Array.from({ length: BUYERS }, (_, at) => uscc(at + 100));

function* blocksOf(rows: number): Generator<string> {
  yield `${HEADINGS.join(',')}\n`;
  for (let from = 0; from < rows; from += BLOCK) {
    const size = Math.min(BLOCK, rows - from);
    yield `${Array.from({ length: size }, (_, at) => rowOf(from + at)).join('\n')}\n`;
  }
}

/** Readable by the database server too, which copies the same file. */
export async function writeTable(path: string, rows: number): Promise<void> {
  await pipeline(Readable.from(blocksOf(rows)), createWriteStream(path));
  await chmod(path, 0o644);
}

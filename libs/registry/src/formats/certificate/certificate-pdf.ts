// A certificate on paper, in both languages: the same receipt gives the same bytes. The receipt itself is embedded, a QR
// code leads to the page that verifies, and the seal is set by whoever holds the key.
import PDFDocument from 'pdfkit';
import { create as qrCode } from 'qrcode';
import type { Bilingual } from '#kernel';
import { type CertificateContent, codeOf, contentHashOf } from './certificate';
import { certificateSections, type CertificateLine } from './certificate-lines';
import { KIND_TITLES } from './certificate-words';
import { certificateFont, printable } from '../printable';

type Paper = InstanceType<typeof PDFDocument>;

const MARGIN = 48;
const LABEL_WIDTH = 128;
const FONT = 'certificate';
const QR_SIDE = 92;
const INK = '#111111';
const MUTED = '#555555';
const FOOTER_HEIGHT = 4;
const GAP = 3;
/** What verifies stays together: whoever holds the page with the code also holds the way to use it. */
const PROOF_HEIGHT = 172;
const SIZES = Object.freeze({ brand: 10, title: 19, section: 12, text: 9.5, small: 7.5 });

const HOW: Bilingual = {
  zh: '核验：扫描二维码或打开上述网址，输入证明编号与校验码；离线核验：用 youquan certificate verify 命令或核验页面打开本文件。本文件内嵌 JSON 回执，改动任何一个字节均不能通过核验。',
  en: 'To verify: scan the code or open the address above and give number and code. Offline: open this file with the command youquan certificate verify or with the verification page. The JSON receipt is embedded in this file; it does not verify once a single byte is changed.',
};

export interface CertificateFile {
  readonly content: CertificateContent;
  /** Canonical JSON of the signed receipt. */
  readonly receipt: string;
  /** The log's checkpoint that the receipt rests on. */
  readonly checkpoint: string;
}

/** Without its seal. */
export async function certificatePdf(file: CertificateFile): Promise<Buffer> {
  const { content, receipt } = file;
  const issuedAt = new Date(content.issuedAt);
  const paper = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    bufferPages: true,
    lang: 'zh-CN',
    displayTitle: true,
    info: {
      Title: `${KIND_TITLES[content.kind].zh} ${content.number}`,
      Creator: 'Youquan',
      Producer: 'Youquan',
      CreationDate: issuedAt,
      ModDate: issuedAt,
    },
  });
  const chunks: Buffer[] = [];
  paper.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((done, failed) => paper.on('end', done).on('error', failed));
  const write = writer(paper);
  head(write, content);
  for (const { title, lines } of certificateSections(content)) {
    if (title) sectionTitle(write, title);
    for (const one of lines) textLine(write, one);
  }
  proof(write, file);
  footers(write, content);
  // Stored as it is, so that a page in a browser finds it without a decompressor.
  paper.compress = false;
  paper.file(Buffer.from(receipt), {
    name: `certificate-${content.number}.json`,
    type: 'application/json',
    creationDate: issuedAt,
    modifiedDate: issuedAt,
  });
  paper.compress = true;
  paper.end();
  await ended;
  return Buffer.concat(chunks);
}

interface Writer {
  readonly paper: Paper;
  readonly say: (text: string) => string;
  readonly width: number;
}

function writer(paper: Paper): Writer {
  const { bytes, characters } = certificateFont();
  paper.registerFont(FONT, bytes).font(FONT);
  return {
    paper,
    say: (text) => printable(text, characters),
    width: paper.page.width - 2 * MARGIN,
  };
}

const addressOf = (content: CertificateContent): string =>
  `${content.verifyAt}#${content.number}-${codeOf(contentHashOf(content))}`;

function head(write: Writer, content: CertificateContent): void {
  const { paper, width } = write;
  const title = KIND_TITLES[content.kind];
  const textWidth = width - QR_SIDE - 12;
  paper.fillColor(MUTED).fontSize(SIZES.brand).text('右券 Youquan', MARGIN, MARGIN, { width: textWidth });
  paper.fillColor(INK).fontSize(SIZES.title).text(title.zh, { width: textWidth });
  paper.fontSize(SIZES.section).text(title.en, { width: textWidth });
  drawQr(paper, addressOf(content), MARGIN + width - QR_SIDE, MARGIN);
  paper.y = Math.max(paper.y, MARGIN + QR_SIDE) + 10;
}

function drawQr(paper: Paper, text: string, left: number, top: number): void {
  const { modules } = qrCode(text, { errorCorrectionLevel: 'M' });
  const side = QR_SIDE / modules.size;
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column)) paper.rect(left + column * side, top + row * side, side, side);
  paper.fill(INK);
}

/** Room for so much, on this page or the next. */
function room(write: Writer, height: number): void {
  const { paper } = write;
  if (paper.y + height > paper.page.height - MARGIN - FOOTER_HEIGHT) paper.addPage();
}

function sectionTitle(write: Writer, { zh, en }: Bilingual): void {
  const { paper, width } = write;
  room(write, 60);
  paper.moveDown(0.6).fillColor(INK).fontSize(SIZES.section).text(`${zh}  ${en}`, MARGIN, paper.y, { width });
  const { y } = paper;
  paper
    .moveTo(MARGIN, y + 1)
    .lineTo(MARGIN + width, y + 1)
    .lineWidth(0.5)
    .stroke(MUTED);
  paper.y = y + 5;
}

function textLine(write: Writer, { label, value }: CertificateLine): void {
  const { paper, say, width } = write;
  const left = label.zh === label.en ? [say(label.zh), ''] : [say(label.zh), say(label.en)];
  const right = value.zh === value.en ? [say(value.zh), ''] : [say(value.zh), say(value.en)];
  const valueWidth = width - LABEL_WIDTH;
  const heightOf = ([first = '', second = '']: string[], within: number): number =>
    paper.fontSize(SIZES.text).heightOfString(first, { width: within }) +
    (second === '' ? 0 : paper.fontSize(SIZES.small).heightOfString(second, { width: within }));
  const height = Math.max(heightOf(left, LABEL_WIDTH - 8), heightOf(right, valueWidth));
  room(write, height);
  const top = paper.y;
  const put = ([first = '', second = '']: string[], at: number, within: number): void => {
    paper.fillColor(INK).fontSize(SIZES.text).text(first, at, top, { width: within });
    if (second !== '')
      paper.fillColor(MUTED).fontSize(SIZES.small).text(second, at, paper.y, { width: within });
  };
  put(left, MARGIN, LABEL_WIDTH - 8);
  put(right, MARGIN + LABEL_WIDTH, valueWidth);
  paper.y = top + height + GAP;
}

function proof(write: Writer, { content, checkpoint }: CertificateFile): void {
  const { paper, say, width } = write;
  const hash = contentHashOf(content);
  const same = (text: string): Bilingual => ({ zh: text, en: text });
  room(write, PROOF_HEIGHT);
  sectionTitle(write, { zh: '核验', en: 'Verification' });
  textLine(write, { label: { zh: '校验码', en: 'Verification code' }, value: same(codeOf(hash)) });
  textLine(write, { label: { zh: '网址', en: 'Address' }, value: same(content.verifyAt) });
  textLine(write, { label: { zh: '内容摘要', en: 'SHA-256 of the content' }, value: same(hash) });
  textLine(write, {
    label: { zh: '日志检查点', en: 'Checkpoint of the log' },
    value: same(checkpoint.split('\n').filter(Boolean).slice(0, 3).join('  ')),
  });
  for (const text of [HOW.zh, HOW.en]) {
    const said = say(text);
    room(write, paper.fontSize(SIZES.small).heightOfString(said, { width }));
    paper
      .fillColor(MUTED)
      .fontSize(SIZES.small)
      .text(said, MARGIN, paper.y + 3, { width });
  }
}

function footers({ paper, width }: Writer, { number }: CertificateContent): void {
  const { count } = paper.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    paper.switchToPage(page);
    const { bottom } = paper.page.margins;
    // Below the margin the document would begin a new page by itself.
    paper.page.margins.bottom = 0;
    paper
      .fillColor(MUTED)
      .fontSize(SIZES.small)
      .text(`${number}    ${page + 1} / ${count}`, MARGIN, paper.page.height - MARGIN, {
        width,
        align: 'center',
        lineBreak: false,
      });
    paper.page.margins.bottom = bottom;
  }
}

// What a statement must be to be believed: forms of the standard that are read, and contents that are refused.
import type { Statement, StatementReading } from '../domain/statement';
import { readStatements } from './read-statements';

interface Shape {
  readonly root?: string;
  readonly opening?: string;
  readonly closing?: string;
  readonly entries?: string;
  readonly head?: string;
  readonly version?: string;
  readonly prefix?: string;
}

const balance = (type: string, amount: string, currency = 'CNY', date = '2026-03-02') =>
  `<Bal><Tp><CdOrPrtry><Cd>${type}</Cd></CdOrPrtry></Tp><Amt Ccy="${currency}">${amount.replace('-', '')}</Amt>` +
  `<CdtDbtInd>${amount.startsWith('-') ? 'DBIT' : 'CRDT'}</CdtDbtInd><Dt><Dt>${date}</Dt></Dt></Bal>`;

const entry = (amount: string, inside = '', currency = 'CNY', date = '2026-03-02') =>
  `<Ntry><Amt Ccy="${currency}">${amount.replace('-', '')}</Amt>` +
  `<CdtDbtInd>${amount.startsWith('-') ? 'DBIT' : 'CRDT'}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>` +
  `<BookgDt><Dt>${date}</Dt></BookgDt>${inside}</Ntry>`;

const details = (...inside: string[]) =>
  `<NtryDtls>${inside.map((part) => `<TxDtls>${part}</TxDtls>`).join('')}</NtryDtls>`;

function written(shape: Shape = {}): string {
  const { opening = balance('OPBD', '100.00'), closing = balance('CLBD', '150.50') } = shape;
  const { head = '<Acct><Id><Othr><Id>6222000011112222</Id></Othr></Id><Ccy>CNY</Ccy></Acct>' } = shape;
  const {
    entries = entry('60.50') + entry('-10'),
    version = '053.001.08',
    root = 'BkToCstmrStmt/Stmt',
  } = shape;
  const [message = '', item = ''] = root.split('/');
  const text =
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.${version}">\n<${message}><GrpHdr><MsgId>M1</MsgId>` +
    `<CreDtTm>2026-03-02T20:00:00+08:00</CreDtTm></GrpHdr>\n<${item}><Id>S1</Id>${head}\n${opening}\n${closing}\n` +
    `${entries}</${item}></${message}></Document>`;
  return shape.prefix === undefined
    ? text
    : text.replace(/<(\/?)(\w)/g, `<$1${shape.prefix}:$2`).replace('xmlns=', `xmlns:${shape.prefix}=`);
}

function readings(text: string): StatementReading[] {
  return readStatements(Buffer.from(text, 'utf8'));
}

function read(shape: Shape = {}): Statement {
  const [reading] = readings(written(shape));
  if (reading?.status !== 'read') throw new Error(JSON.stringify(reading?.reasons));
  return reading.statement;
}

function rules(shape: Shape | string): string[] {
  const found = readings(typeof shape === 'string' ? shape : written(shape));
  return found.flatMap(({ status, reasons }) =>
    status === 'refused' ? reasons.map(({ rule }) => rule) : ['read'],
  );
}

describe('a statement that is read', () => {
  test('has its account, balances and entries', () => {
    expect(read()).toMatchObject({
      kind: 'statement',
      statementId: 'S1',
      account: '6222000011112222',
      currency: 'CNY',
      fromDate: '2026-03-02',
      openingBalance: { amount: '100.00', currency: 'CNY', date: '2026-03-02' },
      closingBalance: { amount: '150.50' },
      balanceProof: 'proved',
      entries: [
        { amount: '60.50', date: '2026-03-02', valueDate: null, status: 'BOOK' },
        { amount: '-10.00' },
      ],
    });
  });

  test.each(['053.001.02', '053.001.04', '053.001.08', '053.001.13'])('in version %s', (version) => {
    expect(read({ version }).balanceProof).toBe('proved');
  });

  test('with any namespace prefix', () => expect(read({ prefix: 'n0' })).toEqual(read()));

  test('as a report or a notification, which state no closing balance', () => {
    const shape = { opening: '', closing: '' };
    expect(read({ ...shape, root: 'BkToCstmrAcctRpt/Rpt', version: '052.001.08' })).toMatchObject({
      kind: 'report',
      balanceProof: 'not_stated',
    });
    expect(read({ ...shape, root: 'BkToCstmrDbtCdtNtfctn/Ntfctn', version: '054.001.02' })).toMatchObject({
      kind: 'notification',
      openingBalance: null,
      entries: [{ amount: '60.50' }, { amount: '-10.00' }],
    });
  });

  test('inside an envelope', () => {
    const text = `<Envelope><Header/>${written()}</Envelope>`;
    expect(readings(text)[0]?.status).toBe('read');
  });

  test('several in one file', () => {
    const text = written().replace('</Stmt>', '</Stmt><Stmt><Id>S2</Id></Stmt>');
    const found = readings(text);
    expect(found.map(({ status }) => status)).toEqual(['read', 'refused']);
  });

  test('announcements do not count into the balance', () => {
    const pending = entry('999').replace('BOOK', 'PDNG');
    const statement = read({ entries: entry('50.50') + pending });
    expect(statement).toMatchObject({ balanceProof: 'proved', entries: [{}, { status: 'PDNG' }] });
  });

  test('a previous closing balance opens the day', () => {
    expect(read({ opening: balance('PRCD', '100') })).toMatchObject({ balanceProof: 'proved' });
  });

  test('UTF-16 and GB18030 by their marks', () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(written(), 'utf16le')]);
    expect(readStatements(utf16)[0]?.status).toBe('read');
    const named = Buffer.from(`<?xml version="1.0" encoding="GB18030"?>${written()}`);
    const name = Buffer.from([0xd3, 0xd2, 0xc8, 0xaf]);
    const at = named.indexOf('S1');
    const bytes = Buffer.concat([named.subarray(0, at), name, named.subarray(at + 2)]);
    expect(readStatements(bytes)[0]).toMatchObject({ statement: { statementId: '右券' } });
  });
});

describe('an entry', () => {
  const payer =
    '<RltdPties><Dbtr><Pty><Nm>华东机械 &amp; 有限公司</Nm></Pty></Dbtr><DbtrAcct><Id><Othr><Id>62220</Id></Othr></Id></DbtrAcct>' +
    '<Cdtr><Pty><Nm>本公司</Nm></Pty></Cdtr></RltdPties>';

  test('names who paid, and by which reference', () => {
    const inside = details(
      `<Refs><AcctSvcrRef>B7</AcctSvcrRef><EndToEndId>E1</EndToEndId></Refs>${payer}<RmtInf><Ustrd>INV 1</Ustrd><Ustrd>INV 2</Ustrd></RmtInf>`,
    );
    expect(read({ entries: entry('50.5', `<NtryRef>7</NtryRef>${inside}`) }).entries[0]).toMatchObject({
      reference: 'E1',
      endToEndId: 'E1',
      servicerReference: 'B7',
      entryReference: '7',
      counterpartyName: '华东机械 & 有限公司',
      counterpartyAccount: '62220',
      text: 'INV 1\nINV 2',
    });
  });

  test('has no end-to-end id when the bank says that none was given', () => {
    const inside = details('<Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>');
    expect(read({ entries: entry('50.5', inside) }).entries[0]).toMatchObject({
      reference: null,
      endToEndId: null,
    });
  });

  test('of money that went out names the creditor, also when it comes back', () => {
    const parties = '<RltdPties><Dbtr><Nm>We</Nm></Dbtr><Cdtr><Nm>They</Nm></Cdtr></RltdPties>';
    const out = details(parties);
    const back = `<RvslInd>true</RvslInd>${out}`;
    const returned = details(`${parties}<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>`);
    const statement = read({
      entries: entry('-10', out) + entry('10', back) + entry('10', returned) + entry('40.5', out),
    });
    expect(statement.entries.map(({ counterpartyName }) => counterpartyName)).toEqual([
      'They',
      'They',
      'They',
      'We',
    ]);
    expect(statement.entries[1]).toMatchObject({ isReversal: true, amount: '10.00' });
    expect(statement.entries[2]).toMatchObject({ isReversal: false, returnReason: 'AC04' });
  });

  test('never names our own account as the other side', () => {
    const own =
      '<RltdPties><Cdtr><Nm>We</Nm></Cdtr><CdtrAcct><Id><Othr><Id>6222000011112222</Id></Othr></Id></CdtrAcct></RltdPties>';
    expect(read({ entries: entry('50.5', details(own)) }).entries[0]?.counterpartyName).toBeNull();
  });

  test('that is a batch becomes its payments', () => {
    const inside = details(
      '<Refs><EndToEndId>A</EndToEndId></Refs><Amt Ccy="CNY">20.25</Amt>',
      '<Refs><EndToEndId>B</EndToEndId></Refs><AmtDtls><TxAmt><Amt Ccy="CNY">30.25</Amt></TxAmt></AmtDtls>',
    );
    const { entries } = read({ entries: entry('50.5', `<AcctSvcrRef>X</AcctSvcrRef>${inside}`) });
    expect(entries).toMatchObject([
      { amount: '20.25', endToEndId: 'A' },
      { amount: '30.25', endToEndId: 'B' },
    ]);
    expect(new Set(entries.map(({ bookingKey }) => bookingKey)).size).toBe(1);
    expect(new Set(entries.map(({ key }) => key)).size).toBe(2);
  });

  test('that is a batch without amounts stays one, with all texts', () => {
    const inside = details('<RmtInf><Ustrd>I1</Ustrd></RmtInf>', '<RmtInf><Ustrd>I2</Ustrd></RmtInf>');
    expect(read({ entries: entry('50.5', inside) }).entries).toMatchObject([
      { amount: '50.50', endToEndId: null, text: 'I1\nI2' },
    ]);
  });

  test('that lists only some payments of its batch stays one', () => {
    const inside = `<NtryDtls><Btch><NbOfTxs>3</NbOfTxs></Btch><TxDtls><Amt Ccy="CNY">1</Amt></TxDtls></NtryDtls>`;
    expect(read({ entries: entry('50.5', inside) }).entries).toMatchObject([{ amount: '50.50' }]);
  });

  test('keeps its key in a notification and in the statement of the day', () => {
    const entries = entry('50.5', '<AcctSvcrRef>B9</AcctSvcrRef>');
    const [first] = read({ entries }).entries;
    const [again] = read({ entries, opening: '', closing: '', root: 'BkToCstmrDbtCdtNtfctn/Ntfctn' }).entries;
    expect(again?.key).toBe(first?.key);
  });

  test('alike to another in one statement has a key of its own', () => {
    const { entries } = read({ entries: entry('25.25') + entry('25.25') });
    expect(entries[0]?.key).not.toBe(entries[1]?.key);
  });

  test('and its reversal under one reference of the bank have two keys', () => {
    const reference = '<AcctSvcrRef>B9</AcctSvcrRef>';
    const { entries } = read({ entries: entry('60.50', reference) + entry('-10', reference) });
    expect(entries[0]?.key).not.toBe(entries[1]?.key);
  });
});

describe('a statement that is refused', () => {
  test('does not add up, and says where', () => {
    const [reading] = readings(written({ closing: balance('CLBD', '150.51') }));
    expect(reading).toMatchObject({
      status: 'refused',
      head: { account: '6222000011112222', closingBalance: { amount: '150.51' } },
      reasons: [
        {
          rule: 'settlement.balance_mismatch',
          line: 5,
          path: 'Document/BkToCstmrStmt/Stmt/Bal',
          message: {
            en: expect.stringContaining('150.50') as string,
            zh: expect.stringContaining('150.51') as string,
          },
        },
      ],
    });
    expect(reading).not.toHaveProperty('statement');
  });

  const summary = (inside: string) => ({
    entries: `<TxsSummry>${inside}</TxsSummry>${entry('60.50')}${entry('-10')}`,
  });
  const cases: [string, Shape, string][] = [
    ['an entry dropped', { entries: entry('60.50') }, 'balance_mismatch'],
    ['an entry doubled', { entries: entry('60.50') + entry('-10') + entry('-10') }, 'balance_mismatch'],
    ['a direction turned', { entries: entry('60.50') + entry('10') }, 'balance_mismatch'],
    ['an amount with a sign', { entries: entry('60.50').replace('>60', '>-60') }, 'value_malformed'],
    ['an amount in words', { entries: entry('60.50').replace('60.50', '1e3') }, 'value_malformed'],
    ['a currency in words', { entries: entry('60.50', '', 'yuan') }, 'value_malformed'],
    ['no direction', { entries: entry('1').replace(/<CdtDbtInd>.*?<.CdtDbtInd>/, '') }, 'value_missing'],
    ['an unknown direction', { entries: entry('1').replace('CRDT', 'C') }, 'value_malformed'],
    ['no status', { entries: entry('1').replace(/<Sts>.*?<.Sts>/, '') }, 'value_missing'],
    ['an unknown status', { entries: entry('1').replace('BOOK', 'MAYBE') }, 'value_malformed'],
    ['a day that does not exist', { entries: entry('1', '', 'CNY', '2026-02-30') }, 'value_malformed'],
    ['no account', { head: '' }, 'value_missing'],
    [
      'a batch that does not add up',
      { entries: entry('50.5', details('<Amt Ccy="CNY">20</Amt>', '<Amt Ccy="CNY">30</Amt>')) },
      'batch_mismatch',
    ],
    [
      'a wrong number of entries',
      summary('<TtlNtries><NbOfNtries>3</NbOfNtries></TtlNtries>'),
      'control_mismatch',
    ],
    ['a wrong sum of credits', summary('<TtlCdtNtries><Sum>60.51</Sum></TtlCdtNtries>'), 'control_mismatch'],
    [
      'a wrong number of debits',
      summary('<TtlDbtNtries><NbOfNtries>2</NbOfNtries></TtlDbtNtries>'),
      'control_mismatch',
    ],
  ];
  test.each(cases)('%s', (_, shape, rule) => expect(rules(shape)).toContain(`settlement.${rule}`));

  test('with nothing in it', () => {
    const text = '<Document><BkToCstmrStmt><GrpHdr/></BkToCstmrStmt></Document>';
    expect(rules(text)).toEqual(['settlement.statement_empty']);
  });
});

describe('a balance that cannot be compared is noted and proves nothing', () => {
  test('in another currency', () => {
    const [reading] = readings(written({ closing: balance('CLBD', '150.50', 'SEK') }));
    expect(reading).toMatchObject({
      status: 'read',
      statement: { balanceProof: 'not_comparable' },
      reasons: [{ rule: 'settlement.balance_currency' }],
    });
  });

  test('with entries booked before it', () => {
    const [reading] = readings(written({ entries: entry('1', '', 'CNY', '2026-02-27') }));
    expect(reading).toMatchObject({
      statement: { balanceProof: 'not_comparable' },
      reasons: [{ rule: 'settlement.balance_period' }],
    });
  });
});

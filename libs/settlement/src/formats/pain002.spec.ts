import fc from 'fast-check';
import type { BankAck } from '../domain/bank-port';
import { readAnswers, writePain002 } from './pain002';

const at = new Date('2026-03-02T01:00:00Z');
const read = (xml: string) => readAnswers(Buffer.from(xml));
const report = (group: string, payments = '') =>
  `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.03"><CstmrPmtStsRpt><OrgnlGrpInfAndSts>
     <OrgnlMsgId>M1</OrgnlMsgId>${group}</OrgnlGrpInfAndSts>${payments}</CstmrPmtStsRpt></Document>`;
const REASON = '<StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>Closed</AddtlInf></StsRsnInf>';
const payment = (id: string, status: string, reason = '') =>
  `<TxInfAndSts><OrgnlEndToEndId>${id}</OrgnlEndToEndId><TxSts>${status}</TxSts>${reason}</TxInfAndSts>`;
const closed = { code: 'AC04', text: 'Closed' };

describe('a status report', () => {
  it.each<[string, string, object]>([
    ['of receipt', report('<GrpSts>RCVD</GrpSts>'), { status: 'received', reason: null, payments: [] }],
    ['of acceptance', report('<GrpSts>ACSP</GrpSts>'), { status: 'accepted', payments: [] }],
    ['that refuses all', report(`<GrpSts>RJCT</GrpSts>${REASON}`), { status: 'rejected', reason: closed }],
    [
      'that refuses all without a reason',
      report('<GrpSts>RJCT</GrpSts>'),
      { status: 'rejected', reason: { code: 'NARR', text: '' } },
    ],
    [
      'that refuses one of two',
      report(
        '<GrpSts>PART</GrpSts>',
        `<OrgnlPmtInfAndSts>${payment('A', 'ACCP')}${payment('B', 'RJCT', REASON)}</OrgnlPmtInfAndSts>`,
      ),
      {
        status: 'partly_accepted',
        payments: [
          { endToEndId: 'A', status: 'accepted', reason: null },
          { endToEndId: 'B', status: 'rejected', reason: closed },
        ],
      },
    ],
    [
      'that refuses a group of payments',
      report(
        '',
        `<OrgnlPmtInfAndSts><PmtInfSts>RJCT</PmtInfSts>${REASON}${payment('A', 'PDNG')}</OrgnlPmtInfAndSts>`,
      ),
      { status: 'rejected', payments: [{ endToEndId: 'A', status: 'rejected', reason: closed }] },
    ],
  ])('%s is read', (_, xml, expected) => expect(read(xml)).toMatchObject([{ messageId: 'M1', ...expected }]));

  it('that was written is read as it was meant', () => {
    const reason = fc.constantFrom(null, closed, { code: 'AM04', text: '余额不足 & <no>' });
    const payments = fc.array(
      fc
        .record({ endToEndId: fc.stringMatching(/^[A-Z0-9]{1,35}$/), reason })
        .map((one) => ({ ...one, status: one.reason ? ('rejected' as const) : ('accepted' as const) })),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(payments, (list) => {
        const rejected = list.filter(({ status }) => status === 'rejected').length;
        const status =
          rejected === list.length ? 'rejected' : rejected > 0 ? 'partly_accepted' : ('accepted' as const);
        const answer: BankAck = {
          ...{ messageId: 'M1', status, payments: list },
          reason: status === 'rejected' ? closed : null,
        };
        expect(read(writePain002(answer, 'R1', at))).toEqual([answer]);
      }),
    );
  });

  it.each([
    '',
    'hello',
    '<a>',
    '<Document><BkToCstmrStmt/></Document>',
    '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
  ])('is not seen in %j', (text) => expect(read(text)).toBeNull());
});

import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { attest, type Attestation, leafHash, readSigner, type Receipt, signCheckpoint } from '#audit/offline';
import { type IssuedSlip, type SlipPayment, openSlip } from './offline';

const newSigner = () =>
  readSigner(
    'log.example',
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  );
const signer = newSigner();
const FORMAT = 'youquan/payment-slip/1';
const ARRIVED = '2026-11-23T02:00:00.000Z';
const arrival = {
  arrivedAt: ARRIVED,
  channel: 'inbox',
  dealId: 'deal',
  debtorId: 'debtor',
  financierId: 'bank',
};

/** A log of one deed, made by hand: the keys stand in the order of canonical JSON. */
function receiptOf(subjectId: string, details: object, action = 'factoring.notice_arrived'): Receipt {
  const salt = randomBytes(32);
  const committed = (value: string) => createHash('sha256').update(salt).update(value).digest('base64');
  const leaf = {
    action,
    at: '2026-11-23T02:00:00.000000Z',
    commitments: { actor: committed('null'), details: committed(JSON.stringify(details)) },
    deedId: '01933333-3333-7000-8000-000000000001',
    format: 'youquan/deed/1' as const,
    subjectId,
    subjectType: 'notice',
    subjectVersion: 2,
  };
  const root = leafHash(Buffer.from(JSON.stringify(leaf)));
  return {
    ...{ format: 'youquan/receipt/1', leaf, leafIndex: 0, inclusion: [] },
    opened: { details: { value: details, salt: salt.toString('base64') } },
    checkpoint: signCheckpoint({ size: 1, root, previous: 0, at: '2026-11-23T02:00:01.000Z' }, signer),
    keyId: `${signer.name}+${signer.id}`,
  };
}

const account = {
  accountNumber: '62220001',
  holderName: '某银行',
  bankName: '某银行',
  bankCode: '102100099996',
};
const yuan = (amount: string) => ({ amount, currency: 'CNY' });
const toBank: SlipPayment = {
  ...{ creditorId: 'bank', creditorName: '某银行', creditorRole: 'financier', account },
  ...{ outstanding: yuan('60.00'), noticeId: 'notice', since: ARRIVED, registrationNumber: '1' },
  text: { en: 'pay the bank', zh: '付给银行' },
};
const toSupplier: SlipPayment = {
  ...{ creditorId: 'supplier', creditorName: '某公司', creditorRole: 'supplier', account: null },
  ...{ outstanding: yuan('40.00'), noticeId: null, since: null, registrationNumber: null },
  text: { en: 'pay the supplier', zh: '付给供应商' },
};
const slipOf = (...payments: SlipPayment[]): IssuedSlip => ({
  ...{ id: 'slip', issuedAt: '2026-11-24T02:00:00.000Z', debtorId: 'debtor', debtorName: '某集团' },
  items: [
    {
      ...{ receivableId: 'receivable', invoiceNumber: 'N-1', supplierId: 'supplier', supplierName: '某公司' },
      ...{ dueDate: '2027-01-15', confirmed: yuan('100.00'), payments },
    },
  ],
});
const notice = receiptOf('notice', arrival);
const signed = (content: IssuedSlip, receipts: readonly Receipt[], by = signer): Attestation =>
  attest({ format: FORMAT, content, receipts }, by);
const genuine = signed(slipOf(toBank, toSupplier), [notice]);
const judged = (value: unknown) => openSlip(JSON.parse(JSON.stringify(value)), signer);

describe('a signed payment slip', () => {
  it('says which account was stated, and when', () => {
    expect(judged(genuine)).toEqual({ slip: slipOf(toBank, toSupplier), reason: null });
    expect(judged(signed(slipOf(toSupplier), [])).reason).toBeNull();
  });

  const changed = (payment: Partial<SlipPayment>) => ({
    ...genuine,
    content: slipOf({ ...toBank, ...payment }, toSupplier),
  });
  it.each<[string, unknown]>([
    ['another account', changed({ account: { ...account, accountNumber: '62220002' } })],
    ['another creditor', changed({ creditorId: 'thief', creditorName: '某人' })],
    ['another amount', changed({ outstanding: yuan('6.00') })],
    ['another sentence', changed({ text: { en: 'pay anybody', zh: '付给任何人' } })],
    ['an earlier day', { ...genuine, content: { ...slipOf(toBank, toSupplier), issuedAt: ARRIVED } }],
    ['another invoice', { ...genuine, content: { ...slipOf(toBank, toSupplier), items: [] } }],
    ['an older notice', { ...genuine, receipts: [receiptOf('older', arrival)] }],
    ['no notice', { ...genuine, receipts: [] }],
    ['the signature of another slip', { ...genuine, signature: signed(slipOf(toSupplier), []).signature }],
    ['the signature of another key', signed(slipOf(toBank, toSupplier), [notice], newSigner())],
  ])('is refused when somebody put in %s', (_, value) => {
    const { slip, reason } = judged(value);
    expect(slip).toBeNull();
    expect(reason).toContain('not signed by this key');
  });

  it.each<[string, SlipPayment, Receipt[]]>([
    ['no notice', toBank, []],
    ['an older notice', toBank, [receiptOf('older', arrival)]],
    ['a notice to another debtor', toBank, [receiptOf('notice', { ...arrival, debtorId: 'other' })]],
    ['a notice of another financier', toBank, [receiptOf('notice', { ...arrival, financierId: 'other' })]],
    ['another time of arrival', { ...toBank, since: '2026-11-22T02:00:00.000Z' }, [notice]],
    ['a notice that was only issued', toBank, [receiptOf('notice', arrival, 'factoring.notice_issued')]],
    [
      'a notice that arrived later than the slip',
      { ...toBank, since: '2026-11-25T02:00:00.000Z' },
      [receiptOf('notice', { ...arrival, arrivedAt: '2026-11-25T02:00:00.000Z' })],
    ],
    ['no notice, for the supplier calls itself financier', { ...toSupplier, creditorRole: 'financier' }, []],
  ])('is refused even when signed, if a payment rests on %s', (_, payment, receipts) => {
    expect(judged(signed(slipOf(payment), receipts)).reason).toContain('does not rest on a notice');
  });

  it('is refused when it is something else', () => {
    for (const value of [null, 1, {}, notice, { ...genuine, format: 'youquan/payment-slip/2' }])
      expect(judged(value).reason).toBe('it is not a youquan/payment-slip/1');
  });
});

// What may be demanded, whom it goes to, and what the letter and its mail say.
import fc from 'fast-check';
import { addDays, localDate, money } from '#kernel';
import { RECEIVABLE_STATES } from '../receivable';
import { receivableForTest } from '../receivable-for-test';
import { deliveryOf, factsOf, recipientAmong } from './demand';
import { letterOf, mailOf } from './letter';

describe('a demand', () => {
  it('states what stands on its day', () => {
    expect(factsOf(receivableForTest({ id: 'r' as never, version: 3 }))).toEqual({
      ...{ receivableId: 'r', receivableVersion: 3, invoiceNumber: '24112000000012345678' },
      ...{ issueDate: '2026-01-15', dueDate: '2026-04-15', payable: money('1000.00', 'CNY') },
      ...{ listedOn: '2026-01-20', answerBy: '2026-02-19' },
    });
  });

  it.each(RECEIVABLE_STATES.filter((state) => state !== 'listed'))('is refused when it is %s', (state) => {
    expect(() => factsOf(receivableForTest({ state }))).toThrow(
      expect.objectContaining({ code: 'receivables.nothing_to_demand', kind: 'conflict' }) as Error,
    );
  });

  it('is refused where credit notes left nothing to pay', () => {
    expect(() => factsOf(receivableForTest({ payable: money('0.00', 'CNY') }))).toThrow(
      expect.objectContaining({ code: 'receivables.nothing_to_demand' }) as Error,
    );
  });

  it('goes to the contact for confirmations, else legal, finance, general; to nobody when none is verified', () => {
    const [general, finance, legal, confirmation] = [
      { purpose: 'general' },
      { purpose: 'finance' },
      { purpose: 'legal' },
      { purpose: 'confirmation' },
    ];
    expect(recipientAmong([general, finance, legal, confirmation])).toBe(confirmation);
    expect(recipientAmong([general, finance, legal])).toBe(legal);
    expect(recipientAmong([general, finance])).toBe(finance);
    expect(recipientAmong([general])).toBe(general);
    expect(recipientAmong([])).toBeNull();
  });

  it.each([
    [null, null, 'no_contact'],
    ['contact', null, 'under_way'],
    ['contact', new Date(0), 'delivered'],
  ] as const)('to contact %s that left at %s is %s', (contactId, deliveredAt, delivery) => {
    expect(deliveryOf({ contactId }, deliveredAt)).toBe(delivery);
  });
});

const facts = {
  ...{ supplierName: '明远轴承有限公司', debtorName: '华东重工有限公司', invoiceNumber: 'INV-1' },
  ...{ issueDate: localDate('2026-01-15'), dueDate: localDate('2026-04-15') },
  payable: money('1234.56', 'CNY'),
  ...{ listedOn: localDate('2026-01-20'), answerBy: localDate('2026-02-19') },
  issuedOn: localDate('2026-02-10'),
};
const wordsOf = (letter: ReturnType<typeof letterOf>) =>
  letter.paragraphs.flatMap(({ en, zh }) => [en, zh]).join('\n');

describe('the letter', () => {
  it('names both parties, the invoice and what is owed, in both languages', () => {
    const { title, paragraphs } = letterOf(facts);
    expect(title.en).toContain('INV-1');
    expect(title.zh).toContain('INV-1');
    for (const language of ['en', 'zh'] as const) {
      const text = paragraphs.map((one) => one[language]).join('\n');
      for (const part of [facts.supplierName, facts.debtorName, 'CNY 1234.56', '2026-04-15', '2026-02-19'])
        expect(text).toContain(part);
    }
  });

  it('counts the days that are left, and after the day those that it is late', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (days) => {
        const text = wordsOf(letterOf({ ...facts, issuedOn: addDays(facts.listedOn, days) }));
        const late = days > 30;
        expect(text.includes('overdue')).toBe(late);
        expect(text).toContain(`${Math.abs(30 - days)} day(s)`);
        expect(text).toContain(late ? `已逾期 ${days - 30} 天` : `尚余 ${30 - days} 天`);
      }),
    );
  });

  it('is mailed without the amount and without a link', () => {
    const { subject, text } = mailOf(facts);
    expect(subject).toContain('INV-1');
    expect(text).toContain(facts.supplierName);
    expect(text).not.toMatch(/1234|CNY|https?:/);
  });
});

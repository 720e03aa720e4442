import { DomainError, errorTable, invariant, type ErrorKind } from './errors';

const errors = errorTable('market', {
  offer_expired: {
    kind: 'conflict',
    message: { en: 'Offer {offerId} ended at {at}.', zh: '报价{offerId}已于{at}到期。' },
    fix: { en: 'Ask for a new offer.', zh: '请重新询价。' },
  },
  busy: {
    kind: 'limited',
    message: { en: 'Too many requests: {reason}', zh: '请求过多：{reason}' },
    fix: { en: 'Wait.', zh: '请稍候。' },
    retryable: true,
  },
});

describe('errorTable', () => {
  it('makes an error with prefixed code, kind, both sentences and both fixes', () => {
    const error = errors.offer_expired({ offerId: 'A1', at: new Date('2026-03-01T00:00:00Z') });
    expect(error).toBeInstanceOf(DomainError);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      name: 'DomainError',
      code: 'market.offer_expired',
      kind: 'conflict' satisfies ErrorKind,
      message: 'Offer A1 ended at 2026-03-01T00:00:00.000Z.',
      text: {
        en: 'Offer A1 ended at 2026-03-01T00:00:00.000Z.',
        zh: '报价A1已于2026-03-01T00:00:00.000Z到期。',
      },
      fix: { en: 'Ask for a new offer.', zh: '请重新询价。' },
      retryable: false,
      errors: [],
    });
    expect(error.details).toMatchObject({ offerId: 'A1' });
  });

  it.each([
    ['text', 'x', 'x', 'x'],
    ['number', 7, '7', '7'],
    ['money', { amount: '1.00', currency: 'CNY' }, '1.00 CNY', '1.00 CNY'],
    ['two languages', { en: 'late', zh: '逾期' }, 'late', '逾期'],
    ['list', ['a', 2], 'a, 2', 'a, 2'],
    ['null', null, 'null', 'null'],
    ['record', { a: 1 }, '{"a":1}', '{"a":1}'],
    ['long text', 'y'.repeat(5000), `${'y'.repeat(200)}…`, `${'y'.repeat(200)}…`],
    ['text that looks like a placeholder', '{reason}$&', '{reason}$&', '{reason}$&'],
  ])('shows a detail that is %s', (_, reason, en, zh) => {
    expect(errors.busy({ reason }).text).toEqual({
      en: `Too many requests: ${en}`,
      zh: `请求过多：${zh}`,
    });
  });

  it('leaves a placeholder that no detail fills, also for inherited names', () => {
    expect(errors.busy().message).toBe('Too many requests: {reason}');
    const odd = errorTable('x', {
      odd: { kind: 'invalid', message: { en: '{toString}', zh: '{toString}' }, fix: { en: '', zh: '' } },
    });
    expect(odd.odd({}).message).toBe('{toString}');
  });

  it('carries field errors and says what can be tried again', () => {
    const field = {
      pointer: '/amount',
      rule: 'pattern',
      message: { en: 'Bad.', zh: '错误。' },
      fix: { en: 'Mend.', zh: '修改。' },
    };
    const error = errors.busy({}, [field]);
    expect(error.errors).toEqual([field]);
    expect(error.retryable).toBe(true);
  });

  it('cannot be changed afterwards', () => {
    expect(Object.isFrozen(errors)).toBe(true);
  });
});

describe('invariant', () => {
  it('lets a truth pass and stops at anything else, not as a DomainError', () => {
    expect(() => invariant(true, 'fine')).not.toThrow();
    for (const broken of [false, 0, '', null, undefined]) {
      expect(() => invariant(broken, 'two and two')).toThrow('invariant broken: two and two');
    }
    try {
      invariant(false, 'x');
    } catch (error) {
      expect(error).not.toBeInstanceOf(DomainError);
    }
  });
});

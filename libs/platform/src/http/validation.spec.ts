import 'reflect-metadata';
import { ArgumentMetadata } from '@nestjs/common';
import { DomainError } from '#kernel';
import {
  CodeField,
  CodeListField,
  CurrencyField,
  DateField,
  FlagField,
  IdField,
  IdListField,
  InstantField,
  IntField,
  ListField,
  MoneyField,
  RateField,
  TextField,
} from './fields';
import { newValidationPipe } from './validation';

class Item {
  @TextField(10, 'name') name!: string;
}
class Body {
  @TextField(5, 'text', { optional: true }) text?: string;
  @CurrencyField('currency', { optional: true }) currency?: string;
  @RateField('rate', { optional: true }) rate?: string;
  @DateField('date', { optional: true }) date?: string;
  @InstantField('instant', { optional: true }) instant?: string;
  @IdField('id', { optional: true }) id?: string;
  @IntField(1, 9, 'integer', { optional: true }) integer?: number;
  @CodeField(['a', 'b'], 'code', { optional: true }) code?: string;
  @FlagField('flag', { optional: true }) flag?: boolean;
  @MoneyField('money', { optional: true }) money?: object;
  @ListField(() => Item, 'items', { optional: true, max: 2 }) items?: Item[];
  @IdListField('ids', { optional: true, max: 2 }) ids?: string[];
  @CodeListField(['a', 'b', 'c'], 'codes', { optional: true, max: 2 }) codes?: string[];
}

const pipe = newValidationPipe();
const metadata: ArgumentMetadata = { type: 'body', metatype: Body };
const id = '01890000-0000-7000-8000-000000000001';

describe('fields', () => {
  it.each<[string, object]>([
    ['nothing', {}],
    ['text', { text: '右券' }],
    ['currency', { currency: 'CNY' }],
    ['rate', { rate: '0.045' }],
    ['leap day', { date: '2024-02-29' }],
    ['instant', { instant: '2026-01-31T08:00:00.123Z' }],
    ['id', { id }],
    ['integer', { integer: 9 }],
    ['code', { code: 'b' }],
    ['flag', { flag: false }],
    ['money', { money: { amount: '1.00', currency: 'CNY' } }],
    ['items', { items: [{ name: 'x' }] }],
    ['ids', { ids: [id] }],
    ['codes', { codes: ['c', 'a'] }],
  ])('accept %s', async (_, body) => {
    await expect(pipe.transform(body, metadata)).resolves.toMatchObject(body);
  });

  it.each<[string, object, string, string]>([
    ['a number for text', { text: 5 }, '/text', 'text'],
    ['text too long', { text: '123456' }, '/text', 'text'],
    ['blank text', { text: '   ' }, '/text', 'text'],
    ['a NUL in text', { text: 'a\u0000' }, '/text', 'text'],
    ['half a surrogate pair', { text: '\ud800' }, '/text', 'text'],
    ['an amount as number', { money: { amount: 1250, currency: 'CNY' } }, '/money/amount', 'amount'],
    [
      'an amount in scientific notation',
      { money: { amount: '1e9', currency: 'CNY' } },
      '/money/amount',
      'amount',
    ],
    ['an unknown currency', { currency: 'ABC' }, '/currency', 'currency'],
    ['a rate in percent', { rate: '4.5 %' }, '/rate', 'rate'],
    ['a day that does not exist', { date: '2026-02-29' }, '/date', 'date'],
    ['an instant without zone', { instant: '2026-01-31T08:00:00' }, '/instant', 'instant'],
    ['an id that is none', { id: '1' }, '/id', 'id'],
    ['an integer out of range', { integer: 10 }, '/integer', 'integer'],
    ['a fraction', { integer: 1.5 }, '/integer', 'integer'],
    ['another code', { code: 'c' }, '/code', 'code'],
    ['text for a flag', { flag: 'true' }, '/flag', 'flag'],
    ['money as text', { money: '1.00' }, '/money', 'object'],
    ['money without currency', { money: { amount: '1.00' } }, '/money/currency', 'currency'],
    ['an empty list', { items: [] }, '/items', 'list'],
    ['too long a list', { items: [{ name: 'a' }, { name: 'b' }, { name: 'c' }] }, '/items', 'list'],
    ['a bare value in a list', { items: ['a'] }, '/items', 'list'],
    ['a wrong field deep inside', { items: [{ name: '' }] }, '/items/0/name', 'text'],
    ['an id list with another thing', { ids: [id, 5] }, '/ids', 'list'],
    ['a code for a list of codes', { codes: 'a' }, '/codes', 'codes'],
    ['no code at all', { codes: [] }, '/codes', 'codes'],
    ['an unknown code in a list', { codes: ['a', 'd'] }, '/codes', 'codes'],
    ['a code twice', { codes: ['a', 'a'] }, '/codes', 'codes'],
    ['too many codes', { codes: ['a', 'b', 'c'] }, '/codes', 'codes'],
    ['an unknown field', { admin: true }, '/admin', 'unknown'],
    ['a field named like a prototype', JSON.parse('{"__proto__x": 1}') as object, '/__proto__x', 'unknown'],
  ])('refuse %s', async (_, body, pointer, rule) => {
    const refusal = (await pipe.transform(body, metadata).catch((error: unknown) => error)) as DomainError;
    expect(refusal).toBeInstanceOf(DomainError);
    expect(refusal.code).toBe('platform.input_invalid');
    expect(refusal.errors[0]).toMatchObject({ pointer, rule });
    expect(refusal.errors[0]?.message.zh).not.toBe('');
  });
});

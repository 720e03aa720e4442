import { shapeFault } from './body-shape';

const nested = (depth: number) => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown;
const fields = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, index]));

describe('the shape of a body', () => {
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'x'],
    ['a bulk of a thousand', { items: Array.from({ length: 1000 }, () => fields(50)) }],
    ['thirty levels', nested(30)],
    ['two hundred fields', fields(200)],
  ])('may be %s', (_, body) => expect(shapeFault(body)).toBeNull());

  it.each<[string, unknown, string]>([
    ['a tower', nested(100_000), 'nested too deeply'],
    ['a crowd', { items: Array.from({ length: 100_000 }, () => ({})) }, 'too many values'],
    ['many fields', fields(201), 'too many fields'],
    ['many fields deep inside', { items: [{ a: fields(201) }] }, 'too many fields'],
  ])('may not be %s', (_, body, fault) => expect(shapeFault(body)).toBe(fault));
});

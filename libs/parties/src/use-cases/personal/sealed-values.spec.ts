import fc from 'fast-check';
import { PersonalKey } from './personal-key';
import { SealedValues } from './sealed-values';

const values = () => new SealedValues(new PersonalKey(null));

describe('sealed values', () => {
  it('are read back by who has the key, and told by nothing else', async () => {
    const sealed = values();
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.string({ minLength: 6 })), async (value) => {
        const kept = await sealed.seal(value);
        expect(await sealed.open<object>(kept)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(kept).toEqual({ sealed: expect.stringMatching(/^[\w+/]+={0,2}$/) as string });
        expect(await sealed.seal(value)).not.toEqual(kept);
      }),
    );
  });

  it('are not read with another key, nor after a change', async () => {
    const [own, other] = [values(), values()];
    const kept = await own.seal({ number: '11010519491231002X' });
    await expect(other.open(kept)).rejects.toThrow();
    const bytes = Buffer.from(kept.sealed, 'base64');
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    await expect(own.open({ sealed: bytes.toString('base64') })).rejects.toThrow();
  });

  it('of the time before are read as they are', async () => {
    expect(await values().open<object>({ title: 'old' })).toEqual({ title: 'old' });
  });

  it('have a print that needs the key', async () => {
    const [own, other] = [values(), values()];
    const print = await own.print({ number: '1' });
    expect(await own.print({ number: '1' })).toBe(print);
    expect(await own.print({ number: '2' })).not.toBe(print);
    expect(await other.print({ number: '1' })).not.toBe(print);
  });
});

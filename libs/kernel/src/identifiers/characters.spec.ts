import { formFault, meant, type IdentifierForm } from './characters';

const form: IdentifierForm = {
  name: 'TAG',
  length: 3,
  alphabet: '01AB',
  alphabetText: { en: '0, 1, A and B', zh: '仅含0、1、A、B' },
};

describe('formFault', () => {
  it('finds nothing in a code of the right length and alphabet', () => {
    expect(formFault('0AB', form)).toBeNull();
  });

  it.each([
    ['0A', 'TAG has 3 characters; this has 2.'],
    ['0c', 'TAG has 3 characters; this has 2.'],
    ['0ABB', 'TAG has 3 characters; this has 4.'],
    ['0ABB0A1', 'TAG has 3 characters; this has more than 6.'],
    ['0A-B', 'Character 3 "-" is not used in TAG: 0, 1, A and B.'],
    ['0 AB', 'Character 2 is a space.'],
    ['0aB', 'Character 2 "a" is lower case; write capitals.'],
    ['0cB', 'Character 2 "c" is not used in TAG: 0, 1, A and B.'],
    ['０AB', 'Character 1 "０" is full-width; write it half-width.'],
    ['😀AB', 'Character 1 "😀" is not used in TAG: 0, 1, A and B.'],
    ['0\u0000B', 'Character 2 "U+0000" is not used in TAG: 0, 1, A and B.'],
  ])('says of "%s": %s', (code, sentence) => {
    const fault = formFault(code, form);
    expect(fault?.valid).toBe(false);
    expect(fault?.reason?.en).toBe(sentence);
  });
});

describe('meant', () => {
  it.each([
    ['ａb-1 2', 'AB12'],
    ['', ''],
  ])('reads "%s" as "%s"', (code, text) => {
    expect(meant(code)).toBe(text);
  });
});

import { kernelErrors } from './kernel-errors';

describe('kernelErrors', () => {
  it.each(Object.entries(kernelErrors))('%s speaks both languages and says what to do', (code, make) => {
    const error = make();
    expect(error.code).toBe(`kernel.${code}`);
    for (const sentence of [error.text, error.fix]) {
      expect(sentence.en).toMatch(/^[A-Z"{].+\.$/);
      expect(sentence.zh).toMatch(/\p{Script=Han}/u);
      const names = (text: string) => new Set(text.match(/\{\w+\}/g));
      expect(names(sentence.zh)).toEqual(names(sentence.en));
    }
  });
});

// What is read is readable: WCAG 2.2, 1.4.3, in both brightnesses, and under the pointer too.
import { theme } from 'antd';
import { DARK, LIGHT } from './palette';

const LEAST = 4.5;

const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    channel(parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe.each([
  ['light', LIGHT, theme.defaultAlgorithm],
  ['dark', DARK, theme.darkAlgorithm],
] as const)('%s', (_, { token, button }, algorithm) => {
  const all = theme.getDesignToken({ token, algorithm });
  const grounds = [all.colorBgContainer, all.colorBgLayout, all.colorBgElevated];

  it.each([
    ['links', all.colorLink, all.colorLinkHover, all.colorLinkActive],
    ['buttons under the pointer', button.defaultHoverColor, button.defaultActiveColor],
    ['errors', all.colorError, all.colorErrorHover, all.colorErrorActive],
    ['secondary words', all.colorTextSecondary, all.colorTextDescription, all.colorTextPlaceholder],
  ])('%s are readable on every ground', (_what, ...colours) => {
    for (const colour of colours)
      for (const ground of grounds) expect(contrast(colour, ground)).toBeGreaterThanOrEqual(LEAST);
  });

  it('the place where one is can be read', () => {
    const word = algorithm === theme.darkAlgorithm ? all.colorLinkHover : all.colorLink;
    expect(contrast(word, all.colorPrimaryBg)).toBeGreaterThanOrEqual(LEAST);
  });

  it('the words of the first button are readable', () => {
    for (const ground of [all.colorPrimary, all.colorPrimaryHover, all.colorPrimaryActive])
      expect(contrast('#ffffff', ground)).toBeGreaterThanOrEqual(LEAST);
  });
  it('the words of a dangerous button are readable', () => {
    for (const ground of [all.colorError, all.colorErrorHover, all.colorErrorActive])
      expect(contrast(button.dangerColor, ground)).toBeGreaterThanOrEqual(LEAST);
  });
});

// Each mail says it in both languages, and a link leads to the configured site only.
import { addressChangingMail, passwordSetMail, resetMail, verificationMail } from './account-mails';

const link = { siteUrl: 'https://youquan.example', token: 'T'.repeat(43) };

it.each([
  [verificationMail('a@b.example', link), 'https://youquan.example/verify-email#'],
  [resetMail('a@b.example', link), 'https://youquan.example/reset-password#'],
])('has its secret behind the number sign: %#', ({ text, to }, address) => {
  expect(to).toBe('a@b.example');
  expect(text.split('\n').at(-1)).toBe(`${address}${link.token}`);
});

it.each([[addressChangingMail('a@b.example')], [passwordSetMail('a@b.example')]])(
  'without a link has no address to click: %#',
  ({ text }) => {
    expect(text).not.toMatch(/https?:/);
    expect(text).toMatch(/[\u4e00-\u9fff]/);
    expect(text).toMatch(/administrator/);
  },
);

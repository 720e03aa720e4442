import { bearerOf, cookieOf } from './request-tokens';

const request = (authorization: string | undefined, cookie?: string) =>
  ({
    headers: authorization === undefined ? {} : { authorization },
    cookies: cookie === undefined ? {} : { youquan_session: cookie },
  }) as Parameters<typeof cookieOf>[0];

it.each([
  ['Bearer abc', undefined, 'abc', undefined],
  ['bearer  abc', undefined, 'abc', undefined],
  [undefined, 'abc', undefined, 'abc'],
  ['Bearer abc', 'other', 'abc', undefined],
  [undefined, undefined, undefined, undefined],
  ['', 'abc', undefined, undefined],
  ['Basic YTpi', 'abc', undefined, undefined],
  ['Bearer', 'abc', undefined, undefined],
  ['Bearer a b', 'abc', undefined, undefined],
])('header %j and cookie %j give %j and %j: the cookie is no way round', (header, cookie, bearer, kept) => {
  expect(bearerOf(request(header, cookie))).toBe(bearer);
  expect(cookieOf(request(header, cookie))).toBe(kept);
});

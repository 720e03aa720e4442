import { tokenOf } from './session.strategy';

const request = (authorization: string | undefined, cookie?: string) =>
  ({
    headers: authorization === undefined ? {} : { authorization },
    cookies: cookie === undefined ? {} : { youquan_session: cookie },
  }) as Parameters<typeof tokenOf>[0];

it.each([
  ['Bearer abc', undefined, 'abc'],
  ['bearer  abc', undefined, 'abc'],
  [undefined, 'abc', 'abc'],
  ['Bearer abc', 'other', 'abc'],
])('header %j and cookie %j give %j', (header, cookie, token) =>
  expect(tokenOf(request(header, cookie))).toBe(token),
);

it.each([
  [undefined, undefined],
  ['', 'abc'],
  ['Basic YTpi', 'abc'],
  ['Bearer', 'abc'],
  ['Bearer a b', 'abc'],
])('header %j and cookie %j give nothing: the cookie is no way round', (header, cookie) =>
  expect(tokenOf(request(header, cookie))).toBeUndefined(),
);

import { expiryOf, isLive, isTokenShaped, shouldNoteUse } from './session';

const NOW = new Date('2026-11-22T08:00:00Z');
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const session = { lastSeenAt: NOW, expiresAt: at(720), endedAt: null };

describe('isLive', () => {
  it.each([
    ['just opened', session, 0, true],
    ['almost idle', session, 29.99, true],
    ['idle', session, 30, false],
    ['in use to the end', { ...session, lastSeenAt: at(719) }, 719.9, true],
    ['at its end', { ...session, lastSeenAt: at(719) }, 720, false],
    ['ended', { ...session, endedAt: NOW }, 0, false],
    ['seen before the clock was set back', { ...session, lastSeenAt: at(60) }, 0, true],
  ])('%s', (_, one, minutes, expected) => expect(isLive(one, at(minutes), 30)).toBe(expected));

  it('takes an idle time of nought for a minute', () => {
    expect(isLive(session, at(0.9), 0)).toBe(true);
    expect(isLive(session, at(1), 0)).toBe(false);
  });
});

it.each([
  [0, 60],
  [1, 60],
  [12, 720],
  [10 ** 12, 44_640],
])('%i hours end after %i minutes', (hours, minutes) => expect(expiryOf(NOW, hours)).toEqual(at(minutes)));

it.each([
  [30, 0.9, false],
  [30, 1, true],
  [1, 0.05, false],
  [1, 0.1, true],
])('with %i idle minutes, use after %d minutes is noted: %s', (idle, minutes, noted) =>
  expect(shouldNoteUse(session, at(minutes), idle)).toBe(noted),
);

it.each([
  ['A'.repeat(43), true],
  [`${'A'.repeat(41)}-_`, true],
  ['A'.repeat(42), false],
  ['A'.repeat(44), false],
  [`${'A'.repeat(42)}=`, false],
  [`${'A'.repeat(43)}\n`, false],
  ['', false],
])('%j looks like a token: %s', (token, expected) => expect(isTokenShaped(token)).toBe(expected));

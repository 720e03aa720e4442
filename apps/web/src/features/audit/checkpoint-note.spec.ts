// What is read from a published checkpoint, and what is no checkpoint.
import { readCheckpoint } from './checkpoint-note';

const ROOT = 'A'.repeat(43) + '=';
const NOTE = `youquan.local/log\n42\n${ROOT}\nprevious 40\ntime 2026-11-22T10:00:00.000Z\n\n— youquan.local/log abc=\n`;

it('reads name, size, root, the size before and the time', () =>
  expect(readCheckpoint(NOTE)).toEqual({
    origin: 'youquan.local/log',
    size: 42,
    root: ROOT,
    previous: 40,
    at: '2026-11-22T10:00:00.000Z',
  }));

it.each([
  ['an empty text', ''],
  ['a size that is no number', NOTE.replace('\n42\n', '\nx42\n')],
  ['a root of another length', NOTE.replace(ROOT, 'AAAA')],
  ['no size before', NOTE.replace('previous 40\n', '')],
])('is nothing: %s', (_, note) => expect(readCheckpoint(note)).toBeNull());

import { canBecome, isAtWork, progressOf, TRANSITIONS, UPLOAD_STATES } from './upload';

describe('an upload', () => {
  const pairs = UPLOAD_STATES.flatMap((from) => UPLOAD_STATES.map((to) => [from, to] as const));

  it.each(pairs)('%s to %s', (from, to) => expect(canBecome(from, to)).toBe(TRANSITIONS[from].includes(to)));

  it('is never at work again once it is undone, and never applied after an undo began', () => {
    expect(TRANSITIONS.undone).toEqual([]);
    expect(TRANSITIONS.undoing).toEqual(['undone']);
    expect(UPLOAD_STATES.filter(isAtWork)).toEqual(['reading', 'applying', 'undoing']);
  });

  const begunAt = new Date('2026-01-01T00:00:00Z');
  const now = new Date('2026-01-01T00:00:10Z');
  const upload = { rowsDone: 1000, undoneRows: 250, bytesDone: '500', bytesTotal: '2000', begunAt };

  it('estimates its rows by bytes while it is read', () =>
    expect(progressOf({ ...upload, state: 'reading' }, now)).toEqual({
      ...{ rowsDone: 1000, rowsTotal: 4000, rowsPerSecond: 100, secondsLeft: 30 },
    }));

  it('knows its rows while it is taken back', () =>
    expect(progressOf({ ...upload, state: 'undoing' }, now)).toEqual({
      ...{ rowsDone: 250, rowsTotal: 1000, rowsPerSecond: 25, secondsLeft: 30 },
    }));

  it('says nothing of the rest before anything was read', () =>
    expect(progressOf({ ...upload, state: 'reading', rowsDone: 0, bytesDone: '0' }, begunAt)).toEqual({
      ...{ rowsDone: 0, rowsTotal: null, rowsPerSecond: 0, secondsLeft: null },
    }));
});

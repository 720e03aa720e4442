import { refuseWhenNothingDone } from './bulk';
import { errors } from './errors';

const missing = errors.reason_missing();
const pending = errors.answer_pending();

it.each([[[]], [[undefined]], [[undefined, missing]], [[pending, undefined, missing]]])(
  'goes on while anything could be done: %#',
  (faults) => expect(() => refuseWhenNothingDone(faults)).not.toThrow(),
);

it('refuses a single item with its own fault', () => {
  expect(() => refuseWhenNothingDone([missing])).toThrow(missing);
});

it('refuses several with the fault of each', () => {
  expect(() => refuseWhenNothingDone([missing, pending])).toThrow(
    expect.objectContaining({
      code: 'receivables.nothing_done',
      details: { count: 2 },
      errors: [
        expect.objectContaining({ pointer: '/items/0', rule: 'receivables.reason_missing' }),
        expect.objectContaining({ pointer: '/items/1', rule: 'receivables.answer_pending' }),
      ],
    }) as Error,
  );
});

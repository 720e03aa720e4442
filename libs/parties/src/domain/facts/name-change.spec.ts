// Names follow each other in time, and a change changes something.
import { DomainError, localDate } from '#kernel';
import { assertNameChange } from './name-change';

const today = localDate('2026-06-01');
const named = {
  legalName: '远航机械有限公司',
  formerNames: [{ legalName: '远航机械厂', changedOn: localDate('2024-03-01') }],
};
const change = (legalName: string, changedOn: string) => () =>
  assertNameChange(named, { legalName, changedOn: localDate(changedOn), source: ' 营业执照 ' }, today);

it.each([
  ['today', '2026-06-01'],
  ['the day of the change before', '2024-03-01'],
])('a new name from %s', (_, day) => {
  expect(change(' 远航　装备 有限公司', day)()).toEqual({
    ...{ legalName: '远航 装备 有限公司', changedOn: day, source: '营业执照' },
  });
});

it('back to an earlier name', () => {
  expect(change('远航机械厂', '2025-01-01')()).toMatchObject({ legalName: '远航机械厂' });
});

it.each([
  ['no name', ' ', '2026-06-01', 'legal_name_malformed'],
  ['the same name', ' 远航机械有限公司 ', '2026-06-01', 'name_unchanged'],
  ['a day to come', '远航装备', '2026-06-02', 'name_change_misdated'],
  ['before the change before', '远航装备', '2024-02-29', 'name_change_misdated'],
])('refuses %s', (_, name, day, code) => {
  let refused: unknown;
  try {
    change(name, day)();
  } catch (error) {
    refused = error;
  }
  expect(refused).toBeInstanceOf(DomainError);
  expect(refused).toMatchObject({ code: `parties.${code}` });
});

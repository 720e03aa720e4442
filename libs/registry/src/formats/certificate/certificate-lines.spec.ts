import { certificateContent, facts } from '../../testing/certificates';
import { certificateSections } from './certificate-lines';

const valuesOf = (over: Parameters<typeof certificateContent>[0], label: string) =>
  certificateSections(certificateContent(over))
    .flatMap(({ lines }) => lines)
    .filter((one) => one.label.en === label)
    .map(({ value }) => value.en);

it('says of a term whether it was extended', () => {
  expect(valuesOf({}, 'Term')).toEqual(['12 months, until 2027-11-22']);
  const extended = { registration: { ...facts, expiresOn: '2028-11-22' } };
  expect(valuesOf(extended, 'Term')).toEqual(['until 2028-11-22, extended; at first 12 months']);
  const short = { registration: { ...facts, termMonths: 1, expiresOn: '2026-12-22' } };
  expect(valuesOf(short, 'Term')).toEqual(['1 month, until 2026-12-22']);
});

it('names who objects, before the reason', () => {
  const event = { reason: "Not the grantor's", changes: [], objector: '丙公司' };
  expect(valuesOf({ kind: 'objection', event }, 'Objector')).toEqual(['丙公司']);
  expect(valuesOf({ kind: 'amendment', event: { reason: 'x', changes: [] } }, 'Objector')).toEqual([]);
});

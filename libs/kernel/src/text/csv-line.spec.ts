import { csvLine } from './csv-line';

it.each([
  ['plain', 'plain'],
  ['-12.50', '-12.50'],
  ['=1+1', "'=1+1"],
  ['+86 571', "'+86 571"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['|calc', "'|calc"],
  ['\tcmd', "'\tcmd"],
  ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
  ['a,b', '"a,b"'],
  ['two\nlines', '"two\nlines"'],
])('%j is written as %j', (cell, written) => {
  expect(csvLine(['first', cell])).toBe(`first,${written}\r\n`);
});

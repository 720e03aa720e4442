import { namesAdvance, saysAssigned } from './free-text';

describe('a note of assignment', () => {
  test.each([
    'This invoice has been assigned to Nordbank and is payable to it only.',
    'All claims under this invoice are sold to our factor.',
    'Payable to our FACTORING company',
    'The receivable was pledged in favour of the bank',
    'Fordran är överlåten till Finans AB',
    'Denna faktura har överlåtits',
    'Fakturan är pantsatt hos banken',
    'Die Forderung wurde an die Bank abgetreten.',
    'Zahlung nur an unseren Factoring-Partner',
    'Abtretungsanzeige: bitte zahlen Sie an',
    '本发票已办理保理业务',
    '应收账款已转让给甲银行',
    '该笔应收账款已质押',
    '债权转让通知',
  ])('%s', (text) => {
    expect(saysAssigned([text])).toBe(true);
  });

  test.each([
    'Thank you for your order.',
    'A consultant was assigned to your project.',
    'The claim may not be assigned.',
    'No factoring.',
    'Fordran får ej överlåtas',
    'Abtretungsverbot gilt.',
    'Eine Abtretung dieser Forderung ist ausgeschlossen.',
    'Nicht abgetreten',
    '本应收账款不得转让',
    '未办理保理',
    '货物转让手续另行办理',
    'Der Betrag wird mit der nächsten Rechnung verrechnet.',
    '',
  ])('is not: %s', (text) => {
    expect(saysAssigned([text])).toBe(false);
  });

  test('a prohibition does not hide an assignment beside it', () => {
    expect(saysAssigned(['The claim may not be assigned. Notice: factoring by Nordbank.'])).toBe(true);
  });
});

describe('an advance', () => {
  test.each(['Advance payment 30 %', 'Down-payment', 'Förskott för material', 'Anzahlung', '设备预付款'])(
    '%s',
    (text) => expect(namesAdvance([text])).toBe(true),
  );

  test.each(['Advanced training', 'Bearings', 'Schlussrechnung', '设备款'])('is not: %s', (text) =>
    expect(namesAdvance([text])).toBe(false),
  );
});

test('hostile text is judged in time', () => {
  const long = 'abtretung '.repeat(200_000) + 'a'.repeat(1_000_000);
  const started = performance.now();
  saysAssigned([long]);
  namesAdvance([long]);
  expect(performance.now() - started).toBeLessThan(5_000);
});

// The verification page as one file, opened without a server and without a network: a sound receipt holds, and each way
// of tampering is named by the step it fails. A signed payment slip and the evidence of a confirmation are checked by the
// same page.
import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { countSteps, openBrowser, picture } from './support/browser.mjs';
import { HUADONG, invoicesOfToday } from './support/invoices.mjs';
import { confirmUploaded } from './support/money.mjs';
import { openWorld, signedIn } from './support/world.mjs';

const BUILT = fileURLToPath(new URL('../../dist/apps/web/verify.html', import.meta.url));
const step = countSteps(test);
let world;
let browser;
let folder;
let page;
let receipt;
let slip;
let evidence;
let key;

before(async () => {
  world = await openWorld();
  browser = await openBrowser(world.url);
  folder = mkdtempSync(join(tmpdir(), 'youquan-verify-'));
  const file = join(folder, 'verify.html');
  copyFileSync(BUILT, file);
  page = await browser.offline(pathToFileURL(file).href);
});
after(async () => {
  await browser?.close();
  await world?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

async function firstReceipt(person, subjectId) {
  for (let tries = 0; tries < 50; tries++) {
    const { items } = await person.get(`/receipts?subjectId=${subjectId}`).catch(() => ({ items: [] }));
    if (items.length > 0) return items[0];
    await page.waitForTimeout(200);
  }
  throw new Error('the deed was not sequenced');
}

/** The text of the file: canonical JSON is what is written again as it was read. */
async function evidenceText(debtor, invoiceNumber) {
  const { items } = await debtor.get('/confirmations?task=answered&limit=200');
  const { answer } = items.find((one) => one.invoiceNumber === invoiceNumber);
  for (let tries = 0; tries < 50; tries++) {
    const issued = await debtor
      .post(`/confirmations/${answer.confirmationId}/evidence`, {})
      .catch(() => null);
    if (issued) return JSON.stringify(issued);
    await page.waitForTimeout(200);
  }
  throw new Error('the answer was not sequenced');
}

step('a receipt of a deed, a payment slip and evidence are to be had', async () => {
  const supplier = await signedIn(world.url, 'mingyuan');
  const invoices = invoicesOfToday();
  const upload = await supplier.upload('/uploads', invoices.name, invoices.text);
  receipt = await firstReceipt(supplier, upload.id);
  const people = { supplier: 'mingyuan', maker: 'huadong.maker', checker: 'huadong.checker' };
  await confirmUploaded(world.url, invoices.dated, people);
  const debtor = await signedIn(world.url, 'huadong.maker');
  const { items } = await debtor.get('/payment-slips?limit=200');
  const owed = items.find(({ invoiceNumber }) => invoiceNumber === invoices.dated);
  slip = await debtor.post('/payment-slips', { receivableIds: [owed.id] });
  evidence = await evidenceText(debtor, invoices.dated);
  key = await (await fetch(`${world.url}/api/log/key`)).text();
});

async function verdict(content, withKey = key) {
  await page.getByLabel('Public key of the log').fill(withKey);
  await page
    .getByLabel('Or paste its text')
    .fill(typeof content === 'string' ? content : JSON.stringify(content));
  const failed = await page.locator('li.failed').evaluateAll((found) => found.map((one) => one.dataset.step));
  return [await page.locator('.verdict').innerText(), ...failed];
}

step('it holds, and says what it proves', async () => {
  assert.deepEqual(await verdict(receipt), ['The receipt holds.']);
  await page.getByText(receipt.leaf.action).waitFor();
  assert.equal(await page.locator('li.passed').count(), 4);
  await picture(page, 'verify-holds');
});

step('it holds when the file is dropped, also within a list', async () => {
  await page.getByLabel('Or paste its text').fill('');
  const buffer = Buffer.from(JSON.stringify({ items: [receipt, receipt], next: null }));
  await page
    .getByLabel('Choose a file')
    .setInputFiles({ name: 'receipts.json', mimeType: 'application/json', buffer });
  await page.getByText('2 of 2 hold.').waitFor();
});

const flipped = (text) => `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`;
const TAMPERED = [
  ['another form', (r) => ({ ...r, format: 'youquan/receipt/2' }), 'form'],
  [
    'a checkpoint of a larger log',
    (r) => ({ ...r, checkpoint: r.checkpoint.replace(/\n(\d+)\n/, '\n9$1\n') }),
    'checkpoint',
  ],
  [
    'other details',
    (r) => ({ ...r, opened: { ...r.opened, details: { ...r.opened.details, value: { amount: '1.00' } } } }),
    'parts',
  ],
  ['an earlier time', (r) => ({ ...r, leaf: { ...r.leaf, at: '2020-01-01T00:00:00.000000Z' } }), 'inclusion'],
  ['another place in the log', (r) => ({ ...r, leafIndex: r.leafIndex + 1 }), 'inclusion'],
  ['another proof', (r) => ({ ...r, inclusion: r.inclusion.map(flipped) }), 'inclusion'],
];
for (const [what, change, failing] of TAMPERED)
  step(`it does not hold with ${what}`, async () => {
    assert.deepEqual(await verdict(change(receipt)), ['The receipt does not hold.', failing]);
  });

/** A sound key of the same name that signed nothing here. */
function otherKey() {
  const [name] = key.split('+');
  const raw = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
  const typed = Buffer.concat([Buffer.of(1), raw]);
  const id = createHash('sha256').update(`${name}\n`).update(typed).digest('hex').slice(0, 8);
  return `${name}+${id}+${typed.toString('base64')}`;
}

step('it does not hold under another key, and what is no key or no receipt is said', async () => {
  assert.deepEqual(await verdict(receipt, otherKey()), ['The receipt does not hold.', 'checkpoint']);
  assert.deepEqual(await verdict(receipt, 'nonsense'), [
    'This is no public key of a log: it should be one line, name+id+key.',
  ]);
  assert.deepEqual(await verdict('{"items":'), ['This is not JSON. Take the file as it was downloaded.']);
  assert.deepEqual(await verdict([]), ['There is neither receipt nor slip nor evidence in it.']);
  await picture(page, 'verify-fails');
});

step('a payment slip holds, and says what was stated to whom', async () => {
  assert.deepEqual(await verdict(slip), ['The payment slip holds.']);
  await page.getByText(HUADONG, { exact: true }).waitFor();
  await page.getByText('no notice of assignment had arrived').waitFor();
  await picture(page, 'verify-slip');
});

const CHANGED_SLIPS = [
  ['another amount', ({ payments: [first] }) => (first.outstanding.amount = '1.00')],
  ['another creditor', ({ payments: [first] }) => (first.creditorName = 'Somebody else')],
  ['a payment left out', (item) => (item.payments = [])],
];
for (const [what, change] of CHANGED_SLIPS)
  step(`a payment slip does not hold with ${what}`, async () => {
    const changed = JSON.parse(JSON.stringify(slip));
    change(changed.content.items[0]);
    assert.deepEqual(await verdict(changed), ['The payment slip does not hold.']);
    await page.getByText('it is not signed by this key, or was changed afterwards').waitFor();
  });

step('the evidence of a confirmation holds, and no byte of it can be another', async () => {
  assert.deepEqual(await verdict(evidence), ['The evidence of the confirmation holds.']);
  await page.getByText(HUADONG, { exact: true }).waitFor();
  await picture(page, 'verify-evidence');
  const places = [0.2, 0.5, 0.8].map((share) => Math.floor(evidence.length * share));
  for (const at of places) {
    const byte = String.fromCharCode(evidence.charCodeAt(at) ^ 1);
    const [said] = await verdict(evidence.slice(0, at) + byte + evidence.slice(at + 1));
    assert.notEqual(said, 'The evidence of the confirmation holds.');
  }
});

step('it reads in Chinese', async () => {
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('heading', { name: '核验回执、证明、付款通知单或确权证据' }).waitFor();
});

step('the application serves the same page, with its key filled in', async () => {
  const served = await browser.stranger('/verify');
  await served.getByText('Compare it with the one you hold.').waitFor();
  assert.equal(await served.getByLabel('Public key of the log').inputValue(), key.trim());
  const download = served.waitForEvent('download');
  await served.getByRole('link', { name: 'Save this page' }).click();
  assert.equal((await download).suggestedFilename(), 'youquan-verify.html');
});

step('no page complained', () => assert.deepEqual(browser.complaints, []));

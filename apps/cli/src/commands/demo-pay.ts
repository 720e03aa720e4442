// `demo pay`: on a platform that a newcomer has started, lets a debtor pay what its payment slip says, at the bank of the
// demonstration; without an invoice, says what can be paid.
import { readEnv } from '#config/env';
import { payAtTill } from '../../../demonstration/bank/folder-clerk';
import { castOrganisation, DEBTORS, DEMO_PASSWORD } from '../../../demonstration/cast';
import { Client } from '../../../demonstration/client';
import { type Slip, slipsOf } from '../../../demonstration/money-steps';
import { type CommandLine, type CommandResult, UsageError } from '../output';

interface Payable {
  readonly invoiceNumber: string;
  readonly payerName: string;
  readonly payerAccount: string;
  readonly payment: Slip['payments'][number];
}

export async function demoPay(invoice?: string): Promise<CommandResult> {
  const { demoBank, bankFolder, port } = readEnv();
  if (!demoBank || bankFolder === null)
    throw new UsageError('No bank is played here: "demo pay" is for demonstration data without BANK_FOLDER.');
  const payable = await payables(`http://127.0.0.1:${port}`);
  if (invoice === undefined) return { lines: payable.map((one) => lineOf(one, 'can be paid')), held: true };
  const chosen = payable.find(({ invoiceNumber }) => invoiceNumber === invoice);
  if (!chosen)
    throw new UsageError(
      `No debtor owes "${invoice}" now; "demo pay" without a number says what can be paid.`,
    );
  const { payment, payerName, payerAccount, invoiceNumber } = chosen;
  await payAtTill(bankFolder, invoiceNumber, {
    ...{ account: payment.account?.accountNumber ?? '', ownerName: payment.creditorName },
    ...{ amount: payment.outstanding, payerName, payerAccount, text: `货款 ${invoiceNumber}` },
  });
  return { lines: [lineOf(chosen, 'paid at the bank')], held: true };
}

/** What each debtor of the cast owes to an account that is known. */
async function payables(url: string): Promise<Payable[]> {
  const found: Payable[] = [];
  for (const { at, reader, account: payerAccount } of DEBTORS) {
    const debtor = await signedIn(url, reader);
    for (const { invoiceNumber, payments } of await slipsOf(debtor))
      for (const payment of payments)
        if (payment.account)
          found.push({ invoiceNumber, payment, payerName: castOrganisation(at).legalName, payerAccount });
  }
  return found;
}

async function signedIn(url: string, login: string): Promise<Client> {
  try {
    return await new Client(url).signIn(login, DEMO_PASSWORD);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `Nobody answers at ${url} as the demonstration would (${why}). Is "npm start" running?`,
    );
  }
}

function lineOf({ invoiceNumber, payerName, payment }: Payable, what: string): CommandLine {
  const { outstanding, creditorName, account } = payment;
  const sum = `${outstanding.amount} ${outstanding.currency}`;
  return {
    json: { invoiceNumber, what, payer: payerName, amount: outstanding, to: creditorName, account },
    text: `${invoiceNumber}  ${sum}  ${payerName} -> ${creditorName}: ${what}`,
  };
}

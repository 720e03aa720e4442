// `slip verify`: signed payment slips, offline, by nothing but the log's public key.
import type { Verifier } from '#audit/offline';
import { type IssuedSlip, openSlip } from '#settlement/offline';
import { readGiven } from '../../given-file';
import type { CommandLine, CommandResult } from '../../output';
import { verifierFrom } from '../../public-key';

/**
 * One line a file, which says what the slip proves.
 * @param keyFile the line that `log key` prints; left out: the key of this installation
 */
export async function slipVerify(files: readonly string[], keyFile?: string): Promise<CommandResult> {
  const verifier = await verifierFrom(keyFile);
  const answers = [];
  for (const file of files) answers.push(await judge(file, verifier));
  return { lines: answers.map(({ line }) => line), held: answers.every(({ valid }) => valid) };
}

async function judge(file: string, verifier: Verifier): Promise<{ line: CommandLine; valid: boolean }> {
  const given = await readGiven(file);
  const { slip, reason } =
    'reason' in given ? { slip: null, reason: given.reason } : openSlip(given.content, verifier);
  const valid = slip !== null;
  const stated = slip && {
    ...{ slipId: slip.id, issuedAt: slip.issuedAt, debtorName: slip.debtorName },
    payments: paymentsOf(slip),
  };
  const json = { file, valid, reason, slip: stated };
  return { valid, line: { json, text: `${file}  ${slip ? inWords(slip) : `not valid: ${reason}`}` } };
}

const paymentsOf = ({ items }: IssuedSlip) =>
  items.flatMap(({ invoiceNumber, payments }) =>
    payments.map(({ creditorName, account, outstanding, noticeId, since }) => ({
      ...{ invoiceNumber, creditorName, account, outstanding, noticeId, since },
    })),
  );

function inWords(slip: IssuedSlip): string {
  const stated = paymentsOf(slip).map(({ invoiceNumber, creditorName, account, outstanding, since }) => {
    const to = account ? `account ${account.accountNumber} of ${account.holderName}` : creditorName;
    const ground = since === null ? 'no notice of assignment' : `notice of ${since} in the log`;
    const without = account ? '' : ' (no verified account)';
    return `  ${invoiceNumber}: ${outstanding.currency} ${outstanding.amount} to ${to}${without}; ${ground}`;
  });
  return [`valid: stated to ${slip.debtorName} at ${slip.issuedAt}`, ...stated].join('\n');
}

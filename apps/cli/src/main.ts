// The `youquan` command: the operator's and integrator's tool. Standard output holds only the answer;
// exit 0 = held, 1 = refused or false, 2 = wrong usage.
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { EnvironmentError } from '#config/env';
import { type CommandResult, print, UsageError } from './output';

const WRONG_USAGE = 2;

async function act(json: boolean, work: () => Promise<CommandResult>): Promise<void> {
  const result = await work();
  await print(result.lines, json);
  process.exitCode = result.held ? 0 : 1;
}

function addFingerprints(youquan: Command, json: () => Option): void {
  const fingerprints = youquan.command('fingerprints').description('by which duplicates are found');
  fingerprints
    .command('renew')
    .description('fingerprint every stored invoice under the newest key; may be stopped and run again')
    .addOption(json())
    .action(async (options: { json: boolean }) =>
      act(options.json, async () => (await import('./commands/fingerprints.js')).fingerprintsRenew()),
    );
}

/** Commands load what they need when they run: a check of an identifier shall not wait for Nest and PostgreSQL. */
function program(): Command {
  const youquan = new Command('youquan').exitOverride().showHelpAfterError();
  youquan.description('Youquan (右券): receivables finance and registry. See README.md.');
  const json = () =>
    new Option('--json', 'print JSON, one value per line where a list is natural').default(false);

  const invoice = youquan.command('invoice').description('invoices without storing them');
  invoice
    .command('check')
    .description('read invoices and say what they are worth: accepted, flagged or refused')
    .argument('<file...>')
    .addOption(json())
    .action(async (files: string[], options: { json: boolean }) =>
      act(options.json, async () => (await import('./commands/invoice-check.js')).invoiceCheck(files)),
    );

  const identifier = youquan.command('identifier').description('identifiers of organisations and banks');
  identifier
    .command('check')
    .description('check digits of USCC, LEI and CNAPS')
    .argument('<code...>')
    .addOption(json())
    .action(async (codes: string[], options: { json: boolean }) =>
      act(options.json, async () => (await import('./commands/identifier-check.js')).identifierCheck(codes)),
    );

  addFingerprints(youquan, json);

  const db = youquan.command('db').description('the database');
  db.command('migrate')
    .description('bring the schema to this build')
    .addOption(json())
    .action(async (options: { json: boolean }) =>
      act(options.json, async () => (await import('./commands/db.js')).dbMigrate()),
    );
  db.command('verify')
    .description('recompute every book and compare')
    .addOption(json())
    .action(async (options: { json: boolean }) =>
      act(options.json, async () => (await import('./commands/db.js')).dbVerify()),
    );

  addProofs(youquan, json);
  addRegistry(youquan, json);

  addDemonstrations(youquan, json);

  youquan
    .command('bench')
    .description('measure against bare SQL, as ratios in one run')
    .argument('[name]', 'one bench; all when absent')
    .option('--full', 'at full scale', false)
    .addOption(json())
    .action(async (name: string | undefined, options: { json: boolean; full: boolean }) =>
      act(options.json, async () => (await import('./commands/bench.js')).bench(name, options.full)),
    );

  youquan
    .command('openapi', { hidden: true })
    .description('write the API description')
    .argument('<file>')
    .action(async (file: string) =>
      act(false, async () => (await import('./commands/openapi.js')).openapi(file)),
    );
  return youquan;
}

function addDemonstrations(youquan: Command, json: () => Option): void {
  const demo = youquan
    .command('demo')
    .description('play the main job end to end, over HTTP, on a throw-away database')
    .addOption(json())
    .action(async (options: { json: boolean }) =>
      act(options.json, async () => (await import('./commands/demo.js')).demo()),
    );
  demo
    .command('pay')
    .description(
      'on a platform that npm start runs, let a debtor pay an invoice at the bank of the demonstration',
    )
    .argument('[invoice]', 'its number; without it, what can be paid')
    .addOption(json())
    .action(async (invoice: string | undefined, _: object, command: Command) => {
      const { json: asJson } = command.optsWithGlobals<{ json: boolean }>();
      await act(asJson, async () => (await import('./commands/demo-pay.js')).demoPay(invoice));
    });
}

function addRegistry(youquan: Command, json: () => Option): void {
  youquan
    .command('registry')
    .description('the register')
    .command('search-eval')
    .description('how well names are found: on files of names and queries, or against the bars')
    .option('--names <file>', 'names of grantors, one a line')
    .option('--queries <file>', 'names to search for, one a line')
    .addOption(json())
    .action(async (options: { json: boolean; names?: string; queries?: string }) =>
      act(options.json, async () =>
        (await import('./commands/registry-search-eval.js')).registrySearchEval(options),
      ),
    );
}

interface SignedFiles {
  readonly name: string;
  readonly about: string;
  readonly checks: string;
  readonly verify: (files: readonly string[], key?: string) => Promise<CommandResult>;
}

/** What this platform signs and its holders check offline. */
const SIGNED_FILES: readonly SignedFiles[] = [
  {
    name: 'receipt',
    about: 'receipts of this platform',
    checks: "check receipts offline, by nothing but the log's public key",
    verify: async (...given) => (await import('./commands/proofs/receipt-verify.js')).receiptVerify(...given),
  },
  {
    name: 'slip',
    about: 'signed payment slips of this platform',
    checks: "check offline which accounts were stated, by nothing but the log's public key",
    verify: async (...given) => (await import('./commands/proofs/slip-verify.js')).slipVerify(...given),
  },
  {
    name: 'confirmation',
    about: 'evidence of confirmations of this platform',
    checks: "check offline what a debtor confirmed and how, by nothing but the log's public key",
    verify: async (...given) =>
      (await import('./commands/proofs/confirmation-verify.js')).confirmationVerify(...given),
  },
  {
    name: 'certificate',
    about: 'certificates of the register',
    checks: "check certificates offline, receipt or PDF, by nothing but the log's public key",
    verify: async (...given) =>
      (await import('./commands/proofs/certificate-verify.js')).certificateVerify(...given),
  },
];

function addVerification(
  youquan: Command,
  json: () => Option,
  { name, about, checks, verify }: SignedFiles,
): void {
  youquan
    .command(name)
    .description(about)
    .command('verify')
    .description(checks)
    .argument('<file...>')
    .option('--key <file>', 'the public key as "log key" prints it; the key of this installation when absent')
    .addOption(json())
    .action(async (files: string[], { json: asJson, key }: { json: boolean; key?: string }) =>
      act(asJson, async () => verify(files, key)),
    );
}

function addProofs(youquan: Command, json: () => Option): void {
  youquan
    .command('statement')
    .description('bank statements without storing them')
    .command('check')
    .description('read camt.052, camt.053 and camt.054 files and say whether they add up')
    .argument('<file...>')
    .addOption(json())
    .action(async (files: string[], options: { json: boolean }) =>
      act(options.json, async () => (await import('./commands/statement-check.js')).statementCheck(files)),
    );

  youquan
    .command('proof')
    .description('Merkle proofs of any log')
    .command('verify')
    .description('check inclusion and consistency proofs in the JSON form of the transparency-dev vectors')
    .argument('<file...>')
    .addOption(json())
    .action(async (files: string[], options: { json: boolean }) =>
      act(options.json, async () => (await import('./commands/proofs/proof-verify.js')).proofVerify(files)),
    );

  for (const one of SIGNED_FILES) addVerification(youquan, json, one);

  addLog(youquan, json);
}

function addLog(youquan: Command, json: () => Option): void {
  const log = youquan.command('log').description('the log of deeds');
  log
    .command('verify')
    .description('recompute the whole log from the database and name the first bad leaf')
    .option('--seen <file...>', 'checkpoints kept elsewhere, which the log must still contain', [])
    .addOption(json())
    .action(async (options: { json: boolean; seen: string[] }) =>
      act(options.json, async () => (await import('./commands/log.js')).logVerify(options.seen)),
    );
  log
    .command('key')
    .description('print the public key, and below it those before it')
    .addOption(json())
    .action(async (options: { json: boolean }) =>
      act(options.json, async () => (await import('./commands/log.js')).logKey()),
    );
  log
    .command('rotate-key')
    .description('give the log a new key, which the old one announces')
    .requiredOption('--to <file>', 'the new key, ed25519 in PEM; made when it is missing')
    .addOption(json())
    .action(async (options: { json: boolean; to: string }) =>
      act(options.json, async () => (await import('./commands/log.js')).logRotateKey(options.to)),
    );
  log
    .command('monitor')
    .description('follow a log from another machine by nothing but its public key, and report any fork')
    .requiredOption('--url <prefix>', 'where the log is served, as https://example.org/api/log')
    .requiredOption('--state <file>', 'keeps the newest checkpoint that held')
    .option('--key <file>', 'the public key as "log key" prints it; the key of this installation when absent')
    .option('--seen <file...>', 'checkpoints that others were given, which the log must contain', [])
    .option(
      '--witnesses <file>',
      'the trusted witnesses (C2SP tlog-policy), of whom a quorum must have cosigned',
    )
    .option('--once', 'look once', false)
    .option('--every <seconds>', 'how long to wait between two looks', seconds, 60)
    .addOption(json())
    .action(async ({ json: asJson, every, ...options }: MonitorWords) =>
      act(asJson, async () =>
        (await import('./commands/log-follow/log-monitor.js')).logMonitor({
          ...options,
          everySeconds: every,
        }),
      ),
    );
}

interface MonitorWords {
  readonly json: boolean;
  readonly url: string;
  readonly state: string;
  readonly key?: string;
  readonly seen: readonly string[];
  readonly witnesses?: string;
  readonly once: boolean;
  readonly every: number;
}

function seconds(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 86_400)
    throw new InvalidArgumentError('A whole number of seconds from 1 to 86400.');
  return value;
}

/** Subcommands inherit nothing of their parent's settings: each answers wrong usage by an exception, not an exit. */
function strict(command: Command): Command {
  for (const sub of command.commands) strict(sub.exitOverride().showHelpAfterError());
  return command;
}

async function main(): Promise<void> {
  try {
    await strict(program()).parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : WRONG_USAGE;
      return;
    }
    const known = error instanceof EnvironmentError || error instanceof UsageError;
    process.stderr.write(`${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = known ? WRONG_USAGE : 1;
  }
}

void main();

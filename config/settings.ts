// Every setting, declared once: what it is called, what it means, what it is when absent, what it may be.
// The table in the README is made from this list.
import { isIP } from 'node:net';

/** What a value must be: the words for people, and the check. */
export interface Rule {
  readonly words: string;
  readonly holds: (value: string) => boolean;
}

export interface Setting {
  /** The value when the variable is absent or empty; where it depends on others, `fallbackWords` says how. */
  readonly fallback: string;
  readonly fallbackWords?: string;
  readonly doc: string;
  readonly rule?: Rule;
  /** Never printed. */
  readonly secret?: true;
}

export const settings = {
  PORT: {
    fallback: '3000',
    doc: 'The port that the web app and the API are served on; 0 takes any free one.',
    rule: wholeNumber(0, 65_535),
  },
  HOST: {
    fallback: '127.0.0.1',
    doc: 'The address to listen on; 0.0.0.0 lets other machines in.',
  },
  TRUST_PROXY: {
    fallback: 'off',
    doc: 'The proxies whose X-Forwarded-* headers say who is calling, separated by commas; with `off`, no one’s.',
    rule: proxies(),
  },
  DATABASE_URL: {
    fallback: '',
    fallbackWords: 'the embedded PostgreSQL',
    doc: 'The PostgreSQL (15 or newer) to use, with the login that serves.',
    rule: postgresAddress(),
    secret: true,
  },
  MIGRATION_DATABASE_URL: {
    fallback: '',
    fallbackWords: '`DATABASE_URL`',
    doc: 'The same database with the login that owns and migrates it; with it, the serving login cannot change the books.',
    rule: postgresAddress(),
    secret: true,
  },
  POOL_SIZE: {
    fallback: '10',
    doc: 'How many connections to the database one process opens at most.',
    rule: wholeNumber(1, 1000),
  },
  STATE_DIR: {
    fallback: '.youquan',
    doc: 'The folder for the embedded database, its passwords, uploaded files and locks; relative to the project.',
  },
  WORKER: {
    fallback: 'inline',
    doc: 'Whether the background jobs run inside the web process (`inline`) or in one of their own (`separate`).',
    rule: oneOf('inline', 'separate'),
  },
  WEB_DIR: {
    fallback: 'dist/apps/web',
    doc: 'The folder with the built web app; relative to the project.',
  },
  DEMO_DATA: {
    fallback: '',
    fallbackWords: '`on` with the embedded database outside production, else `off`',
    doc: 'Whether an empty database is filled with demonstration data, whose passwords are public.',
    rule: oneOf('on', 'off'),
  },
  BANK_FOLDER: {
    fallback: '',
    fallbackWords:
      'none: people download and upload the files; with demonstration data, `bank` in `STATE_DIR`',
    doc: 'The folder through which files are exchanged with the bank: pain.001 in `out`, pain.002 and camt in `in`; relative to the project.',
  },
  MAIL_URL: {
    fallback: '',
    fallbackWords: 'none: mails are kept in `mail` in `STATE_DIR`, and none is sent',
    doc: 'The mail server and its login, as smtp://user:password@host:587 or smtps://user:password@host:465.',
    rule: mailServer(),
    secret: true,
  },
  MAIL_FROM: {
    fallback: 'Youquan <no-reply@localhost>',
    doc: 'The sender of mails, as recipients see it.',
    rule: {
      words: 'an address like "Youquan <no-reply@example.com>"',
      holds: (value) =>
        /^(?:[^<>@\r\n]{1,100} <[^\s<>@]{1,64}@[^\s<>@]{1,255}>|[^\s<>@]{1,64}@[^\s<>@]{1,255})$/.test(value),
    },
  },
  TAX_BUREAU: {
    fallback: 'none',
    doc: 'How invoices are checked with the tax bureau: `file` lets the operator carry query and result files; with `none` they are not checked, which every screen says.',
    rule: oneOf('none', 'file'),
  },
  LOG_LEVEL: {
    fallback: 'warn',
    doc: 'The least important log line to write; `info` has a line for each request.',
    rule: oneOf('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'),
  },
  LOG_NAME: {
    fallback: 'youquan.local/log',
    doc: 'The name of the log of deeds and of the key that signs it, as verifiers know it; never changed later.',
    rule: { words: 'a name without blanks and "+"', holds: (value) => /^[^\s+]{1,200}$/.test(value) },
  },
  LOG_KEY_FILE: {
    fallback: '',
    fallbackWords: '`log-key.pem` in `STATE_DIR`, made when missing; production must be given one',
    doc: 'The file with the ed25519 private key (PEM) that signs the log of deeds; relative to the project.',
  },
  LOG_WITNESS_FILE: {
    fallback: '',
    fallbackWords: 'none: nobody cosigns the log',
    doc: 'The file (C2SP tlog-policy) with the witnesses that cosign the log’s checkpoints, their addresses and the quorum; relative to the project.',
  },
  FINGERPRINT_KEY_FILE: {
    fallback: '',
    fallbackWords: '`fingerprint-keys` in `STATE_DIR`, made when missing; production must be given one',
    doc: 'The file with the keys under which invoices and natural persons are fingerprinted: on each line a version and 64 hexadecimal digits. The newest writes, all search.',
  },
  SITE_URL: {
    fallback: '',
    fallbackWords: '`http://HOST:PORT`',
    doc: 'The address at which people open the web app; the links in mails lead there.',
    rule: {
      words: 'an address such as https://youquan.example',
      holds: (value) => /^https?:\/\/[^\s/]+\/?$/.test(value),
    },
  },
  PERSONAL_KEY_FILE: {
    fallback: '',
    fallbackWords: '`personal-key` in `STATE_DIR`, made when missing; production must be given one',
    doc: 'The file with the key (64 hexadecimal digits) that hashes and encrypts personal values, such as ID numbers; never changed later.',
  },
  SAMPLES_DIR: {
    fallback: '',
    fallbackWords: 'our own few in `test/samples`',
    doc: 'A folder of real sample files for `demo` and the tests.',
  },
  NODE_ENV: {
    fallback: 'development',
    doc: '`production` refuses demonstration data and any clock but the machine’s.',
    rule: oneOf('development', 'test', 'production'),
  },
} satisfies Record<string, Setting>;

export type SettingName = keyof typeof settings;

function oneOf(...values: readonly string[]): Rule {
  return {
    words: values.map((value) => `"${value}"`).join(' or '),
    holds: (value) => values.includes(value),
  };
}

function wholeNumber(least: number, most: number): Rule {
  return {
    words: `a whole number from ${least} to ${most}`,
    holds: (value) => /^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most,
  };
}

function postgresAddress(): Rule {
  const isAddress = (value: string) =>
    URL.canParse(value) && ['postgres:', 'postgresql:'].includes(new URL(value).protocol);
  return { words: 'an address like postgres://user:password@host:5432/database', holds: isAddress };
}

function mailServer(): Rule {
  const isAddress = (value: string) =>
    URL.canParse(value) &&
    ['smtp:', 'smtps:'].includes(new URL(value).protocol) &&
    new URL(value).hostname !== '';
  return { words: 'an address like smtp://user:password@host:587', holds: isAddress };
}

function proxies(): Rule {
  const isBlock = (part: string) => {
    const [address = '', bits, ...rest] = part.split('/');
    const most = { 4: 32, 6: 128 }[isIP(address)] ?? -1;
    return rest.length === 0 && most > 0 && (bits === undefined || wholeNumber(0, most).holds(bits));
  };
  const names = ['loopback', 'linklocal', 'uniquelocal'];
  return {
    words: '"off", or addresses, CIDR blocks, "loopback", "linklocal" or "uniquelocal", separated by commas',
    holds: (value) =>
      value === 'off' ||
      value.split(',').every((part) => names.includes(part.trim()) || isBlock(part.trim())),
  };
}

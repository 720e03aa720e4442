// Which witnesses are trusted, and how many of them make a quorum: a file as C2SP tlog-policy has it, the same for the
// log that asks them and for those who follow the log.
import type { KeyObject } from 'node:crypto';
import { readVerifierLine, type Verifier } from '../note';

export interface Witness {
  /** Its name in the file. */
  readonly name: string;
  readonly verifier: Verifier;
  /** Where it takes checkpoints; null where the file does not say. */
  readonly url: string | null;
}
interface Group {
  readonly least: number;
  readonly members: readonly Quorum[];
}
type Quorum = Witness | Group;

export interface Policy {
  readonly witnesses: readonly Witness[];
  /** Null: no cosignature is asked for. */
  readonly quorum: Quorum | null;
}

/** The file is not a policy: the message says which line, and why. */
export class PolicyFault extends Error {}

const MOST_LINES = 1_000;
const URL_SCHEMES = ['http:', 'https:'];

/** @throws PolicyFault */
export function readPolicy(text: string): Policy {
  const reading = new Reading();
  const lines = text.split('\n');
  if (lines.length > MOST_LINES) throw new PolicyFault(`The file has more than ${MOST_LINES} lines.`);
  lines.forEach((line, index) => {
    const words = line.split(/[ \t]+/u).filter(Boolean);
    if (words.length === 0 || words[0]?.startsWith('#')) return;
    const fault = reading.take(words);
    if (fault !== null) throw new PolicyFault(`Line ${index + 1} ${fault}.`);
  });
  if (reading.quorum === undefined) throw new PolicyFault('The file has no line "quorum NAME".');
  return { witnesses: reading.witnesses, quorum: reading.quorum };
}

/** @param cosigned ids of the keys of witnesses that cosigned */
export function isQuorum({ quorum }: Policy, cosigned: ReadonlySet<string>): boolean {
  const holds = (one: Quorum): boolean =>
    'verifier' in one ? cosigned.has(one.verifier.id) : one.members.filter(holds).length >= one.least;
  return quorum === null || holds(quorum);
}

/** Takes line after line; each answers what is wrong with it, or null. */
class Reading {
  readonly witnesses: Witness[] = [];
  /** Undefined until its line came. */
  quorum: Quorum | null | undefined;
  private readonly named = new Map<string, Quorum>();
  private readonly keys = new Set<string>();
  private readonly members = new Set<string>();

  take([keyword = '', ...words]: readonly string[]): string | null {
    if (keyword === 'log') return this.takeLog(words);
    if (keyword === 'witness') return this.takeWitness(words);
    if (keyword === 'group') return this.takeGroup(words);
    if (keyword === 'quorum') return this.takeQuorum(words);
    return `begins with "${keyword}"; a line is of "log", "witness", "group" or "quorum"`;
  }

  /** Which log it is about is known elsewhere here; the line has to be sound all the same. */
  private takeLog([key = '', url, ...rest]: readonly string[]): string | null {
    if (rest.length > 0) return 'has more words than "log KEY URL"';
    const log = readVerifierLine(key);
    if (!log) return 'has no key of a log';
    return this.addKey(log.key) ?? faultOfUrl(url);
  }

  private takeWitness([name = '', key = '', url, ...rest]: readonly string[]): string | null {
    if (rest.length > 0) return 'has more words than "witness NAME KEY URL"';
    const verifier = readVerifierLine(key, 'cosignature');
    if (!verifier) return 'has no ed25519 key of a witness (signature type 4)';
    const fault = this.addKey(verifier.key) ?? faultOfUrl(url) ?? this.faultOfName(name);
    if (fault !== null) return fault;
    const witness = { name, verifier, url: url ?? null };
    this.witnesses.push(witness);
    this.named.set(name, witness);
    return null;
  }

  private takeGroup([name = '', least = '', ...names]: readonly string[]): string | null {
    const fault = this.faultOfName(name);
    if (fault !== null) return fault;
    const members = names.map((one) => this.named.get(one)).filter((one) => one !== undefined);
    if (members.length === 0 || members.length < names.length) return 'has a member that no line above names';
    if (new Set(names).size < names.length || names.some((one) => this.members.has(one)))
      return 'has a member that is in a group already';
    const count = countOf(least, names.length);
    if (count === null) return 'must say "any", "all" or a number of members before their names';
    for (const one of names) this.members.add(one);
    this.named.set(name, { least: count, members });
    return null;
  }

  private takeQuorum([name = '', ...rest]: readonly string[]): string | null {
    if (this.quorum !== undefined) return 'is a second quorum';
    const quorum = name === 'none' ? null : this.named.get(name);
    if (quorum === undefined || rest.length > 0) return 'names no witness or group of a line above';
    this.quorum = quorum;
    return null;
  }

  private faultOfName(name: string): string | null {
    if (name === '' || name === 'none') return 'has no name that a witness or group can have';
    return this.named.has(name) ? `names "${name}" a second time` : null;
  }

  private addKey(given: KeyObject): string | null {
    const key = given.export({ type: 'spki', format: 'der' }).toString('base64');
    if (this.keys.has(key)) return 'has a key that another line has';
    this.keys.add(key);
    return null;
  }
}

function countOf(least: string, all: number): number | null {
  const count = { any: 1, all }[least] ?? (/^[1-9]\d{0,3}$/u.test(least) ? Number(least) : 0);
  return count >= 1 && count <= all ? count : null;
}

const faultOfUrl = (url: string | undefined): string | null =>
  url === undefined || (URL.canParse(url) && URL_SCHEMES.includes(new URL(url).protocol))
    ? null
    : 'has an address that is not http or https';

// The keys under which invoices and persons are fingerprinted, in several versions: the newest writes, all of them
// search. Outside production the first one is made; production is given a file, so that a forgotten folder does not lose what is known.
import { createSecretKey, randomBytes } from 'node:crypto';
import { type DynamicModule, Global, Inject, Injectable, Module, type OnModuleInit } from '@nestjs/common';
import type { FingerprintVersion } from './fingerprint-of';
import { keptSecret } from './kept-secret';

const FINGERPRINT_SETTINGS = Symbol('FingerprintSettings');

export interface FingerprintSettings {
  /** Lines of a version and a key of 32 bytes in hexadecimal: `1 9f86…`. */
  readonly keyFile: string;
  /** True: a missing file is made, with version 1. */
  readonly mayMakeKey: boolean;
}

const LINE = /^([1-9]\d{0,4})\s+([0-9a-f]{64})$/i;
const FORM = 'Each line has a version (1 to 32767) and a key of 64 hexadecimal digits; # begins a remark.';
const NEWEST = 32_767;

/** The newest first. @throws where a line is no key, a version comes twice or there is none */
export function readFingerprintKeys(text: string): FingerprintVersion[] {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.replace(/#.*$/, '').trim())
    .filter((line) => line !== '');
  const keys = lines.map((line): FingerprintVersion => {
    const [, version = '', key = ''] = LINE.exec(line) ?? [];
    if (version === '' || Number(version) > NEWEST) throw new Error(FORM);
    return { version: Number(version), key: createSecretKey(key, 'hex') };
  });
  const versions = new Set(keys.map(({ version }) => version));
  if (keys.length === 0 || versions.size < keys.length) throw new Error(`${FORM} A version stands once.`);
  return keys.sort((a, b) => b.version - a.version);
}

@Injectable()
export class FingerprintKey implements OnModuleInit {
  private loaded: Promise<readonly FingerprintVersion[]> | null = null;

  constructor(@Inject(FINGERPRINT_SETTINGS) private readonly settings: FingerprintSettings) {}

  /** Without a key no invoice can be taken in, so a process that has none does not start. */
  async onModuleInit(): Promise<void> {
    await this.versions();
  }

  /** The newest first, at least one; the first one writes, all of them search. @throws when there is no usable key */
  versions(): Promise<readonly FingerprintVersion[]> {
    this.loaded ??= this.load().catch((error: unknown) => {
      this.loaded = null;
      throw error;
    });
    return this.loaded;
  }

  private async load(): Promise<readonly FingerprintVersion[]> {
    const { keyFile, mayMakeKey } = this.settings;
    const first = () => `1 ${randomBytes(32).toString('hex')}\n`;
    const text = await keptSecret(keyFile, mayMakeKey ? first : null);
    if (text === null)
      throw new Error(
        `Invoices are fingerprinted with a key, and there is none at "${keyFile}". Give FINGERPRINT_KEY_FILE. ${FORM}`,
      );
    try {
      return readFingerprintKeys(text);
    } catch (cause) {
      throw new Error(`The fingerprint keys at "${keyFile}" cannot be read. ${FORM}`, { cause });
    }
  }
}

/** The process says where the keys are. */
@Global()
@Module({})
export class FingerprintKeyModule {
  static forProcess(settings: FingerprintSettings): DynamicModule {
    return {
      module: FingerprintKeyModule,
      providers: [{ provide: FINGERPRINT_SETTINGS, useValue: settings }, FingerprintKey],
      exports: [FingerprintKey],
    };
  }
}

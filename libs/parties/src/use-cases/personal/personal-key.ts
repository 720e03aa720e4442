// The key under which personal values are hashed for comparison and encrypted for keeping: with the database alone
// nobody finds a telephone number or an ID number by trying them all.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import {
  type DynamicModule,
  Global,
  Inject,
  Injectable,
  Module,
  type OnModuleInit,
  Optional,
} from '@nestjs/common';
import { keptSecret } from '#platform';

const PERSONAL_KEY_SETTINGS = Symbol('PersonalKeySettings');

export interface PersonalKeySettings {
  /** One line with a key of 32 bytes in hexadecimal. */
  readonly keyFile: string;
  /** True: a missing file is made. */
  readonly mayMakeKey: boolean;
}
interface Keys {
  readonly hashing: Buffer;
  readonly sealing: Buffer;
}

const FORM = /^[0-9a-f]{64}$/i;
const HASH_BYTES = 16;
/** AES-256-GCM (NIST SP 800-38D): 96 bits of nonce, 128 of tag. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

@Injectable()
export class PersonalKey implements OnModuleInit {
  private loaded: Promise<Keys> | null = null;

  /** Without settings the key lives as long as the process: nothing that is sealed can be read after it. */
  constructor(
    @Optional() @Inject(PERSONAL_KEY_SETTINGS) private readonly settings: PersonalKeySettings | null,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.keys();
  }

  /** 128 bits; `purpose` keeps equal values of different kinds apart. */
  async hash(purpose: string, value: string): Promise<Buffer> {
    const { hashing } = await this.keys();
    return createHmac('sha256', hashing).update(`${purpose}\n${value}`).digest().subarray(0, HASH_BYTES);
  }

  async seal(value: string): Promise<Buffer> {
    const { sealing } = await this.keys();
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', sealing, nonce);
    const sealed = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /** @throws when it was sealed with another key or changed since */
  async open(sealed: Buffer): Promise<string> {
    const { sealing } = await this.keys();
    const decipher = createDecipheriv('aes-256-gcm', sealing, sealed.subarray(0, NONCE_BYTES));
    decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const rest = sealed.subarray(NONCE_BYTES + TAG_BYTES);
    return Buffer.concat([decipher.update(rest), decipher.final()]).toString('utf8');
  }

  private keys(): Promise<Keys> {
    this.loaded ??= this.load().catch((error: unknown) => {
      this.loaded = null;
      throw error;
    });
    return this.loaded;
  }

  private async load(): Promise<Keys> {
    const make = () => `${randomBytes(32).toString('hex')}\n`;
    const text = this.settings
      ? await keptSecret(this.settings.keyFile, this.settings.mayMakeKey ? make : null)
      : make();
    const key = text?.trim() ?? '';
    if (!FORM.test(key))
      throw new Error(
        `Personal values are kept under a key of 64 hexadecimal digits, and there is none at "${this.settings?.keyFile ?? ''}". Give PERSONAL_KEY_FILE.`,
      );
    const derived = (use: string) =>
      Buffer.from(hkdfSync('sha256', Buffer.from(key, 'hex'), '', `youquan.parties.${use}`, 32));
    return { hashing: derived('hash'), sealing: derived('seal') };
  }
}

/** The process says where the key is. */
@Global()
@Module({})
export class PersonalKeyModule {
  static forProcess(settings: PersonalKeySettings): DynamicModule {
    return {
      module: PersonalKeyModule,
      providers: [{ provide: PERSONAL_KEY_SETTINGS, useValue: settings }],
      exports: [PERSONAL_KEY_SETTINGS],
    };
  }
}

// The key under which personal values are hashed for comparison: with the database alone nobody finds a telephone
// number or an ID number by trying them all.
import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
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

const FORM = /^[0-9a-f]{64}$/i;
const HASH_BYTES = 16;
const HASH_KEY_BYTES = 32;

@Injectable()
export class PersonalKey implements OnModuleInit {
  private loaded: Promise<Buffer> | null = null;

  /** Without settings the key lives as long as the process: nothing that was hashed is found after it. */
  constructor(
    @Optional() @Inject(PERSONAL_KEY_SETTINGS) private readonly settings: PersonalKeySettings | null,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.derived();
  }

  /** 128 bits; `purpose` keeps equal values of different kinds apart. */
  async hash(purpose: string, value: string): Promise<Buffer> {
    return createHmac('sha256', await this.derived())
      .update(`${purpose}\n${value}`)
      .digest()
      .subarray(0, HASH_BYTES);
  }

  private derived(): Promise<Buffer> {
    this.loaded ??= this.load().catch((error: unknown) => {
      this.loaded = null;
      throw error;
    });
    return this.loaded;
  }

  private async load(): Promise<Buffer> {
    const make = () => `${randomBytes(32).toString('hex')}\n`;
    const text = this.settings
      ? await keptSecret(this.settings.keyFile, this.settings.mayMakeKey ? make : null)
      : make();
    const key = text?.trim() ?? '';
    if (!FORM.test(key))
      throw new Error(
        `Personal values are hashed under a key of 64 hexadecimal digits, and there is none at "${this.settings?.keyFile ?? ''}". Give PERSONAL_KEY_FILE.`,
      );
    return Buffer.from(
      hkdfSync('sha256', Buffer.from(key, 'hex'), '', 'youquan.parties.hash', HASH_KEY_BYTES),
    );
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

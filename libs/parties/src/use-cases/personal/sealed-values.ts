// Values that people typed and nobody has judged yet, kept so that the database alone does not tell them: among their
// fields may be the number of a natural person.
import { Injectable } from '@nestjs/common';
import { PersonalKey } from './personal-key';

export interface SealedValue {
  /** Base64. */
  readonly sealed: string;
}

const isSealed = (kept: object): kept is SealedValue => 'sealed' in kept && typeof kept.sealed === 'string';

@Injectable()
export class SealedValues {
  constructor(private readonly key: PersonalKey) {}

  /** To be kept in a column of JSON. */
  async seal(value: object): Promise<SealedValue> {
    return { sealed: (await this.key.seal(JSON.stringify(value))).toString('base64') };
  }

  /**
   * What was sealed; anything else is a row of the time before rows were sealed.
   * @throws when it was sealed with another key or changed since
   */
  async open<T extends object>(kept: T | SealedValue): Promise<T> {
    if (!isSealed(kept)) return kept;
    return JSON.parse(await this.key.open(Buffer.from(kept.sealed, 'base64'))) as T;
  }

  /** Under which equal values are known again, and nothing else is told of them. */
  async print(value: object): Promise<string> {
    return (await this.key.hash('sealed_value', JSON.stringify(value))).toString('hex');
  }
}

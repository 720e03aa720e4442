// Sentences in both languages, as outcomes and bulk results carry them.
import { ObjectField, TextField } from '#platform';

export class BilingualView {
  @TextField(2000, 'English') en!: string;
  @TextField(2000, '中文') zh!: string;
}

export class ReasonView {
  @TextField(100, 'Rule that was broken, or code') rule!: string;
  @ObjectField(() => BilingualView, 'What is wrong') message!: BilingualView;
  @ObjectField(() => BilingualView, 'What to do') fix!: BilingualView;
  @TextField(100, 'Column of a table or field of a document that is to blame', { nullable: true })
  field!: string | null;
}

export class ItemFaultView {
  @TextField(100, 'Stable code') code!: string;
  @ObjectField(() => BilingualView, 'What is wrong') message!: BilingualView;
  @ObjectField(() => BilingualView, 'What to do') fix!: BilingualView;
}

// Pieces of views that several screens share.
import { MoneyBody, MoneyField, TextField } from '#platform';

export class TextsView {
  @TextField(4000, 'English') en!: string;
  @TextField(4000, 'Chinese') zh!: string;
}

export class FeeView {
  @TextField(80, 'What the fee is for') name!: string;
  @MoneyField('Deducted from the advance when it is paid out') amount!: MoneyBody;
}

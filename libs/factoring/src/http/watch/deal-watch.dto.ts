// What the routes around dilution and tax checks of a deal take and give.
import { ApiProperty } from '@nestjs/swagger';
import {
  CodeField,
  FlagField,
  IdField,
  InstantField,
  ListField,
  MoneyBody,
  MoneyField,
  TextField,
} from '#platform';
import { RECEIVABLE_STATES, type ReceivableState, TaxPanelView } from '#receivables';
import { TAX_BASES, type TaxBasis } from '../../domain/watch/tax-basis';
import type { DilutionAcknowledged } from '../../use-cases/watch/acknowledge-dilution';
import type { DealTaxShown } from '../../use-cases/watch/deal-tax';
import type { AcknowledgementShown, DealDilution, DilutedItem } from '../../use-cases/watch/dilution.queries';

export class TaxWaiverBody {
  @TextField(500, 'Why the financier pays out without a tax check') reason!: string;
}

export class DealTaxView implements DealTaxShown {
  @IdField('Deal') dealId!: string;
  @CodeField(TAX_BASES, 'On what a payout rests: only "missing" does not allow one') basis!: TaxBasis;
  @TextField(500, 'Why the financier pays out without a tax check', { nullable: true })
  waiverReason!: string | null;
  @InstantField('When it said so', { nullable: true }) waivedAt!: string | null;
  @ListField(() => TaxPanelView, 'One per receivable', { min: 0, max: 200 }) items!: readonly TaxPanelView[];
  @ApiProperty({ type: [String], description: 'What you may do now' }) actions!: readonly string[];
}

export class AcknowledgementBody {
  @IdField('The receivable that was diluted') receivableId!: string;
  @TextField(500, 'Why the deal goes on') reason!: string;
}

export class AcknowledgementView implements AcknowledgementShown {
  @TextField(500, 'Why the deal goes on') reason!: string;
  @InstantField('When') acknowledgedAt!: string;
}

export class DilutedItemView implements DilutedItem {
  @IdField('Receivable') receivableId!: string;
  @TextField(1000, 'Invoice number') invoiceNumber!: string;
  @CodeField(RECEIVABLE_STATES, 'State of the receivable') state!: ReceivableState;
  @MoneyField('Assigned in this deal') amount!: MoneyBody;
  @MoneyField('Still to be paid') payable!: MoneyBody;
  @MoneyField('Credit notes on it') credited!: MoneyBody;
  @MoneyField('Of these, what could not be taken off because it is financed') excess!: MoneyBody;
  @TextField(1000, 'Number of the last credit note') lastNumber!: string;
  @FlagField('Waits for the financier’s acknowledgement') open!: boolean;
  @ListField(() => AcknowledgementView, 'Acknowledgements', { min: 0, max: 1000 })
  acknowledgements!: readonly AcknowledgementView[];
}

export class DealDilutionView implements DealDilution {
  @IdField('Deal') dealId!: string;
  @ListField(() => DilutedItemView, 'Receivables that were diluted', { min: 0, max: 200 })
  items!: readonly DilutedItemView[];
  @ApiProperty({ type: [String], description: 'What you may do now' }) actions!: readonly string[];
}

export class DilutionAcknowledgedView implements DilutionAcknowledged {
  @IdField('Deal') dealId!: string;
  @IdField('Receivable') receivableId!: string;
  @TextField(500, 'Why the deal goes on') reason!: string;
  @InstantField('When') acknowledgedAt!: string;
  @FlagField('Whether the receivable is free again; other deals may still have to acknowledge')
  released!: boolean;
}

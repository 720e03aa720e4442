// What claims that are stated and not registered take and give over HTTP.
import { ApiProperty } from '@nestjs/swagger';
import type { Id } from '#kernel';
import { CodeField, IdField, InstantField, MoneyBody, MoneyField, PageOf, TextField } from '#platform';
import { UNREGISTERED_KINDS, type UnregisteredKind } from '../../domain/unregistered/unregistered-claim';
import type { UnregisteredAnswer } from '../../use-cases/unregistered/state-claim';

const blank = { optional: true, nullable: true };
const orNull = { nullable: true };

export class UnregisteredClaimBody {
  @TextField(300, 'The asset key') assetKey!: string;
  @CodeField(UNREGISTERED_KINDS, 'A pledge exists by registration alone, and is none of these')
  kind!: UnregisteredKind;
  @TextField(200, 'Legal name of whoever holds the claim') holder!: string;
  @MoneyField('What it takes at most; all there is when left out', blank) amount?: MoneyBody | null;
  @InstantField('When the contract was concluded') concludedAt!: string;
  @InstantField('When the notice reached the debtor, by the record of the channel', blank)
  noticeArrivedAt?: string | null;
  @TextField(500, 'The contract, and the record of the notice') evidence!: string;
}
export class UnregisteredClaimEndBody {
  @TextField(500, 'Why it is over') reason!: string;
}
export class UnregisteredClaimView implements UnregisteredAnswer {
  @IdField('Id of the claim') id!: Id<'unregistered_claim'>;
  @TextField(300, 'The asset key') assetKey!: string;
  @CodeField(UNREGISTERED_KINDS, 'What it is') kind!: UnregisteredKind;
  @TextField(200, 'Legal name of whoever holds the claim') holder!: string;
  @MoneyField('What it takes at most; null is all there is', orNull) amount!: MoneyBody | null;
  @InstantField('When the contract was concluded') concludedAt!: string;
  @InstantField('When the notice reached the debtor', orNull) noticeArrivedAt!: string | null;
  @TextField(500, 'The contract, and the record of the notice') evidence!: string;
  @InstantField('When it was stated here') statedAt!: string;
  @InstantField('When its holder said that it is over', orNull) endedAt!: string | null;
  @TextField(500, 'Why it is over', orNull) endReason!: string | null;
  @ApiProperty({ type: [String], description: 'What the caller may do now' }) actions!: string[];
}
export class UnregisteredClaimPage extends PageOf(UnregisteredClaimView) {}

// What the routes of numbers that come and go take and give.
import { ApiProperty } from '@nestjs/swagger';
import type { LocalDate } from '#kernel';
import { CodeField, DateField, IdField, InstantField, TextField } from '#platform';
import {
  CHANGING_SCHEMES,
  type ChangingScheme,
  IDENTIFIER_CHANGES,
  type IdentifierWish,
} from '../../domain/identifiers/identifier-change';
import type { IdentifierChangeShown } from '../../use-cases/identifiers/identifiers.queries';

export class IdentifierChangeBody implements IdentifierWish {
  @CodeField(CHANGING_SCHEMES, 'USCC (GB 32100), LEI (ISO 17442), VAT number, or a local register number')
  scheme!: ChangingScheme;
  @TextField(80, 'The number as the certificate shows it') value!: string;
  @CodeField(IDENTIFIER_CHANGES, 'Whether it came or went') change!: IdentifierWish['change'];
  @DateField('The day of the certificate or of its end, today at the latest') changedOn!: LocalDate;
  @TextField(200, 'What it rests on') evidence!: string;
}

export class IdentifierChangeView extends IdentifierChangeBody implements IdentifierChangeShown {
  @IdField('Id of the record') id!: IdentifierChangeShown['id'];
  @IdField('Whose number') organisationId!: string;
  @IdField('Who recorded it') recordedBy!: string;
  @InstantField('When') recordedAt!: string;
}

export class IdentifierHistory {
  @ApiProperty({ type: [IdentifierChangeView], description: 'The latest record first' })
  items!: readonly IdentifierChangeView[];
  @ApiProperty({ type: [String], description: 'change, when the caller may' })
  actions!: readonly string[];
}

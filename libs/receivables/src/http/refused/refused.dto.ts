// Refused rows as a screen shows them to be corrected.
import { ApiProperty } from '@nestjs/swagger';
import { FlagField, IntField, ListField, TextField } from '#platform';
import { MAX_INVOICES } from '../../use-cases/uploads/upload-reader';
import { ReasonView } from '../views.dto';

export class RefusedQuery {
  @IntField(0, MAX_INVOICES, 'Pass over so many refused invoices: `next` of the page before', {
    optional: true,
  })
  after: number = 0;
}

export class RefusedRowView {
  @IntField(1, Number.MAX_SAFE_INTEGER, 'Line of the file') line!: number;
  @ApiProperty({ type: [String], description: 'Its cells as they were written' })
  cells!: readonly string[];
  @ListField(() => ReasonView, 'Why it is refused', { max: 100, min: 0 }) reasons!: readonly ReasonView[];
  @FlagField('Whether it belongs to the invoice of the row above') continues!: boolean;
}

export class RefusedSheetView {
  @TextField(200, 'File name') fileName!: string;
  @TextField(1000, 'Sheet of a workbook', { nullable: true }) sheet!: string | null;
  @ApiProperty({ type: [String], description: 'The header in one row' })
  headings!: readonly string[];
  @ApiProperty({
    type: 'array',
    items: { type: ['string', 'null'] },
    description: 'Which column of the template each cell is taken for; null where it is passed over',
  })
  columns!: readonly (string | null)[];
  @ListField(() => RefusedRowView, 'Refused rows', { max: 1000, min: 0 }) rows!: readonly RefusedRowView[];
}

export class RefusedSheetsView {
  @ListField(() => RefusedSheetView, 'One for each table', { max: 1000, min: 0 })
  sheets!: readonly RefusedSheetView[];
  @IntField(1, MAX_INVOICES, 'Pass over so many for the next page', { nullable: true }) next!: number | null;
}

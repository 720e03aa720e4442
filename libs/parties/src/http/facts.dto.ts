// What the routes of facts take and give.
import { ApiProperty } from '@nestjs/swagger';
import type { LocalDate } from '#kernel';
import { CodeField, DateField, IdField, InstantField, ObjectField, TextField } from '#platform';
import { FACT_KINDS, type FactKind, SME_SIZES, type SmeSize } from '../domain/facts/fact';
import type { FactShown, FactsShown } from '../use-cases/facts/facts.queries';

export class FactBody {
  @CodeField(FACT_KINDS, 'What it is about') kind!: FactKind;
  @TextField(
    20,
    'large, medium, small or micro; section and 2 to 4 digits of GB/T 4754-2017; or six digits of GB/T 2260',
  )
  value!: string;
  @DateField('The day from which it holds, today at the latest') validFrom!: LocalDate;
  @TextField(200, 'Where it is known from') source!: string;
}

export class FactView extends FactBody implements FactShown {
  @IdField('Id of the fact') declare id: FactShown['id'];
  @IdField('About whom') organisationId!: string;
  @IdField('Who recorded it') recordedBy!: string;
  @InstantField('When; of two with one date the later counts') recordedAt!: string;
}

class ProfileView {
  @CodeField(SME_SIZES, 'Size of the enterprise', { nullable: true }) smeSize!: SmeSize | null;
  @TextField(5, 'Industry (GB/T 4754-2017)', { nullable: true }) industry!: string | null;
  @TextField(6, 'Region (GB/T 2260)', { nullable: true }) region!: string | null;
}

export class FactList implements FactsShown {
  @ObjectField(() => ProfileView, 'What holds today') profile!: ProfileView;
  @ApiProperty({ type: [FactView] }) items!: readonly FactView[];
  @ApiProperty({ type: [String], description: 'record, when the caller may' }) actions!: readonly string[];
}

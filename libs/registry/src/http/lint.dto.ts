// What the check of a draft gives over HTTP.
import { ApiExtraModels, ApiProperty } from '@nestjs/swagger';
import type { Bilingual, FieldError, Id } from '#kernel';
import { CodeField, FlagField, IdField, InstantField, ListField, ObjectField, TextField } from '#platform';
import { type Stranger, STRANGERS, type Trial } from '../domain/lint/strangers';
import type { Warning } from '../domain/lint/warnings';
import type { LintOutcome } from '../use-cases/lint/lint-draft';

class TextView implements Bilingual {
  @TextField(500, 'English') en!: string;
  @TextField(500, 'Chinese') zh!: string;
}

export class LintFaultView implements FieldError {
  @TextField(200, 'JSON Pointer into the draft') pointer!: string;
  @TextField(100, 'Rule') rule!: string;
  @ObjectField(() => TextView, 'What is wrong') message!: TextView;
  @ObjectField(() => TextView, 'What to do') fix!: TextView;
}

export class LintWarningView extends LintFaultView implements Warning {
  @ApiProperty({ type: [String], description: 'Numbers of the registrations it is about' })
  numbers!: string[];
}

export class TrialView implements Trial {
  @CodeField(STRANGERS, 'Who would search so') stranger!: Stranger;
  @TextField(200, 'The name they would search for') searchedFor!: string;
  @FlagField('Whether they would find the registration') found!: boolean;
  @TextField(100, 'The rule by which they would find it', { nullable: true }) rule!: string | null;
}

@ApiExtraModels(TrialView)
export class LintView implements LintOutcome {
  @IdField('Id of the check: file with it to keep it') id!: Id<'lint'>;
  @InstantField('Time of the check') lintedAt!: string;
  @ListField(() => LintFaultView, 'What would be refused', { min: 0, max: 2_000 }) faults!: LintFaultView[];
  @ListField(() => LintWarningView, 'What deserves a second look', { min: 0, max: 2_000 })
  warnings!: LintWarningView[];
  @ApiProperty({
    type: 'array',
    items: { type: 'array', items: { $ref: '#/components/schemas/TrialView' } },
    description: 'For each grantor in order, the searches that strangers would run',
  })
  trials!: TrialView[][];
  @ApiProperty({ type: [String], description: 'What the caller may do now' }) actions!: string[];
}

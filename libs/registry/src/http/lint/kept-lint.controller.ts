// The checks that were kept with a registration and its amendments: what whoever filed could know at the time.
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  CurrentActor,
  IdField,
  IdParam,
  InstantField,
  ListField,
  ObjectField,
  Requires,
  TextField,
} from '#platform';
import { type KeptAmendmentLint, type KeptLint, KeptLints } from '../../use-cases/lint/kept-lints';
import { LintView } from '../lint.dto';

export class KeptAmendmentLintView implements KeptAmendmentLint {
  @IdField('The amendment, as an event of the registration') eventId!: string;
  @TextField(18, 'Number of the amendment') number!: string;
  @InstantField('When it was made') at!: string;
  @ObjectField(() => LintView, 'The check') lint!: LintView;
}
export class KeptLintView implements KeptLint {
  @ObjectField(() => LintView, 'Null where it was filed without one, or you did not file it', {
    nullable: true,
  })
  lint!: LintView | null;
  @ListField(() => KeptAmendmentLintView, 'Of amendments that were checked, in order', {
    min: 0,
    max: 100_000,
  })
  amendments!: KeptAmendmentLintView[];
}

@ApiTags('registry')
@Controller('registrations')
export class KeptLintController {
  constructor(private readonly kept: KeptLints) {}

  /** For whoever filed, and who oversees the register. */
  @Get(':id/lint')
  @Requires('registration.read')
  @ApiOkResponse({ type: KeptLintView })
  one(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<KeptLint> {
    return this.kept.of(actor, id);
  }
}

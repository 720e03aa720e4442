// The check that was kept with a registration: what whoever filed could know when they filed.
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, IdParam, ObjectField, Requires } from '#platform';
import { type KeptLint, KeptLints } from '../../use-cases/lint/kept-lints';
import { LintView } from '../lint.dto';

export class KeptLintView implements KeptLint {
  @ObjectField(() => LintView, 'Null where it was filed without one, or you did not file it', {
    nullable: true,
  })
  lint!: LintView | null;
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

// The log as anyone may see it. It tells how many deeds there are and proves that none was changed, nothing else.
import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Public } from '#platform';
import { consistencyFields, inclusionFields } from '../domain/proof-file';
import { LogQueries } from '../use-cases/log.queries';
import { WitnessQueries } from '../use-cases/witnesses/witnesses.queries';
import {
  ConsistencyQuery,
  ConsistencyView,
  InclusionQuery,
  InclusionView,
  KeyChangesView,
  SizeParameter,
  WitnessesView,
} from './log.dto';

const TEXT = 'text/plain; charset=utf-8';

@ApiTags('log')
@Controller('log')
export class LogController {
  constructor(
    private readonly log: LogQueries,
    private readonly witnesses: WitnessQueries,
  ) {}

  @Get('key')
  @Public()
  @Header('content-type', TEXT)
  @ApiProduces('text/plain')
  @ApiOkResponse({ type: String, description: 'name+id+key, as C2SP signed-note has it; former keys below' })
  async key(): Promise<string> {
    return `${await this.log.keyText()}\n`;
  }

  @Get('key-changes')
  @Public()
  @ApiOkResponse({ type: KeyChangesView })
  async keyChanges(): Promise<KeyChangesView> {
    return { notes: await this.log.keyChanges() };
  }

  @Get('checkpoint')
  @Public()
  @Header('content-type', TEXT)
  @ApiProduces('text/plain')
  @ApiOkResponse({
    type: String,
    description: 'The newest checkpoint: a signed note, with the cosignatures it has',
  })
  async checkpoint(): Promise<string> {
    return this.witnesses.newest();
  }

  @Get('witnessed-checkpoint')
  @Public()
  @Header('content-type', TEXT)
  @ApiProduces('text/plain')
  @ApiOkResponse({ type: String, description: 'The newest checkpoint that a quorum of witnesses cosigned' })
  witnessedCheckpoint(): Promise<string> {
    return this.witnesses.newestWitnessed();
  }

  @Get('witnesses')
  @Public()
  @ApiOkResponse({ type: WitnessesView })
  async witnessStates(): Promise<WitnessesView> {
    return { witnesses: await this.witnesses.states() };
  }

  @Get('checkpoints/:size/consistency')
  @Public()
  @ApiOkResponse({ type: ConsistencyView })
  async consistency(
    @Param() { size }: SizeParameter,
    @Query() { from }: ConsistencyQuery,
  ): Promise<ConsistencyView> {
    return consistencyFields(await this.log.consistency(from, size));
  }

  @Get('proofs/inclusion')
  @Public()
  @ApiOkResponse({ type: InclusionView })
  async inclusion(@Query() { index, size }: InclusionQuery): Promise<InclusionView> {
    return inclusionFields(await this.log.inclusion(index, size));
  }
}

// The log as C2SP tlog-tiles has it: with `/api/log` as its prefix any client of that standard can follow it.
import { Controller, Get, Param, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '#platform';
import { TilesQueries } from '../use-cases/tiles/tiles.queries';
import { TileParameters } from './log.dto';

const BINARY = 'application/octet-stream';
/** A tile under its name never changes; set only where there is one. */
const FOR_EVER = 'public, max-age=31536000, immutable';

@ApiTags('log')
@Controller('log/tile')
export class TilesController {
  constructor(private readonly tiles: TilesQueries) {}

  @Get([
    ':level/:first',
    ':level/:first/:second',
    ':level/:first/:second/:third',
    ':level/:first/:second/:third/:fourth',
  ])
  @Public()
  @ApiProduces(BINARY)
  @ApiOkResponse({
    schema: { type: 'string', format: 'binary' },
    description: 'Hashes, or a bundle of entries',
  })
  async tile(
    @Param() { level, first, second, third, fourth }: TileParameters,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const parts = [level, first, second, third, fourth].filter((part) => part !== undefined);
    const bytes = await this.tiles.tile(parts.join('/'));
    reply.header('cache-control', FOR_EVER);
    return new StreamableFile(bytes, { type: BINARY });
  }
}

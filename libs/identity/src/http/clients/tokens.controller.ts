// The token endpoint (RFC 6749, 3.2): for machine clients, and for programs that a person signed in.
import { Body, Controller, HttpCode, Post, Req, UseFilters } from '@nestjs/common';
import { ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '#platform';
import { errors } from '../../domain/errors';
import { GrantClientToken } from '../../use-cases/clients/grant-client-token';
import { RefreshSession } from '../../use-cases/tokens/refresh-session';
import { TokenBody, TokenView } from './clients.dto';
import { TokenErrors } from './token-errors';

@ApiTags('auth')
@Controller('auth')
@UseFilters(TokenErrors)
export class TokensController {
  constructor(
    private readonly granting: GrantClientToken,
    private readonly refreshing: RefreshSession,
  ) {}

  /** A token for a signed assertion, or for a refresh token, which is spent. */
  @Post('token')
  @HttpCode(200)
  @Public()
  @ApiConsumes('application/x-www-form-urlencoded', 'application/json')
  @ApiOkResponse({ type: TokenView })
  async token(@Body() body: TokenBody, @Req() { ip: address }: FastifyRequest): Promise<TokenView> {
    if (body.grant_type === 'refresh_token') {
      if (body.refresh_token === undefined) throw errors.grant_incomplete({ missing: 'refresh_token' });
      const { accessToken, refreshToken, expiresInSeconds } = await this.refreshing.execute(
        body.refresh_token,
        address,
      );
      const given = { access_token: accessToken, expires_in: expiresInSeconds };
      return { ...given, token_type: 'Bearer', refresh_token: refreshToken };
    }
    const { client_assertion: assertion, client_assertion_type: type, scope } = body;
    if (assertion === undefined || type === undefined)
      throw errors.grant_incomplete({ missing: 'client_assertion, client_assertion_type' });
    const granted = await this.granting.execute({ assertion, scope, address });
    const given = { access_token: granted.accessToken, expires_in: granted.expiresInSeconds };
    return { ...given, token_type: 'Bearer', scope: granted.scopes.join(' ') };
  }
}

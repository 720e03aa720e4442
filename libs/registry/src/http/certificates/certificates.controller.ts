// Certificates: issued for those who may see the registration or made the search, verified by anyone.
import { Controller, Get, Header, Ip, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Actor, type Command, CurrentActor, CurrentCommand, IdParam, Public, Requires } from '#platform';
import {
  CertificateQueries,
  type CertificateVerification,
} from '../../use-cases/certificates/certificates.queries';
import { type CertificateAnswer, IssueCertificate } from '../../use-cases/certificates/issue-certificate';
import { CertificateVerificationView, CertificateView, VerificationQuery } from './certificates.dto';

@ApiTags('registry')
@Controller()
export class CertificatesController {
  constructor(
    private readonly issuing: IssueCertificate,
    private readonly queries: CertificateQueries,
  ) {}

  /** Certifies a registration as it was filed, with both clocks as they are known now. */
  @Post('registrations/:id/certificate')
  @Requires('registration.read')
  @ApiCreatedResponse({ type: CertificateView })
  registration(@CurrentCommand() command: Command, @IdParam() id: string): Promise<CertificateAnswer> {
    return this.issuing.execute(command, 'registration', id);
  }

  /** Certifies what a search found. */
  @Post('searches/:id/certificate')
  @Requires('search.read')
  @ApiCreatedResponse({ type: CertificateView })
  search(@CurrentCommand() command: Command, @IdParam() id: string): Promise<CertificateAnswer> {
    return this.issuing.execute(command, 'search', id);
  }

  /** For anyone: whether there is such a certificate, and with its code what it says. */
  @Get('certificates/verification')
  @Public()
  @ApiOkResponse({ type: CertificateVerificationView })
  verification(
    @Query() { number, code }: VerificationQuery,
    @Ip() address: string,
  ): Promise<CertificateVerification> {
    return this.queries.verification(number, code, address);
  }

  /** The signed receipt: `youquan certificate verify` checks the file offline. */
  @Get('certificates/:id/receipt')
  @Requires('search.read')
  @Header('x-content-type-options', 'nosniff')
  @ApiProduces('application/json')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async receipt(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<StreamableFile> {
    const { number, content } = await this.queries.receipt(actor.scope, id);
    return fileOf(Buffer.from(content), 'application/json', `certificate-${number}.json`);
  }

  /** The same on paper, with the receipt embedded. */
  @Get('certificates/:id/pdf')
  @Requires('search.read')
  @Header('x-content-type-options', 'nosniff')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async pdf(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<StreamableFile> {
    const { number, content } = await this.queries.pdf(actor.scope, id);
    return fileOf(content, 'application/pdf', `certificate-${number}.pdf`);
  }
}

const fileOf = (bytes: Buffer, type: string, name: string): StreamableFile =>
  new StreamableFile(bytes, {
    type,
    disposition: `attachment; filename="${name}"`,
    length: bytes.length,
  });

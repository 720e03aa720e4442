// Where anyone may ask about a certificate: the process says it, and each certificate prints it.
import { type DynamicModule, Global, Module } from '@nestjs/common';

export const CERTIFICATE_SITE = Symbol('CertificateSite');

export interface CertificateSite {
  /** Without a slash at the end. */
  readonly siteUrl: string;
}

@Global()
@Module({})
export class CertificateSiteModule {
  static forProcess(site: CertificateSite): DynamicModule {
    return {
      module: CertificateSiteModule,
      providers: [{ provide: CERTIFICATE_SITE, useValue: site }],
      exports: [CERTIFICATE_SITE],
    };
  }
}

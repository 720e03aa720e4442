// The tax bureau of a deployment: each process is told of it once, and every library finds it.
import { type DynamicModule, Module } from '@nestjs/common';
import { TAX_BUREAU, type TaxBureau } from '../../domain/tax/tax-bureau';

@Module({})
export class TaxBureauModule {
  /** @param bureau null: invoices are not verified, and that is said */
  static forProcess(bureau: TaxBureau | null): DynamicModule {
    return {
      module: TaxBureauModule,
      global: true,
      providers: [{ provide: TAX_BUREAU, useValue: bureau }],
      exports: [TAX_BUREAU],
    };
  }
}

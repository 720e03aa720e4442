// The process says to which statutory registry it is docked; without a word, to none.
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { STATUTORY_REGISTRY, type StatutoryRegistry } from '../../domain/statutory/statutory-registry';

@Global()
@Module({})
export class StatutoryRegistryModule {
  static forProcess(registry: StatutoryRegistry | null): DynamicModule {
    return {
      module: StatutoryRegistryModule,
      providers: [{ provide: STATUTORY_REGISTRY, useValue: registry }],
      exports: [STATUTORY_REGISTRY],
    };
  }
}

// The process says which bank sends the cent of account tests; without a word, a person does.
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TEST_BANK, type TestBank } from '../../domain/account-test/test-bank';

@Global()
@Module({})
export class TestBankModule {
  static forProcess(bank: TestBank | null): DynamicModule {
    return {
      module: TestBankModule,
      providers: [{ provide: TEST_BANK, useValue: bank }],
      exports: [TEST_BANK],
    };
  }
}

// Files and their reading. The folder that holds the contents is given by the process.
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DocumentStore } from './data/document.store';
import { Vault, VAULT_DIR } from './data/vault';
import { DocumentsController } from './http/documents.controller';
import { Documents } from './use-cases/documents';

@Global()
@Module({})
export class DocumentsModule {
  /** @param vaultDir folder of the file contents; made when missing */
  static forProcess(vaultDir: string): DynamicModule {
    return {
      module: DocumentsModule,
      controllers: [DocumentsController],
      providers: [{ provide: VAULT_DIR, useValue: vaultDir }, Vault, DocumentStore, Documents],
      exports: [Documents],
    };
  }
}

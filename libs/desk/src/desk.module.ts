// The desk of those who register: what they prepare before it enters the book of title.
import { Module } from '@nestjs/common';
import { PartiesModule } from '#parties';
import { RegistryModule } from '#registry';
import { DraftStore } from './data/draft.store';
import { FilingFileStore } from './data/filing-file.store';
import { DraftsController } from './http/drafts.controller';
import { BulkController } from './http/bulk/bulk.controller';
import { FeeStatementsController } from './http/fee-statements.controller';
import { FilingFilesController } from './http/filing-files.controller';
import { PersonAccessesController } from './http/persons/person-accesses.controller';
import { WhenFilingFileQueued } from './listeners/when-filing-file-queued';
import { WhenOrganisationRenamed } from './listeners/when-organisation-renamed';
import { DraftQueries } from './use-cases/drafts/drafts.queries';
import { SaveDraft } from './use-cases/drafts/save-draft';
import { FileInBulk } from './use-cases/bulk/file-in-bulk';
import { FeeStatements } from './use-cases/fees/fee-statements';
import { NamedAccesses } from './use-cases/persons/named-accesses';
import { FileRegistrations } from './use-cases/files/file-registrations';
import { FilingParties } from './use-cases/files/filing-parties';
import { FilingFileQueries } from './use-cases/files/filing-files.queries';
import { MoveFilingFile } from './use-cases/files/move-filing-file';
import { WorkOnFilingFile } from './use-cases/files/work-on-filing-file';

@Module({
  imports: [PartiesModule, RegistryModule],
  controllers: [
    BulkController,
    DraftsController,
    FeeStatementsController,
    FilingFilesController,
    PersonAccessesController,
  ],
  providers: [
    ...[DraftStore, FilingFileStore, DraftQueries, FeeStatements, NamedAccesses, SaveDraft],
    ...[
      FileInBulk,
      FilingParties,
      FileRegistrations,
      FilingFileQueries,
      MoveFilingFile,
      WorkOnFilingFile,
      WhenFilingFileQueued,
      WhenOrganisationRenamed,
    ],
  ],
  exports: [MoveFilingFile, WorkOnFilingFile],
})
export class DeskModule {}

// The front door of the registry.
import type { LibrarySchema } from '#platform';
import { Registry1763778600000 } from '../migrations/202611220230-registry';
import { RegistryFilingEvent1763784600000 } from '../migrations/202611220330-filing-event';
import { RegistryPayableChange1763900431000 } from '../migrations/202611220431-payable-change';
import { RegistryGrantorName1763900450000 } from '../migrations/202611220450-grantor-name';
import { RegistryLint1763900450001 } from '../migrations/202611220451-lint';
import { RegistryCertificate1763900535000 } from '../migrations/202611220535-certificate';
import { RegistrySavedSearch1763900536000 } from '../migrations/202611220536-saved-search';
import { RegistryStatutoryHash1763900537000 } from '../migrations/202611220537-statutory-hash';
import { RegistryFee1763900585000 } from '../migrations/202611220585-fee';
import { RegistryAmendment1763900560000 } from '../migrations/202611220560-amendment';
import { RegistryFilingLife1763900525000 } from '../migrations/202611220525-filing-life';
import { RegistrySubordination1763900580000 } from '../migrations/202611220580-subordination';
import { RegistryUnregisteredClaim1763900581000 } from '../migrations/202611220581-unregistered-claim';
import { RegistryObjection1763900570000 } from '../migrations/202611220570-objection';
import { RegistryReminder1763900571000 } from '../migrations/202611220571-reminder';
import { RegistrySearchLists1763900590000 } from '../migrations/202611220590-search-lists';
import { RegistryPerson1763900582000 } from '../migrations/202611220582-person';
import { RegistryDuty1763900690000 } from '../migrations/202611220690-duty';
import { RegistryAmendmentLint1763900691000 } from '../migrations/202611220691-amendment-lint';
import { RegistryModificationCode1763900740000 } from '../migrations/202611220740-modification-code';
import { FilingEntity } from './data/filing.entity';
import { SearchEntity } from './data/search.entity';

export { CATEGORIES, CATEGORY_TEXTS, type Category } from './domain/category';
export { errors as registryErrors } from './domain/errors';
export type {
  CollateralItem,
  FiledBy,
  Filing,
  FilingDraft,
  FilingState,
  Origin,
  PartyRef,
  Standing,
} from './domain/filing';
export { nameKey } from './domain/party-key';
export { parseRegistryNumber } from './domain/filing-number';
export { competingClaimEnded, competingClaimFiled, deadlineNear, savedSearchMet } from './registry.events';
export { RegistryModule } from './registry.module';
export type { FilingStanding } from './data/filing-event.store';
export { hanTables } from './data/rows/han-tables';
export { nameRows } from './data/rows/name-rows';
export { ClaimNotices } from './use-cases/unregistered/claim-notices';
export { PersonMarks } from './use-cases/person/person-marks';
export { CancelFilings } from './use-cases/cancel-filings';
export { Grantors } from './use-cases/grantors';
export { FindNames, type FoundName } from './use-cases/search/find-names';
export { MakeSearch } from './use-cases/search/make-search';
export { LintFaultView } from './http/lint.dto';
export { contentOf, type Content as FilingContent } from './http/registration-body';
export { DraftBody } from './http/registrations.dto';
export { Filings, type FilingVerdict } from './use-cases/filings';
export { LowerPayables, type PayableLowered } from './use-cases/lower-payables';
export { type AccessAnswer, PersonAccesses } from './use-cases/person/person-accesses';
export { FeeQueries, type FeesAsked, type FeeShown } from './use-cases/fees/fees.queries';
export type { FeeTotal } from './data/fees/fee.store';
export { NoteRename } from './use-cases/deadlines/note-rename';
export { RemindDeadlines } from './use-cases/deadlines/remind-deadlines';
export { LapseObjections } from './use-cases/objections/lapse-objections';
export { LapseFilings } from './use-cases/lapse-filings';
export { CertificateSiteModule } from './use-cases/certificates/certificate-site';
export type { RegistryNews, StatutoryRegistry, SubmittedFiling } from './domain/statutory/statutory-registry';
export { StatutoryRegistryModule } from './use-cases/statutory/statutory-registry.module';
export { FollowStatutoryRegistry } from './use-cases/statutory/follow-statutory-registry';
export { StatutoryRegistrations } from './use-cases/statutory/statutory-registrations';
export { WatchRegister } from './use-cases/saved/watch-register';
export { RegistryVerify } from './use-cases/registry-verify';

export const registrySchema: LibrarySchema = {
  name: 'registry',
  entities: [FilingEntity, SearchEntity],
  migrations: [
    Registry1763778600000,
    RegistryFilingEvent1763784600000,
    RegistryPayableChange1763900431000,
    RegistryGrantorName1763900450000,
    RegistryLint1763900450001,
    RegistryFilingLife1763900525000,
    RegistryCertificate1763900535000,
    RegistrySavedSearch1763900536000,
    RegistryStatutoryHash1763900537000,
    RegistryAmendment1763900560000,
    RegistryObjection1763900570000,
    RegistryReminder1763900571000,
    RegistrySubordination1763900580000,
    RegistryUnregisteredClaim1763900581000,
    RegistryPerson1763900582000,
    RegistryFee1763900585000,
    RegistrySearchLists1763900590000,
    RegistryDuty1763900690000,
    RegistryAmendmentLint1763900691000,
    RegistryModificationCode1763900740000,
  ],
  books: [
    'filing',
    'filing_party',
    'collateral',
    'filing_event',
    'modification_code',
    'line_end',
    'payable_change',
    'search',
    'lint',
    'filing_lint',
    'amendment_lint',
    'certificate',
    'statutory_entry',
    'statutory_check',
    'fee_line',
    'subordination',
    'subordination_step',
    'unregistered_claim',
    'unregistered_claim_end',
    'claim_notice',
    'objection',
    'objection_proof',
    'revocation',
    'revocation_decision',
    'person_access',
    'duty',
  ],
};

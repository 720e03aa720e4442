// What searches take and give over HTTP.
import { ApiProperty } from '@nestjs/swagger';
import type { Id } from '#kernel';
import {
  CodeField,
  FlagField,
  IdField,
  InstantField,
  IntField,
  ListField,
  ObjectField,
  PageOf,
  PageQuery,
  TextField,
} from '#platform';
import { type Standing, STANDINGS } from '../domain/filing';
import { MATCH_CLASSES, type MatchClass } from '../domain/name/name-match';
import {
  MATCH_RULES,
  type MatchRule,
  SEARCH_KINDS,
  type SearchBy,
  type SearchSummary,
  type SearchTerms,
} from '../domain/search';
import type { NearMiss, SearchHit } from '../use-cases/search/look-up';
import type { SearchCertificate } from '../use-cases/search/make-search';
import { RegistrationView } from './registrations.dto';

const blank = { optional: true, nullable: true };

export class SearchBody {
  @CodeField(SEARCH_KINDS, 'What to search by') by!: SearchBy;
  @TextField(200, 'By name: the legal name of the grantor', blank) name?: string | null;
  @TextField(64, 'By identifier: that of the grantor', blank) identifier?: string | null;
  @TextField(300, 'By asset: the asset key', blank) assetKey?: string | null;
  @TextField(64, 'By invoice: its number', blank) invoiceNumber?: string | null;
  @TextField(200, 'By invoice: the name of the account debtor', blank) debtorName?: string | null;
  @TextField(32, 'By number: that of the registration', blank) number?: string | null;
  @FlagField('Also registrations that have ended', { optional: true }) includeEnded?: boolean;
  @FlagField('With includeEnded: also those that only the archive has', { optional: true })
  includeArchived?: boolean;
  @FlagField('By name: only this name, and none like it', { optional: true }) exactOnly?: boolean;
  @InstantField('The register as it stood then; now when left out', blank) at?: string | null;
  @TextField(2000, 'Continue a search: `next` of its certificate; `at` is then its time of search', blank)
  after?: string | null;
}

export class RecordedSearchBody extends SearchBody {
  @TextField(100, 'Your own reference, to find the search again', blank) reference?: string | null;
}
export class SearchesQuery extends PageQuery {
  @CodeField(SEARCH_KINDS, 'Only searches by this', { optional: true }) by?: SearchBy;
  @TextField(100, 'Only those whose reference begins so', { optional: true }) reference?: string;
}

export const termsOf = (body: SearchBody): SearchTerms => ({
  by: body.by,
  name: body.name ?? null,
  identifier: body.identifier ?? null,
  assetKey: body.assetKey ?? null,
  invoiceNumber: body.invoiceNumber ?? null,
  debtorName: body.debtorName ?? null,
  number: body.number ?? null,
  includeEnded: body.includeEnded ?? false,
  // Left out where it is not asked for, as in the terms of searches before there was an archive.
  ...(body.includeArchived === true ? { includeArchived: true } : {}),
  exactOnly: body.exactOnly ?? false,
  at: body.at ?? null,
  after: body.after ?? null,
});

const orNull = { nullable: true };

export class SearchTermsView implements SearchTerms {
  @CodeField(SEARCH_KINDS, 'What was searched by') by!: SearchBy;
  @TextField(200, 'Legal name of the grantor', orNull) name!: string | null;
  @TextField(64, 'Identifier of the grantor', orNull) identifier!: string | null;
  @TextField(300, 'Asset key', orNull) assetKey!: string | null;
  @TextField(64, 'Invoice number', orNull) invoiceNumber!: string | null;
  @TextField(200, 'Name of the account debtor', orNull) debtorName!: string | null;
  @TextField(32, 'Number of the registration', orNull) number!: string | null;
  @FlagField('Also registrations that have ended') includeEnded!: boolean;
  @FlagField('Also those that only the archive has; absent: no', { optional: true })
  includeArchived?: boolean;
  @FlagField('By name: only this name, and none like it') exactOnly!: boolean;
  @InstantField('The register as it stood then; null is the time of the search', orNull) at!: string | null;
  @TextField(2000, 'Where the certificate before this one ended', orNull) after!: string | null;
}

export class NearMissView implements NearMiss {
  @TextField(200, 'A name with one slip more than is forgiven') legalName!: string;
  @ApiProperty({ type: Number, minimum: 0, maximum: 1, description: 'How alike' }) score!: number;
}

export class SearchHitView implements SearchHit {
  @CodeField(MATCH_CLASSES, 'Exact: what was asked for; similar: perhaps the same, for a person to judge')
  class!: MatchClass;
  @CodeField(MATCH_RULES, 'The rule that found it') rule!: MatchRule;
  @ApiProperty({ type: Number, minimum: 0, maximum: 1, description: 'How alike; 1 for an exact hit' })
  score!: number;
  @TextField(200, 'By name: the name under which it was found', orNull) matchedName!: string | null;
  @ObjectField(() => RegistrationView, 'The registration as it stood') filing!: RegistrationView;
}

export class SearchCertificateView implements SearchCertificate {
  @IdField('Id of the search') id!: Id<'search'>;
  @TextField(18, 'Number of the search: 18 digits, the last two are check digits') number!: string;
  @InstantField('Time of the search') searchedAt!: string;
  @IdField('The organisation that searched') searcherOrganisationId!: string;
  @ObjectField(() => SearchTermsView, 'What was asked') terms!: SearchTermsView;
  @TextField(64, 'SHA-256 of the salt and the canonical JSON of the terms') termsHash!: string;
  @TextField(44, 'Base64 of the salt') termsSalt!: string;
  @CodeField(STANDINGS, 'Whether this register is the statutory one') standing!: Standing;
  @ListField(
    () => SearchHitView,
    'What was found: exact hits in the order of filing, then similar ones by score',
    {
      min: 0,
      max: 500,
    },
  )
  hits!: SearchHitView[];
  @IntField(0, 2_147_483_647, 'How many there are, here and on the certificates that continue this one')
  hitCount!: number;
  @FlagField('False when there are more hits than this certificate holds: continue with `next`')
  complete!: boolean;
  @TextField(2000, 'What to search `after` for the hits that follow', orNull) next!: string | null;
  @ListField(() => NearMissView, 'Names that just miss, the closest of them', { min: 0, max: 20 })
  nearMisses!: NearMissView[];
  @IntField(0, 2_147_483_647, 'How many names just miss') nearMissCount!: number;
  @ApiProperty({ type: [String], description: 'What the caller may do now' }) actions!: string[];
}

export class SearchView implements SearchSummary {
  @IdField('Id of the search') id!: Id<'search'>;
  @TextField(18, 'Number of the search') number!: string;
  @InstantField('Time of the search') searchedAt!: string;
  @ObjectField(() => SearchTermsView, 'What was asked') terms!: SearchTermsView;
  @IntField(0, 500, 'How many registrations were found') hitCount!: number;
  @TextField(100, 'Your own reference', orNull) reference!: string | null;
}

export class SearchPage extends PageOf(SearchView) {}

// What the routes of drafts take and give: the fields of a registration as they were written, each of them optional.
import { ApiProperty } from '@nestjs/swagger';
import { IdField, InstantField, IntField, ListField, ObjectField, PageOf, TextField } from '#platform';
import type { DraftShown } from '../use-cases/drafts/drafts.queries';

const open = { optional: true, nullable: true };

export class DraftPartyBody {
  @IdField('The organisation on this platform', open) organisationId?: string | null;
  @TextField(200, 'Legal name', open) legalName?: string | null;
  @TextField(20, 'Kind of identifier', open) identifierScheme?: string | null;
  @TextField(64, 'Identifier', open) identifier?: string | null;
}

export class DraftItemBody {
  @TextField(20, 'Kind of collateral', open) kind?: string | null;
  @TextField(300, 'Asset key', open) assetKey?: string | null;
  @TextField(1000, 'Description', open) description?: string | null;
  @TextField(30, 'How much of it is taken, as written', open) amount?: string | null;
  @TextField(30, 'How much of it is payable, as written', open) payable?: string | null;
  @TextField(64, 'Invoice number', open) invoiceNumber?: string | null;
  @TextField(200, 'Name of the account debtor', open) debtorName?: string | null;
}

export class DraftContentBody {
  @TextField(40, 'Category', open) category?: string | null;
  @IntField(0, 12_000, 'Term in months', open) termMonths?: number | null;
  @TextField(30, 'Maximum amount, as written', open) maximumAmount?: string | null;
  @ListField(() => DraftPartyBody, 'Grantors', { min: 0, max: 50, optional: true })
  grantors?: DraftPartyBody[];
  @ListField(() => DraftPartyBody, 'Secured parties', { min: 0, max: 50, optional: true })
  securedParties?: DraftPartyBody[];
  @ListField(() => DraftItemBody, 'Collateral', { min: 0, max: 200, optional: true })
  collateral?: DraftItemBody[];
}

export class NewDraftBody {
  @TextField(200, 'By which you find it again') title!: string;
  @ObjectField(() => DraftContentBody, 'What is written so far') content!: DraftContentBody;
}

export class ChangedDraftBody extends NewDraftBody {
  @IntField(1, 2_147_483_647, 'The version that was changed') version!: number;
}

export class DiscardBody {
  @IntField(1, 2_147_483_647, 'The version that is discarded') version!: number;
}

export class RegistrationDraftView implements Omit<DraftShown, 'content'> {
  @IdField('Id of the draft') id!: DraftShown['id'];
  @IdField('Whose it is') organisationId!: string;
  @TextField(200, 'By which it is found') title!: string;
  @ObjectField(() => DraftContentBody, 'What is written so far') content!: DraftContentBody;
  @IdField('Who changed it last') changedBy!: string;
  @InstantField('When it was changed last') changedAt!: string;
  @IntField(1, 2_147_483_647, 'Version') version!: number;
  @ApiProperty({ type: [String], description: 'What you may do with it now' }) actions!: readonly string[];
}

export class RegistrationDraftPage extends PageOf(RegistrationDraftView) {}

// What the routes of contacts take and give.
import { ApiProperty } from '@nestjs/swagger';
import { CodeField, IdField, InstantField, IntField, TextField } from '#platform';
import {
  CONTACT_PURPOSES,
  CONTACT_SOURCES,
  type ContactPurpose,
  type ContactSource,
} from '../domain/contact';
import type { ContactShown } from '../use-cases/contacts/contacts.queries';

export class ContactBody {
  @TextField(200, 'Name of the person') name!: string;
  @TextField(200, 'Mail address') email!: string;
  @TextField(31, 'Telephone number') phone!: string;
  @TextField(200, 'Postal address', { nullable: true }) postalAddress!: string | null;
  @CodeField(CONTACT_PURPOSES, 'What they are written to about') purpose!: ContactPurpose;
  @CodeField(CONTACT_SOURCES, 'By what way the operator reached them') source!: ContactSource;
}

export class RetirementBody {
  @TextField(500, 'Why; kept with the deed') reason!: string;
}

export class ContactView extends ContactBody implements ContactShown {
  @IdField('Id of the contact') declare id: ContactShown['id'];
  @IdField('Whose person it is') organisationId!: string;
  @IdField('Who verified') verifiedBy!: string;
  @InstantField('When') verifiedAt!: string;
  @InstantField('Since when it stands no more', { nullable: true }) retiredAt!: string | null;
  @IntField(1, 2_147_483_647, 'Goes up by one with each change') version!: number;
  @ApiProperty({ type: [String], description: 'retire, when the caller may' })
  actions!: readonly string[];
}
export class ContactList {
  @ApiProperty({ type: [ContactView] }) items!: readonly ContactView[];
}

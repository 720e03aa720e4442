// What the routes of bank accounts take and give.
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMinSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import {
  CodeField,
  CurrencyField,
  IdField,
  InstantField,
  IntField,
  ObjectField,
  PageOf,
  PageQuery,
  TextField,
} from '#platform';
import {
  ACCOUNT_PURPOSES,
  ACCOUNT_STATES,
  type AccountPurpose,
  type AccountState,
  TEST_STATES,
  type TestState,
} from '../domain/bank-account';
import { TEST_REFUSALS, type TestRefusal } from '../domain/account-test/test-bank';
import type { AccountShown } from '../use-cases/accounts/accounts.queries';

const purposes = {
  rule: 'purposes',
  message: { en: 'This is not a list of different purposes.', zh: '此处应为互不重复的账户用途列表。' },
  fix: { en: 'Choose from: payout, collection.', zh: '可选值：payout（收款）、collection（回款）。' },
};

export class AccountsQuery extends PageQuery {
  @CodeField(ACCOUNT_STATES, 'Only in this state', { optional: true }) state?: AccountState;
}

export class AccountBody {
  @TextField(50, 'Account number: digits and letters') accountNumber!: string;
  @TextField(200, 'Name of the holder as the bank knows it') holderName!: string;
  @TextField(200, 'Name of the bank and branch') bankName!: string;
  @TextField(20, 'CNAPS code of the bank, 12 digits') bankCode!: string;
  @CurrencyField('Currency of the account') currency!: string;
  @ApiProperty({ description: 'What it is for', enum: [...ACCOUNT_PURPOSES], isArray: true, minItems: 1 })
  @IsArray({ context: purposes })
  @ArrayMinSize(1, { context: purposes })
  @ArrayUnique({ context: purposes })
  @IsIn([...ACCOUNT_PURPOSES], { each: true, context: purposes })
  purposes!: AccountPurpose[];
}

export class AccountDecisionBody {
  @CodeField(['verified', 'refused'], 'The decision') decision!: 'verified' | 'refused';
  @TextField(500, 'Why it is refused, or what the verification rests on', { optional: true }) reason?: string;
}

export class AccountLockBody {
  @TextField(500, 'Why; kept with the deed') reason!: string;
}

export class TestAnswerBody {
  @TextField(20, 'The six digits that the statement shows beside 0.01') reference!: string;
}

export class AccountTextsView {
  @TextField(500, 'English') en!: string;
  @TextField(500, '中文') zh!: string;
}

export class AccountView implements AccountShown {
  @IdField('Id of the account') id!: string;
  @IdField('Whose account it is') organisationId!: string;
  @TextField(200, 'Legal name of that organisation') organisationName!: string;
  @TextField(34, 'Account number') accountNumber!: string;
  @TextField(200, 'Holder') holderName!: string;
  @TextField(200, 'Bank') bankName!: string;
  @TextField(12, 'CNAPS code') bankCode!: string;
  @ObjectField(() => AccountTextsView, 'What is odd about the CNAPS code', { nullable: true })
  bankCodeWarning!: AccountTextsView | null;
  @CurrencyField('Currency') currency!: string;
  @ApiProperty({ enum: [...ACCOUNT_PURPOSES], isArray: true }) purposes!: readonly AccountPurpose[];
  @CodeField(ACCOUNT_STATES, 'State') state!: AccountState;
  @ApiProperty({
    enum: [...ACCOUNT_PURPOSES],
    isArray: true,
    description: 'For which it is the account in force',
  })
  inForce!: readonly AccountPurpose[];
  @IdField('Who proposed it') proposedBy!: string;
  @InstantField('When') proposedAt!: string;
  @IdField('Who decided', { nullable: true }) decidedBy!: string | null;
  @InstantField('When', { nullable: true }) decidedAt!: string | null;
  @TextField(500, 'Reason of the decision', { nullable: true }) reason!: string | null;
  @TextField(6, 'What to send beside 0.01, where the operator sends it by hand', { nullable: true })
  testReference!: string | null;
  @CodeField(
    TEST_STATES,
    'How the one-cent test stands; waiting: the bank has not answered yet, refused: the bank will not send it',
  )
  test!: TestState;
  @TextField(100, 'The bank that sends it; null: the operator by hand', { nullable: true })
  testBank!: string | null;
  @IntField(0, 2_147_483_647, 'How often that bank was asked') testTries!: number;
  @CodeField(TEST_REFUSALS, 'Why the bank would not send it, in codes of ISO 20022', { nullable: true })
  testRefusal!: TestRefusal | null;
  @IntField(1, 2_147_483_647, 'Version') version!: number;
  @ApiProperty({ type: [String], description: 'verify, refuse, test, answer and lock, when the caller may' })
  actions!: readonly string[];
}
export class AccountPage extends PageOf(AccountView) {}

// What the routes about mails of the inbox take and give.
import {
  CodeField,
  CodeListField,
  FlagField,
  IdField,
  InstantField,
  IntField,
  ObjectField,
  PageOf,
  PageQuery,
  TextField,
} from '#platform';
import { MAIL_STATES, type MailState, type RunCadence } from '../data/mail/mail.store';
import { type Cadence, CADENCES, MAIL_LANGUAGES, type MailLanguage } from '../domain/mail/wish';

const MOST = 2_147_483_647;

export class CadencesBody {
  @CodeField(CADENCES, 'Answers, disputes, duplicates, uploads') receivables!: Cadence;
  @CodeField(CADENCES, 'Requests, offers, deals, notices') financing!: Cadence;
  @CodeField(CADENCES, 'Accounts, payouts, payments') money!: Cadence;
  @CodeField(CADENCES, 'Registrations, objections, kept searches') registry!: Cadence;
  @CodeField(CADENCES, 'Approvals, mandates, keys, contacts') organisation!: Cadence;
  @CodeField(CADENCES, 'Security of the own account: always at once') account!: Cadence;
}

export class MailWishBody {
  @ObjectField(() => CadencesBody, 'How each group is mailed') cadences!: CadencesBody;
  @CodeField(MAIL_LANGUAGES, 'Language of the mails') language!: MailLanguage;
}
export class MailWishView extends MailWishBody {
  @FlagField('Whether the person has a verified address; without one nothing is mailed')
  isReachable!: boolean;
}

export class UnsubscribeQuery {
  @TextField(100, 'Token of the link in a mail') token!: string;
}

export class MailQuery extends PageQuery {
  @CodeField(MAIL_STATES, 'Only those in this state', { optional: true }) state?: MailState;
}
export class MailView {
  @IdField('Id of the mail') id!: string;
  @IdField('Organisation of its reader') organisationId!: string;
  @TextField(200, 'Its name') organisationName!: string;
  @TextField(200, 'Who gets it') personName!: string;
  @CodeField(['at_once', 'daily'], 'Why it was written when it was') cadence!: RunCadence;
  @CodeField(MAIL_LANGUAGES, 'Its language') language!: MailLanguage;
  @IntField(1, MOST, 'How many entries it tells of') entries!: number;
  @CodeField(MAIL_STATES, 'State; dropped when its reader could not be reached any more') state!: MailState;
  @IntField(0, MOST, 'How often it was tried') tries!: number;
  @TextField(500, 'What the server said last', { nullable: true }) lastError!: string | null;
  @InstantField('When it was written') writtenAt!: string;
  @InstantField('When the server took it', { nullable: true }) sentAt!: string | null;
  @CodeListField(['send_again'], 'What the caller may do', { min: 0, max: 1 })
  actions!: readonly 'send_again'[];
}
export class MailPage extends PageOf(MailView) {}

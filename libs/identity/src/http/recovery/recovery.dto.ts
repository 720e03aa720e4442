// What verifying an address and setting a new password take and give.
import { CodeField, FlagField, TextField } from '#platform';

const LINK = 'The secret of the one-time link';

export class EmailBody {
  @TextField(254, 'Where the person can be reached') email!: string;
  @TextField(200, 'The password') password!: string;
  @TextField(40, 'Of the authenticator, where there is one, or a recovery code', { optional: true })
  code?: string;
}
export class LinkBody {
  @TextField(43, LINK) token!: string;
}
export class EmailView {
  @TextField(254, 'The verified address') email!: string;
}

export class ForgottenBody {
  @TextField(80, 'Login; case does not count') login!: string;
}
export class ResetView {
  @TextField(80, 'Whose password it sets') login!: string;
  @FlagField('A code of the authenticator, or a recovery code, is needed too') needsCode!: boolean;
  @FlagField('The hand-over code is needed too') needsHandover!: boolean;
}
export class NewPasswordBody extends LinkBody {
  @TextField(200, 'At least 12 characters, not the login or the organisation’s name') newPassword!: string;
  @TextField(40, 'Of the authenticator, or a recovery code', { optional: true }) code?: string;
  @TextField(40, 'From the person who asked for the new password', { optional: true }) handoverCode?: string;
}
export class ResetLoginView {
  @TextField(80, 'Who signs in with the new password') login!: string;
}

export class HandoverView {
  @TextField(19, 'Shown once: for the person, apart from the link') handoverCode!: string;
}
export class ResetDecisionBody {
  @CodeField(['approve', 'decline'], 'Whether the person gets a new password') decision!:
    'approve' | 'decline';
}
export class ResetDecidedView {
  @TextField(43, 'Secret of the link, shown once; null when declined', { nullable: true }) token!:
    string | null;
}

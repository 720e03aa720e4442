// Users, sign-in and the passport strategy that platform's guard asks for.
import { Module } from '@nestjs/common';
import { PartiesModule } from '#parties';
import { BrakeStore } from './data/brake.store';
import { SessionStore } from './data/session.store';
import { AuthenticatorStore } from './data/authenticator.store';
import { ChallengeStore } from './data/challenge.store';
import { UserStore } from './data/user.store';
import { AuthController } from './http/auth.controller';
import { SessionStrategy } from './http/session.strategy';
import { SecurityController } from './http/security.controller';
import { UsersController } from './http/users.controller';
import { Bootstrap } from './use-cases/bootstrap';
import { ChangePassword } from './use-cases/change-password';
import { ChangeUserStatus } from './use-cases/change-user-status';
import { CreateUser } from './use-cases/create-user';
import { OWASP_COST, PASSWORD_COST, Passwords } from './use-cases/passwords';
import { EndSessions } from './use-cases/session/end-sessions';
import { OpenSession } from './use-cases/session/open-session';
import { PurgeSignIns } from './use-cases/session/purge-sign-ins';
import { Sessions } from './use-cases/session/sessions';
import { SignIn } from './use-cases/session/sign-in';
import { SignInBrakes } from './use-cases/session/sign-in-brakes';
import { SignOut } from './use-cases/session/sign-out';
import { Authenticators } from './use-cases/second-factor/authenticators';
import { BeginEnrolment } from './use-cases/second-factor/begin-enrolment';
import { ConfirmEnrolment } from './use-cases/second-factor/confirm-enrolment';
import { KeyChanges } from './use-cases/second-factor/key-changes';
import { Proof } from './use-cases/second-factor/proof';
import { RemoveAuthenticator } from './use-cases/second-factor/remove-authenticator';
import { RenewRecoveryCodes } from './use-cases/second-factor/renew-recovery-codes';
import { ResetAuthenticator } from './use-cases/second-factor/reset-authenticator';
import { SecondFactors } from './use-cases/second-factor/second-factors';
import { FinishSignIn } from './use-cases/session/finish-sign-in';
import { SessionList } from './use-cases/session/session-list';
import { UserQueries } from './use-cases/users.queries';

@Module({
  imports: [PartiesModule],
  controllers: [AuthController, SecurityController, UsersController],
  providers: [
    { provide: PASSWORD_COST, useValue: OWASP_COST },
    ...[Passwords, UserStore, SessionStore, BrakeStore, AuthenticatorStore, ChallengeStore],
    ...[Authenticators, SecondFactors, Proof, KeyChanges, BeginEnrolment, ConfirmEnrolment],
    ...[RemoveAuthenticator, RenewRecoveryCodes, ResetAuthenticator, SessionList, FinishSignIn],
    ...[Sessions, SessionStrategy, OpenSession, EndSessions, SignIn, SignInBrakes, SignOut, PurgeSignIns],
    ...[Bootstrap, CreateUser, ChangePassword, ChangeUserStatus, UserQueries],
  ],
  exports: [Bootstrap],
})
export class IdentityModule {}

// Users, sign-in and the passport strategy that platform's guard asks for.
import { Module } from '@nestjs/common';
import { PartiesModule } from '#parties';
import { BrakeStore } from './data/brake.store';
import { AccountLinkStore } from './data/recovery/account-link.store';
import { ResetProposalStore } from './data/recovery/reset-proposal.store';
import { RoleProposalStore } from './data/role-proposal.store';
import { SessionStore } from './data/session.store';
import { AuthenticatorStore } from './data/authenticator.store';
import { ClientStore } from './data/clients/client.store';
import { ClientTokenStore } from './data/clients/client-token.store';
import { RefreshTokenStore } from './data/refresh-token.store';
import { ChallengeStore } from './data/challenge.store';
import { UserStore } from './data/user.store';
import { AuthController } from './http/auth.controller';
import { FirstUserController } from './http/joining.controller';
import { BearerStrategy } from './http/bearer.strategy';
import { ClientsController } from './http/clients/clients.controller';
import { RecoveryController } from './http/recovery/recovery.controller';
import { RolesController } from './http/roles/roles.controller';
import { WhenEmailStated } from './listeners/when-email-stated';
import { WhenPasswordReset } from './listeners/when-password-reset';
import { WhenResetAsked } from './listeners/when-reset-asked';
import { AccountLinks } from './use-cases/recovery/account-links';
import { AccountPost } from './use-cases/recovery/account-post';
import { AskReset } from './use-cases/recovery/ask-reset';
import { DecideReset } from './use-cases/recovery/decide-reset';
import { ProposeReset } from './use-cases/recovery/propose-reset';
import { ResetChecks } from './use-cases/recovery/reset-checks';
import { ResetPassword } from './use-cases/recovery/reset-password';
import { StateEmail } from './use-cases/recovery/state-email';
import { VerifyEmail } from './use-cases/recovery/verify-email';
import { SessionStrategy } from './http/session.strategy';
import { SecurityController } from './http/security.controller';
import { TokensController } from './http/clients/tokens.controller';
import { UsersController } from './http/users.controller';
import { Bootstrap } from './use-cases/bootstrap';
import { ChangePassword } from './use-cases/change-password';
import { ChangeUserStatus } from './use-cases/change-user-status';
import { Assertions } from './use-cases/clients/assertions';
import { ChangeClientKeys } from './use-cases/clients/change-client-keys';
import { ChangeClientStatus } from './use-cases/clients/change-client-status';
import { ClientActors } from './use-cases/clients/client-actors';
import { ClientChanges } from './use-cases/clients/client-changes';
import { ClientQueries } from './use-cases/clients/clients.queries';
import { GrantClientToken } from './use-cases/clients/grant-client-token';
import { RegisterClient } from './use-cases/clients/register-client';
import { RefreshSession } from './use-cases/tokens/refresh-session';
import { Thefts } from './use-cases/tokens/thefts';
import { TokenFamilies } from './use-cases/tokens/token-families';
import { CreateUser } from './use-cases/create-user';
import { People } from './use-cases/people';
import { NewUsers } from './use-cases/people/new-users';
import { AssignRoles } from './use-cases/people/assign-roles';
import { DecideRoles } from './use-cases/people/decide-roles';
import { RequireSecondFactor } from './use-cases/people/require-second-factor';
import { RoleChanges } from './use-cases/people/role-changes';
import { OWASP_COST, PASSWORD_COST, Passwords } from './use-cases/passwords';
import { AcceptFirstUser } from './use-cases/joining/accept-first-user';
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
  controllers: [
    AuthController,
    FirstUserController,
    SecurityController,
    TokensController,
    ClientsController,
    RecoveryController,
    RolesController,
    UsersController,
  ],
  providers: [
    { provide: PASSWORD_COST, useValue: OWASP_COST },
    ...[Passwords, UserStore, SessionStore, BrakeStore, AuthenticatorStore, ChallengeStore],
    ...[Authenticators, SecondFactors, Proof, KeyChanges, BeginEnrolment, ConfirmEnrolment],
    ...[ClientStore, ClientTokenStore, RefreshTokenStore, TokenFamilies, RefreshSession, Thefts],
    ...[ClientQueries, ClientChanges, RegisterClient, ChangeClientKeys, ChangeClientStatus],
    ...[Assertions, GrantClientToken, ClientActors, BearerStrategy],
    ...[AccountLinkStore, ResetProposalStore, AccountLinks, AccountPost, StateEmail, VerifyEmail, AskReset],
    ...[ResetChecks, ResetPassword, ProposeReset, DecideReset],
    ...[WhenEmailStated, WhenResetAsked, WhenPasswordReset],
    ...[RoleProposalStore, RoleChanges, AssignRoles, DecideRoles, RequireSecondFactor],
    ...[RemoveAuthenticator, RenewRecoveryCodes, ResetAuthenticator, SessionList, FinishSignIn],
    ...[Sessions, SessionStrategy, OpenSession, EndSessions, SignIn, SignInBrakes, SignOut, PurgeSignIns],
    ...[
      Bootstrap,
      NewUsers,
      CreateUser,
      ChangePassword,
      ChangeUserStatus,
      UserQueries,
      People,
      AcceptFirstUser,
    ],
  ],
  exports: [Bootstrap, People],
})
export class IdentityModule {}

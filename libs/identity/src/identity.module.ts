// Users, sign-in and the passport strategy that platform's guard asks for.
import { Module } from '@nestjs/common';
import { PartiesModule } from '#parties';
import { BrakeStore } from './data/brake.store';
import { SessionStore } from './data/session.store';
import { UserStore } from './data/user.store';
import { AuthController } from './http/auth.controller';
import { FirstUserController } from './http/joining.controller';
import { SessionStrategy } from './http/session.strategy';
import { UsersController } from './http/users.controller';
import { Bootstrap } from './use-cases/bootstrap';
import { ChangePassword } from './use-cases/change-password';
import { ChangeUserStatus } from './use-cases/change-user-status';
import { CreateUser } from './use-cases/create-user';
import { People } from './use-cases/people';
import { OWASP_COST, PASSWORD_COST, Passwords } from './use-cases/passwords';
import { AcceptFirstUser } from './use-cases/joining/accept-first-user';
import { EndSessions } from './use-cases/session/end-sessions';
import { OpenSession } from './use-cases/session/open-session';
import { PurgeSignIns } from './use-cases/session/purge-sign-ins';
import { Sessions } from './use-cases/session/sessions';
import { SignIn } from './use-cases/session/sign-in';
import { SignInBrakes } from './use-cases/session/sign-in-brakes';
import { SignOut } from './use-cases/session/sign-out';
import { UserQueries } from './use-cases/users.queries';

@Module({
  imports: [PartiesModule],
  controllers: [AuthController, FirstUserController, UsersController],
  providers: [
    { provide: PASSWORD_COST, useValue: OWASP_COST },
    ...[Passwords, UserStore, SessionStore, BrakeStore],
    ...[Sessions, SessionStrategy, OpenSession, EndSessions, SignIn, SignInBrakes, SignOut, PurgeSignIns],
    ...[Bootstrap, CreateUser, ChangePassword, ChangeUserStatus, UserQueries, People, AcceptFirstUser],
  ],
  exports: [Bootstrap, People],
})
export class IdentityModule {}

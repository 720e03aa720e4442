// What becoming a first user takes and gives.
import { TextField } from '#platform';

export class JoiningLinkBody {
  @TextField(43, 'The secret of the one-time link') token!: string;
}

export class FirstUserBody extends JoiningLinkBody {
  @TextField(80, 'Login: 3 to 80 letters, digits and . _ @ + -; case does not count') login!: string;
  @TextField(100, 'Name of the person') name!: string;
  @TextField(200, 'Password, at least 12 characters') password!: string;
}

export class JoiningView {
  @TextField(200, 'The organisation') organisationName!: string;
  @TextField(200, 'Who was invited') inviteeName!: string;
}

export class JoinedView {
  @TextField(80, 'The login, in lower case') login!: string;
  @TextField(200, 'The organisation') organisationName!: string;
}

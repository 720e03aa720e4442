// The technical ground under every library. Nothing here knows the business.
import { PlatformJobs1763773200000 } from '../migrations/202611220100-jobs';
import { Platform1763773260000 } from '../migrations/202611220101-platform';
import type { LibrarySchema } from './db/schema';

export {
  APPROVABLE,
  Approvable,
  type ApprovableRule,
  approvableNamed,
  type DeclaredApprovable,
  declaredApprovables,
  HeldCommandView,
} from './approvals/approvable';
export { type Attempt, REFUSAL_WATCH, type RefusalWatch } from './refusals/refusal-watch';
export { APPROVAL_GATE } from './approvals/approvable.interceptor';
export { dataSourceOptions } from './db/data-source';
export { Db, query, type Reads, type Tx } from './db/db';
export { Gatherer } from './db/gatherer';
export { type Claim, type Command, type CommandWatch, Once } from './db/once';
export type { LibrarySchema } from './db/schema';
export { violates } from './db/sql-state';
export { EVERYONE, NO_ONE, type Scope, scopeOf, scopeParam } from './db/scope';
export { declaredEvents, declaredSubscriptions, defineEvent, On, type Payload } from './events/event';
export { Events } from './events/events';
export { UNFINISHED, flushFolder, writeDurably } from './files/durable-file';
export { FingerprintKey, FingerprintKeyModule, type FingerprintSettings } from './files/fingerprint-key';
export { fingerprintOf, type FingerprintVersion } from './files/fingerprint-of';
export { keptSecret } from './files/kept-secret';
export * from './http/access';
export { commandOf, CurrentCommand, hashOf, watchCommand, withContent } from './http/command';
export * from './http/edge';
export { errors as platformErrors } from './http/errors';
export * from './http/fields';
export { IdParam } from './http/id-param';
export { type IncomingFile, uploadedFile, uploadedFiles } from './http/uploads/uploaded-files';
export { languageOf, problemOf, sendProblem } from './http/problem';
export { newValidationPipe } from './http/validation';
export * from './http/page';
export { PARKED, requiredQueues } from './jobs/queues';
export { Every } from './jobs/schedule';
export { Working } from './jobs/working';
export { type Computation, Threads } from './threads/threads';
export { Log } from './logs/log';
export { MailModule } from './mail/mail.module';
export { type BulkMail, type KeptMail, type Mail, Mailer, type MailSettings } from './mail/mailer';
export { Calendars } from './parameters/calendars';
export {
  declaredParameters,
  defineParameter,
  fitsKind,
  parameterNamed,
  valueOn,
} from './parameters/parameter';
export { Parameters } from './parameters/parameters';
export { CLOCK, PlatformModule } from './platform.module';
export { startEmbeddedPostgres } from './postgres/embedded-postgres';
export { ensureDatabase } from './postgres/logins';

export const platformSchema: LibrarySchema = {
  name: 'platform',
  entities: [],
  migrations: [PlatformJobs1763773200000, Platform1763773260000],
  books: ['parameter_value', 'calendar_change'],
};

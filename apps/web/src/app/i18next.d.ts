// Makes every key of the catalogues known to the compiler.
import type { en } from './texts/en';
import type { inbox } from './texts/en/desk/inbox';
import type { mails } from './texts/en/desk/mails';
import type { permissions } from './texts/en/parties/permissions';
import type { plan } from './texts/en/market/plan';
import type { accountTest } from './texts/en/parties/account-test';
import type { connections } from './texts/en/parties/connections';
import type { archive } from './texts/en/register/archive';
import type { log } from './texts/en/watch/log';
import type { fees } from './texts/en/register/fees';
import type { life } from './texts/en/register/life';
import type { mending } from './texts/en/desk/mending';
import type { evidence } from './texts/en/receivables/evidence';
import type { uploading } from './texts/en/receivables/uploading';
import type { objections } from './texts/en/register/objections';
import type { duties } from './texts/en/register/duties';
import type { person } from './texts/en/register/person';
import type { priority } from './texts/en/register/priority';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: {
      translation: typeof en;
      priority: typeof priority;
      mending: typeof mending;
      uploading: typeof uploading;
      evidence: typeof evidence;
      objections: typeof objections;
      accountTest: typeof accountTest;
      duties: typeof duties;
      archive: typeof archive;
      connections: typeof connections;
      log: typeof log;
      fees: typeof fees;
      inbox: typeof inbox;
      life: typeof life;
      mails: typeof mails;
      person: typeof person;
      permissions: typeof permissions;
      plan: typeof plan;
    };
  }
}

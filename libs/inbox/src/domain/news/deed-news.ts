// Whom each deed asks and tells, as one readable table: nothing that concerns somebody else happens silently. Facts with an
// event of their own are heard by the listeners instead; deeds that tell nobody are listed with their reason in the sweep.
import {
  both,
  type DeedDone,
  detail,
  type Effect,
  ends,
  home,
  inform,
  named,
  type News,
  operators,
  others,
  ownColleagues,
  tellPerson,
  unless,
} from './news';

const deal = { subject: detail('dealId') };
const request = { subject: detail('requestId') };
const receivable = { subject: detail('receivableId') };
const self = ({ subjectId }: DeedDone): string => subjectId;
const doer = ({ userId }: DeedDone): string => userId ?? '';
const holder = detail('holderId');
const user = detail('userId');
const organisation = { subject: detail('organisationId') };
const leaving = detail('organisationId');

const payoutFailed = both(
  inform('payout_failed', ({ visibleTo }) => visibleTo),
  inform('payout_to_instruct', named(1), deal),
);
const ownSafety = tellPerson('second_factor_changed', self);
const keyDecided = ends('key_to_approve');
const accountDecided = ends('account_to_verify');
const subordinationAnswered = both(ends('subordination_to_answer'), inform('subordination_moved', others));
const OF_RECEIVABLES: Readonly<Record<string, Effect>> = {
  // Lines of a file are checked as the file.
  'receivables.answer_proposed': unless('channel', ['file'], inform('answer_to_check', ownColleagues)),
  'receivables.answer_approved': ends('answer_to_check'),
  'receivables.answer_declined': both(
    ends('answer_to_check'),
    inform('answer_sent_back', ownColleagues, receivable),
  ),
  'receivables.answer_superseded': ends('answer_to_check'),
  'receivables.answer_file_applied': inform('answer_file_to_check', ownColleagues),
  'receivables.answer_file_checked': ends('answer_file_to_check'),
  'receivables.signing_key_registered': inform('key_to_approve', ownColleagues),
  'receivables.signing_key_approved': both(keyDecided, tellPerson('key_approved', holder)),
  'receivables.signing_key_declined': both(keyDecided, tellPerson('key_declined', holder)),
  'receivables.signing_key_revoked': both(keyDecided, tellPerson('key_revoked', holder)),
  'receivables.duplicate_suspected': inform('duplicate_to_clear', others),
  'receivables.duplicate_cleared': both(ends('duplicate_to_clear'), inform('duplicate_cleared', named(0))),
  'receivables.receivable_corrected': inform('receivable_corrected', others),
  'receivables.receivable_withdrawn': inform('receivable_withdrawn', others),
  'receivables.tax_check_answered': unless(
    'kind',
    ['equal', 'unavailable'],
    inform('tax_check_differs', named(0), receivable),
  ),
  'receivables.upload_read': tellPerson('upload_read', doer),
  'receivables.upload_applied': tellPerson('upload_applied', doer),
  'receivables.application_refused': tellPerson('upload_refused', doer),
  'receivables.upload_undone': tellPerson('upload_undone', doer),
};

const OF_DEALS: Readonly<Record<string, Effect>> = {
  'factoring.offer_made': inform('offers_to_compare', others, { ...request, due: 'validUntil' }),
  'factoring.offer_accepted': inform('offer_accepted', others, deal),
  'factoring.offer_withdrawn': inform('offer_withdrawn', others, request),
  'factoring.offer_lapsed': inform('offer_lapsed', others, request),
  'factoring.offer_rejected': inform('offer_rejected', others, request),
  'factoring.request_closed': ends('offers_to_compare'),
  'factoring.request_withdrawn': ends('offers_to_compare'),
  'factoring.request_expired': both(ends('offers_to_compare'), inform('request_expired', others)),
  'factoring.deal_made': inform('payout_to_instruct', others),
  // Whom another registration holds up sees to it: with who registered, or in court.
  'factoring.deal_frozen': both(
    inform('deal_frozen', others),
    unless('filingId', [''], inform('frozen_deal_to_clear', named(1))),
  ),
  'factoring.deal_unfrozen': both(ends('frozen_deal_to_clear'), inform('deal_unfrozen', others)),
  'factoring.deal_matured': inform('deal_matured', others),
  'factoring.deal_overdue': inform('deal_overdue', others),
  'factoring.deal_recourse': inform('deal_recourse', others),
  'factoring.deal_bought_back': inform('deal_bought_back', others),
  'factoring.deal_written_off': inform('deal_written_off', others),
  'factoring.dilution_acknowledged': inform('dilution_acknowledged', others),
  'factoring.notice_arrived': inform('notice_arrived', named(0)),
  'settlement.payout_instructed': both(
    ends('payout_to_instruct', detail('dealId')),
    inform('payout_to_release', ownColleagues),
  ),
  'settlement.payout_released': ends('payout_to_release'),
  'settlement.payout_declined': both(
    ends('payout_to_release'),
    inform('payout_to_instruct', ownColleagues, deal),
  ),
  'settlement.payout_rejected': payoutFailed,
  'settlement.payout_returned': payoutFailed,
  'settlement.payout_paid': inform('payout_paid', others),
  'settlement.payment_received': inform('payment_to_allocate', home),
  'settlement.payment_allocated': ends('payment_to_allocate'),
  // What a deal files is told with the deal.
  'registry.filing_made': unless('origin', ['deal'], inform('registration_filed', others)),
  'registry.filing_cancelled': inform('registration_cancelled', others),
  'registry.filing_amended': inform('registration_amended', others),
  'registry.filing_extended': inform('registration_extended', others),
  'registry.filing_revoked': inform('registration_revoked', others),
  'registry.objection_filed': inform('objection_filed', others),
  'registry.objection_proved': inform('objection_proved', others),
  'registry.objection_withdrawn': inform('objection_withdrawn', others),
  'registry.objection_lapsed': inform('objection_lapsed', others),
  'registry.duty_stated': inform('duty_stated', others, { subject: detail('filingId'), due: 'dueAt' }),
  'registry.revocation_asked': inform('revocation_to_decide', ownColleagues),
  'registry.revocation_approved': ends('revocation_to_decide'),
  'registry.revocation_declined': ends('revocation_to_decide'),
  'registry.statutory_entered': inform('statutory_to_check', ownColleagues),
  'registry.statutory_approved': ends('statutory_to_check'),
  'registry.statutory_declined': ends('statutory_to_check'),
  'registry.subordination_proposed': inform('subordination_to_answer', others),
  'registry.subordination_agreed': subordinationAnswered,
  'registry.subordination_declined': subordinationAnswered,
  'registry.subordination_withdrawn': subordinationAnswered,
  'registry.subordination_end_asked': inform('subordination_to_answer', others),
  'registry.subordination_ended': subordinationAnswered,
  'registry.subordination_kept': subordinationAnswered,
};

const OF_PARTIES: Readonly<Record<string, Effect>> = {
  'parties.account_proposed': inform('account_to_verify', operators),
  'parties.account_verified': both(accountDecided, inform('account_verified', others)),
  'parties.account_refused': both(accountDecided, inform('account_refused', others)),
  'parties.account_locked': both(accountDecided, inform('account_locked', named(0))),
  'parties.account_test_sent': inform('account_test_to_answer', others),
  'parties.account_test_passed': ends('account_test_to_answer'),
  'parties.account_test_refused': both(
    ends('account_test_to_answer'),
    inform('account_test_refused', ({ visibleTo }) => visibleTo),
  ),
  'parties.application_submitted': inform('application_to_decide', operators),
  'parties.application_accepted': ends('application_to_decide'),
  'parties.application_refused': ends('application_to_decide'),
  'parties.organisation_suspended': inform('organisation_suspended', others),
  'parties.organisation_reinstated': inform('organisation_reinstated', others),
  'parties.organisation_renamed': inform('organisation_renamed', others),
  'parties.contact_verified': inform('contact_verified', others),
  'parties.contact_retired': inform('contact_retired', others),
  'parties.mandate_given': inform('mandate_to_answer', others),
  'parties.mandate_accepted': both(ends('mandate_to_answer'), inform('mandate_accepted', others)),
  'parties.mandate_declined': both(ends('mandate_to_answer'), inform('mandate_declined', others)),
  'parties.mandate_ended': both(ends('mandate_to_answer'), inform('mandate_ended', others)),
  'parties.departure_requested': inform('departure_to_decide', operators, organisation),
  'parties.departure_withdrawn': ends('departure_to_decide', leaving),
  'parties.departure_granted': ends('departure_to_decide', leaving),
  'parties.departure_refused': both(
    ends('departure_to_decide', leaving),
    inform('departure_refused', others, organisation),
  ),
  'parties.identifier_added': inform('identifiers_changed', others),
  'parties.identifier_retired': inform('identifiers_changed', others),
  'parties.relation_proposed': inform('relation_to_decide', others),
  'parties.relation_confirmed': both(ends('relation_to_decide'), inform('relation_confirmed', others)),
  'parties.relation_declined': both(ends('relation_to_decide'), inform('relation_declined', others)),
};

const OF_PEOPLE: Readonly<Record<string, Effect>> = {
  'identity.roles_proposed': inform('roles_to_decide', ownColleagues, { subject: user }),
  'identity.roles_approved': ends('roles_to_decide', user),
  'identity.roles_declined': both(ends('roles_to_decide', user), tellPerson('roles_declined', user)),
  'identity.roles_changed': tellPerson('roles_changed', self),
  'identity.reset_proposed': inform('reset_to_decide', ownColleagues, { subject: user }),
  'identity.reset_approved': ends('reset_to_decide', user),
  'identity.reset_declined': ends('reset_to_decide', user),
  'identity.password_reset': tellPerson('password_changed', self),
  'identity.user_reinstated': tellPerson('user_reinstated', self),
  'identity.password_changed': tellPerson('password_changed', self),
  'identity.totp_enrolled': ownSafety,
  'identity.totp_removed': ownSafety,
  'identity.totp_reset': ownSafety,
  'identity.recovery_codes_renewed': ownSafety,
};

export const DEED_NEWS: Readonly<Record<string, Effect>> = Object.freeze({
  ...OF_RECEIVABLES,
  ...OF_DEALS,
  ...OF_PARTIES,
  ...OF_PEOPLE,
});

export const newsOf = (deed: DeedDone): News => DEED_NEWS[deed.action]?.(deed) ?? { wishes: [], endings: [] };

export function isNews(deed: DeedDone): boolean {
  const { wishes, endings } = newsOf(deed);
  return wishes.length + endings.length > 0;
}

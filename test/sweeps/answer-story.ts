// The part of the story of deeds that a debtor's answers, their evidence and disputes play.
import { USUAL_WISH } from '#inbox';
import { keyBodyOf, newKey } from './small-answers';
import type { Step } from './deed-scene';

/** One key in all attempts, so that the same input comes again. */
const STORY_KEY = newKey();

export const ANSWER_STORY: readonly Step[] = [
  {
    route: 'POST /api/inbox/read',
    who: 'supplier',
    body: ({ own }) => ({ through: own.things.receivable }),
    deeds: ['inbox.inbox_read'],
  },
  {
    route: 'POST /api/inbox/mail-wishes',
    who: 'supplier',
    body: () => ({ cadences: { ...USUAL_WISH.cadences, receivables: 'at_once' }, language: 'en' }),
    deeds: ['inbox.mail_wished'],
  },
  {
    route: 'POST /api/mails/{id}/send-again',
    who: 'operator',
    id: ({ own }) => own.things.mail,
    body: () => ({}),
    deeds: ['inbox.mail_sent_again'],
  },
  {
    route: 'POST /api/demands',
    who: 'supplier',
    body: ({ own }) => ({ receivableId: own.things.suspected }),
    deeds: ['receivables.demand_issued'],
  },
  {
    route: 'POST /api/signing-keys',
    who: 'debtor_maker',
    body: ({ own: { players } }) => {
      const { userId: holderId, organisationId } = players.debtor_maker;
      return keyBodyOf({ organisationId, holderId, publicKey: STORY_KEY.publicKey }, STORY_KEY.privateKey);
    },
    deeds: ['receivables.signing_key_registered'],
  },
  {
    route: 'POST /api/signing-keys/{id}/decision',
    who: 'debtor_checker',
    id: ({ own }) => own.things.signingKey,
    body: () => ({ decision: 'approve' }),
    deeds: ['receivables.signing_key_approved'],
  },
  {
    route: 'POST /api/signing-keys/{id}/revocation',
    who: 'debtor_maker',
    id: ({ own }) => own.things.signingKey,
    body: () => ({ reason: 'sweep' }),
    deeds: ['receivables.signing_key_revoked'],
  },
  {
    route: 'POST /api/confirmations/{id}/evidence',
    who: 'supplier',
    id: ({ own }) => own.things.standing,
    deeds: ['receivables.evidence_issued'],
  },
  {
    route: 'POST /api/confirmations/{id}/withdrawal',
    who: 'debtor_checker',
    id: ({ own }) => own.things.standing,
    body: () => ({ reason: 'quality' }),
    deeds: ['receivables.answer_withdrawn', 'receivables.receivable_asked_again'],
  },
  {
    route: 'POST /api/disputes/{id}/files',
    who: 'supplier',
    id: ({ own }) => own.things.dispute,
    raw: () => {
      const form = new FormData();
      form.append('file', new Blob(['delivered in full']), 'delivery.txt');
      return form;
    },
    deeds: ['documents.document_stored', 'receivables.dispute_file_added'],
  },
  {
    route: 'POST /api/disputes/{id}/answer',
    who: 'supplier',
    id: ({ own }) => own.things.dispute,
    body: () => ({ note: 'sweep' }),
    deeds: ['receivables.dispute_answered'],
  },
  {
    route: 'POST /api/disputes/{id}/escalation',
    who: 'debtor_maker',
    id: ({ own }) => own.things.dispute,
    deeds: ['receivables.dispute_escalated'],
  },
  {
    route: 'POST /api/disputes/{id}/closing',
    who: 'operator',
    id: ({ own }) => own.things.dispute,
    body: () => ({ reason: 'explained' }),
    deeds: ['receivables.dispute_closed', 'receivables.dispute_hold_lifted'],
  },
  {
    route: 'POST /api/deals/{id}/discrepancies',
    who: 'relationship_officer',
    id: ({ own }) => own.things.funded,
    body: ({ own }) => ({ receivableId: own.things.collected, causedBy: 'debtor', note: 'sweep' }),
    deeds: ['receivables.dispute_opened', 'receivables.receivable_held'],
  },
  {
    route: 'POST /api/answer-files',
    who: 'debtor_maker',
    raw: () => {
      const form = new FormData();
      form.append('file', new Blob(['receivable_id,decision']), 'answers.csv');
      return form;
    },
    deeds: ['documents.document_stored', 'receivables.answer_file_received'],
  },
  {
    route: 'POST /api/answer-files/{id}/application',
    who: 'debtor_maker',
    id: ({ own }) => own.things.plannedAnswers,
    deeds: ['receivables.answer_file_application_begun'],
  },
  {
    route: 'POST /api/answer-files/{id}/check',
    who: 'debtor_checker',
    id: ({ own }) => own.things.appliedAnswers,
    body: () => ({ decision: 'approve' }),
    deeds: ['receivables.answer_file_check_begun'],
  },
  {
    route: 'POST /api/payable-uploads',
    who: 'debtor_maker',
    raw: () => {
      const form = new FormData();
      form.append('files', new Blob(['nothing that can be read']), 'note.txt');
      return form;
    },
    deeds: ['documents.document_stored', 'receivables.upload_received'],
  },
  {
    route: 'POST /api/payable-uploads/{id}/application',
    who: 'debtor_maker',
    id: ({ own }) => own.things.payablePlan,
    body: () => ({ atomic: false }),
    deeds: ['receivables.upload_applied'],
  },
  {
    route: 'POST /api/payable-uploads/{id}/undo',
    who: 'debtor_maker',
    id: ({ own }) => own.things.payableDraft,
    deeds: ['receivables.upload_discarded'],
  },
  {
    route: 'POST /api/financing-requests/{id}/evidence',
    who: 'relationship_officer',
    id: ({ own }) => own.things.request,
    body: ({ own }) => ({ receivableId: own.things.offered }),
    deeds: ['receivables.evidence_issued'],
  },
  {
    route: 'POST /api/deals/{id}/evidence',
    who: 'risk_officer',
    id: ({ own }) => own.things.funded,
    body: ({ own }) => ({ receivableId: own.things.collected }),
    deeds: ['receivables.evidence_issued'],
  },
];

// The part of the story about deeds that wait for a second person.
import { money } from '#kernel';
import type { Step } from './deed-scene';

export const APPROVAL_STORY: readonly Step[] = [
  {
    route: 'POST /api/approval-marks',
    who: 'risk_officer',
    body: () => ({
      command: 'risk.set_limit',
      ...{ active: true, threshold: money('800000000000.00', 'CNY') },
    }),
    deeds: ['approvals.mark_set'],
  },
  {
    route: 'POST /api/approvals/{id}/decision',
    who: 'risk_officer',
    id: ({ own }) => own.things.approval,
    body: () => ({ decision: 'decline', reason: 'too much' }),
    deeds: ['approvals.approval_declined'],
  },
  {
    route: 'POST /api/approvals/{id}/withdrawal',
    who: 'risk_officer',
    id: ({ own }) => own.things.ownApproval,
    deeds: ['approvals.approval_withdrawn'],
  },
];

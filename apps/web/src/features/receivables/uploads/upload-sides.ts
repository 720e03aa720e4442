// The two sides of an upload: what is owed to the sender, and what the sender owes.
import type { View } from '../../../api/client';

export type UploadSide = View<'UploadSummaryView'>['side'];

export const UPLOAD_PAGE = { receivables: '/uploads/$id', payables: '/payables/$id' } as const;
export const MENDING_PAGE = {
  receivables: '/uploads/$id/refused',
  payables: '/payables/$id/refused',
} as const;
export const UPLOAD_API = { receivables: '/api/uploads', payables: '/api/payable-uploads' } as const;
/** Whoever may send files may also send corrected ones. */
export const UPLOAD_PERMISSION = { receivables: 'upload.create', payables: 'payable.upload' } as const;

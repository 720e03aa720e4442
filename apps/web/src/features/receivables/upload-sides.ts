// The two sides of an upload: what is owed to the sender, and what the sender owes.
import type { View } from '../../api/client';

export type UploadSide = View<'UploadSummaryView'>['side'];

export const UPLOAD_PAGE = { receivables: '/uploads/$id', payables: '/payables/$id' } as const;
export const UPLOAD_API = { receivables: '/api/uploads', payables: '/api/payable-uploads' } as const;

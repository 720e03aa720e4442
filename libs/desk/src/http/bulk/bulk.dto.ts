// What registering in bulk takes and gives.
import { CodeField, IdField, IntField, ListField, ObjectField, TextField } from '#platform';
import { DraftBody, LintFaultView } from '#registry';
import type { BulkAnswer, BulkFault, BulkOutcome } from '../../use-cases/bulk/file-in-bulk';

const MOST = 1000;
const orNull = { nullable: true };

export class BulkItemBody extends DraftBody {
  @TextField(100, 'Your own reference: used once for ever, so that nothing is filed twice')
  reference!: string;
}

export class BulkBody {
  @ListField(() => BulkItemBody, 'Registrations', { min: 1, max: MOST }) items!: BulkItemBody[];
}

class BulkTextView {
  @TextField(1000, 'In English') en!: string;
  @TextField(1000, 'In Chinese') zh!: string;
}

export class BulkFaultView implements BulkFault {
  @TextField(100, 'Stable code') code!: string;
  @ObjectField(() => BulkTextView, 'What is wrong') message!: BulkTextView;
  @ObjectField(() => BulkTextView, 'What to do') fix!: BulkTextView;
  @ListField(() => LintFaultView, 'Field by field, with pointers into the item', { min: 0, max: 2000 })
  errors!: LintFaultView[];
}

export class BulkOutcomeView implements BulkOutcome {
  @TextField(100, 'Your reference') reference!: string;
  @CodeField(['sound', 'filed', 'filed_before', 'refused'], 'What became of it; sound: of a plan')
  outcome!: BulkOutcome['outcome'];
  @IdField('The registration', orNull) filingId!: string | null;
  @TextField(18, 'Its number', orNull) number!: string | null;
  @ObjectField(() => BulkFaultView, 'Why it was refused', orNull) fault!: BulkFaultView | null;
}

export class BulkView implements BulkAnswer {
  @ListField(() => BulkOutcomeView, 'In the order of the call', { min: 1, max: MOST })
  items!: BulkOutcomeView[];
  @IntField(0, MOST, 'Not refused') done!: number;
  @IntField(0, MOST, 'Refused') refused!: number;
}

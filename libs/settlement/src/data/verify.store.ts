// Recomputes what settlement derives from its books: what was paid of each debt, and what was spent of each payment.
import { Injectable } from '@nestjs/common';
import { query, type Reads } from '#platform';

export interface Finding {
  readonly book: string;
  readonly subject: string;
  readonly problem: string;
}

const MOST_FINDINGS = 1000;

@Injectable()
export class VerifyStore {
  /** Unscoped: a book is verified as a whole. The first thousand findings at most. */
  async findings(on: Reads): Promise<Finding[]> {
    return query<Finding>(
      on,
      `with paid as (
         select deal_id, receivable_id, sum(amount) as amount
         from settlement.allocation group by deal_id, receivable_id),
       spent as (select payment_id, sum(amount) as amount from settlement.allocation group by payment_id)
       select 'settlement.allocation' as book, coalesce(o.deal_id, p.deal_id)::text as subject,
         format('receivable %s: paid is %s, the allocations make %s', coalesce(o.receivable_id, p.receivable_id),
           trim_scale(coalesce(o.paid_amount, 0)), trim_scale(coalesce(p.amount, 0))) as problem
       from settlement.obligation o
       full join paid p on p.deal_id = o.deal_id and p.receivable_id = o.receivable_id
       where coalesce(o.paid_amount, 0) <> coalesce(p.amount, 0)
       union all
       select 'settlement.allocation', coalesce(m.id, s.payment_id)::text,
         format('allocated is %s, the allocations make %s', trim_scale(coalesce(m.allocated_amount, 0)),
           trim_scale(coalesce(s.amount, 0)))
       from settlement.payment m full join spent s on s.payment_id = m.id
       where coalesce(m.allocated_amount, 0) <> coalesce(s.amount, 0)
       union all
       select 'settlement.bank_entry', coalesce(e.id, m.id)::text, 'the payment is not what the bank told'
       from (select * from settlement.bank_entry where use = 'payment') e
       full join settlement.payment m on m.id = e.id
       where e.amount is distinct from m.amount or e.currency is distinct from m.currency
       order by 2, 1 limit ${MOST_FINDINGS}`,
    );
  }
}

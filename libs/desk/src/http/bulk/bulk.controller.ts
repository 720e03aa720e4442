// Registering many at once for machines: the plan, and the filing; files with more go the way of files.
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DomainError } from '#kernel';
import { Approvable, type Command, CurrentCommand, Requires } from '#platform';
import { contentOf } from '#registry';
import { type BulkAnswer, type BulkItem, FileInBulk } from '../../use-cases/bulk/file-in-bulk';
import { BulkBody, BulkItemBody, BulkView } from './bulk.dto';

@ApiTags('registry')
@Controller('registrations/bulk')
export class BulkController {
  constructor(private readonly bulk: FileInBulk) {}

  /** Files what is sound of up to 1,000 registrations, and says of each what became of it. */
  @Post()
  @HttpCode(200)
  @Requires('registration.file', { idempotencyKey: 'required' })
  @Approvable({
    name: 'desk.file_in_bulk',
    text: { en: 'File registrations in bulk', zh: '批量办理登记' },
    takes: ['body'],
  })
  @ApiOkResponse({ type: BulkView })
  file(@CurrentCommand() command: Command, @Body() body: BulkBody): Promise<BulkAnswer> {
    return this.bulk.file(command, body.items.map(itemOf));
  }

  /** What would become of each; nothing is filed. */
  @Post('plan')
  @HttpCode(200)
  @Requires('registration.file')
  @ApiOkResponse({ type: BulkView })
  plan(@CurrentCommand() command: Command, @Body() body: BulkBody): Promise<BulkAnswer> {
    return this.bulk.plan(command, body.items.map(itemOf));
  }
}

function itemOf({ reference, ...body }: BulkItemBody): BulkItem {
  try {
    return { reference, content: contentOf(body) };
  } catch (error) {
    if (error instanceof DomainError) return { reference, content: error };
    throw error;
  }
}

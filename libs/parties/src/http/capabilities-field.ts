// A list of capabilities in a body: each one known, none twice.
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayUnique, IsIn, IsArray, ArrayMinSize } from 'class-validator';
import { CAPABILITIES } from '../domain/organisation';

const text = {
  rule: 'capabilities',
  message: {
    en: 'This is not a list of different capabilities.',
    zh: '此处应为互不重复的业务身份列表。',
  },
  fix: {
    en: `Choose from: ${CAPABILITIES.join(', ')}.`,
    zh: `可选值：${CAPABILITIES.join('、')}。`,
  },
};

export const CapabilitiesField = (description: string) =>
  applyDecorators(
    ApiProperty({ description, enum: [...CAPABILITIES], isArray: true, minItems: 1, uniqueItems: true }),
    IsArray({ context: text }),
    ArrayMinSize(1, { context: text }),
    ArrayUnique({ context: text }),
    IsIn([...CAPABILITIES], { each: true, context: text }),
  );

// A list of roles in a body: each one known, none twice.
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMinSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { ROLES } from '../domain/permissions';

const text = {
  rule: 'roles',
  message: { en: 'This is not a list of different roles.', zh: '此处应为互不重复的角色列表。' },
  fix: { en: `Choose from: ${ROLES.join(', ')}.`, zh: `可选值：${ROLES.join('、')}。` },
};

export const RolesField = (description: string) =>
  applyDecorators(
    ApiProperty({ description, enum: [...ROLES], isArray: true, minItems: 1, uniqueItems: true }),
    IsArray({ context: text }),
    ArrayMinSize(1, { context: text }),
    ArrayUnique({ context: text }),
    IsIn([...ROLES], { each: true, context: text }),
  );

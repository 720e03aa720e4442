// The id in an address: malformed ones are refused before anything is looked up.
import { Injectable, Param, type PipeTransform } from '@nestjs/common';
import { isId } from '#kernel';
import { errors } from './errors';

@Injectable()
class IdPipe implements PipeTransform<string, string> {
  transform(id: string): string {
    if (!isId(id)) throw errors.id_malformed({ id: id.slice(0, 64) });
    return id;
  }
}

export const IdParam = (name = 'id') => Param(name, IdPipe);

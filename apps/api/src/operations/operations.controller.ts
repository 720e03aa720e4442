// The operator's menu: numbers that rules change, and the working-day calendar.
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Approvable, type Command, CurrentCommand, Requires } from '#platform';
import {
  CalendarChangeView,
  CalendarDayBody,
  CalendarQuery,
  CalendarView,
  ParameterBody,
  ParameterList,
  ParameterValueView,
} from './operations.dto';
import { OperationsQueries } from './operations.queries';
import { SetCalendarDay } from './set-calendar-day';
import { SetParameter } from './set-parameter';

@ApiTags('operations')
@Controller()
export class OperationsController {
  constructor(
    private readonly queries: OperationsQueries,
    private readonly setParameter: SetParameter,
    private readonly setCalendarDay: SetCalendarDay,
  ) {}

  @Get('parameters')
  @Requires('parameter.read')
  @ApiOkResponse({ type: ParameterList })
  async parameters(): Promise<ParameterList> {
    return { items: await this.queries.parameterList() };
  }

  @Post('parameters')
  @Requires('parameter.set')
  @Approvable({
    name: 'operations.set_parameter',
    text: { en: 'Set a parameter', zh: '设置参数' },
    takes: ['body'],
  })
  @ApiCreatedResponse({ type: ParameterValueView })
  addParameter(@CurrentCommand() command: Command, @Body() body: ParameterBody): Promise<ParameterValueView> {
    return this.setParameter.execute(command, body);
  }

  @Get('calendar')
  @Requires('calendar.read')
  @ApiOkResponse({ type: CalendarView })
  calendar(@Query() { year }: CalendarQuery): Promise<CalendarView> {
    return this.queries.calendar(year);
  }

  @Post('calendar')
  @Requires('calendar.set')
  @ApiCreatedResponse({ type: CalendarChangeView })
  addCalendarDay(
    @CurrentCommand() command: Command,
    @Body() body: CalendarDayBody,
  ): Promise<CalendarChangeView> {
    return this.setCalendarDay.execute(command, body);
  }
}

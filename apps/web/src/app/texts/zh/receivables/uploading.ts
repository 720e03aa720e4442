// 进行中的上传及其结果。
import type { uploading as english } from '../../en/receivables/uploading';

export const uploading: typeof english = {
  files_one: '{{count}} 个文件',
  files_other: '{{count}} 个文件',
  more_one: '等共 {{total}} 个文件',
  more_other: '等共 {{total}} 个文件',
  state: {
    reading: '读取中',
    planned: '计划，未应用',
    applying: '应用中',
    applied: '已应用',
    undoing: '撤销中',
    undone: '已撤销',
  },
  doneOf: '已处理 {{total, number}} 张中的 {{done, number}} 张，每秒 {{rate, number}} 张',
  judgeAgain: '重新判断并应用合格的行',
  readingTitle: '正在读取上传',
  begun: '刚刚开始。',
  done: '已处理 {{done, number}} 张，每秒 {{rate, number}} 张',
  doneAbout: '已处理约 {{total, number}} 张中的 {{done, number}} 张，每秒 {{rate, number}} 张',
};

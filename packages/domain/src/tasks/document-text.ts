import type { Wording } from '../access/words.ts'
import type { OutlineRefusal, OutlineWarningCode } from './outline.ts'

/** Characters at most of a year's work points: some twenty times what they usually have. */
export const WORK_POINTS_LENGTH = 200_000

/** Why no text could be had from an uploaded document. */
export type DocumentTextRefusal =
  | 'document-empty'
  | 'document-too-large'
  | 'document-too-heavy'
  | 'document-too-long'
  | 'document-is-binary'
  | 'document-encoding-unknown'
  | 'document-is-not-what-its-name-says'
  | 'document-is-old-word'
  | 'document-is-scanned'
  | 'document-cut-off'

export const documentRefusalWords: Wording<DocumentTextRefusal | OutlineRefusal> = {
  'zh-CN': {
    'document-empty': '文件里没有文字，请确认选对了文件，或直接粘贴正文。',
    'document-too-large': '文件超过 {megabytes} MB；请只上传工作要点正文。',
    'document-too-heavy': '文件展开后太大或太复杂，无法读取；请只保留需要的内容，另存为新文件后再上传。',
    'document-too-long': '正文超过 {count} 字；请只保留工作要点正文。',
    'document-is-binary': '这不是文本文件，无法读取；请上传 .txt、.docx 或 .pdf，或直接粘贴正文。',
    'document-encoding-unknown': '文件编码无法识别（可识别 UTF-8、UTF-16、GB18030）；请另存为 UTF-8 后再上传。',
    'document-is-not-what-its-name-says': '“{name}” 的内容与扩展名不符，请用原软件重新导出后再上传。',
    'document-is-old-word': '这是旧版 Word（.doc）文件；请在 Word 或 WPS 中另存为 .docx 后再上传。',
    'document-is-scanned': '这份 PDF 是扫描图片，没有可读的文字；请上传 Word 或文本原件，或先做文字识别。',
    'document-cut-off': '文件不完整或已损坏，无法打开；请重新导出或重新下载后再上传。',
    'document-without-headings': '没有找到“一、”或“（一）”这样的标题；请确认这是工作要点正文。',
  },
  en: {
    'document-empty': 'The file has no text; check that it is the right one, or paste the text.',
    'document-too-large': 'The file is larger than {megabytes} MB; upload the work points alone.',
    'document-too-heavy':
      'Unpacked, the file is too large or too intricate to be read; keep only what is needed, save it as a new file and upload that.',
    'document-too-long': 'The text has more than {count} characters; keep the work points alone.',
    'document-is-binary': 'This is no text file; upload .txt, .docx or .pdf, or paste the text.',
    'document-encoding-unknown':
      'The encoding is not known (UTF-8, UTF-16 and GB18030 are); save the file as UTF-8 and upload it again.',
    'document-is-not-what-its-name-says':
      'The content of "{name}" is not what its ending says; export it again from its own program.',
    'document-is-old-word': 'This is an old Word file (.doc); save it as .docx in Word or WPS and upload that.',
    'document-is-scanned':
      'This PDF is a scanned picture without text; upload the Word or text original, or run text recognition first.',
    'document-cut-off': 'The file is incomplete or damaged and cannot be opened; export or download it again.',
    'document-without-headings':
      'No heading like 一、 or （一） was found; check that this is the text of the work points.',
  },
}

export const outlineWarningWords: Wording<OutlineWarningCode> = {
  'zh-CN': {
    'section-number-out-of-order': '部分的序号不连续，请核对是否漏了标题。',
    'item-number-out-of-order': '项的序号不连续，请核对是否漏了一项。',
    'section-without-items': '这一部分没有编号的项。',
    'item-without-text': '这一项没有正文。',
    'item-very-long': '这一项很长，里面也许有几项。',
    'heading-very-long': '这个标题很长，也许不是标题。',
    'text-outside-items': '这段文字不属于任何一项。',
  },
  en: {
    'section-number-out-of-order': 'The sections are not numbered in order: is a heading missing?',
    'item-number-out-of-order': 'The items are not numbered in order: is one missing?',
    'section-without-items': 'This section has no numbered item.',
    'item-without-text': 'This item has no text.',
    'item-very-long': 'This item is very long: are there several in it?',
    'heading-very-long': 'This heading is very long: is it one?',
    'text-outside-items': 'This text belongs to no item.',
  },
}

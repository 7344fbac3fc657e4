import type { LessonKind } from '@dangjian/domain/training'
import { IconChecklist, IconFileText, IconFileTypePdf, IconMicrophone, IconVideo, type Icon } from '@dangjian/ui/icons'

/** The picture of each kind of lesson; its word stands beside it. */
export const lessonIcons: Readonly<Record<LessonKind, Icon>> = {
  text: IconFileText,
  video: IconVideo,
  audio: IconMicrophone,
  pdf: IconFileTypePdf,
  quiz: IconChecklist,
}

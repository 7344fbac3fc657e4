import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { axe, axeInBothSchemes, databaseKinds, openPage, signInAs, useProduct } from '../harness/journey.ts'

/** The smallest picture, recording and paper that are what their names say. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

function recording(seconds: number): Buffer {
  const wav = Buffer.alloc(44 + seconds * 8000)
  wav.write('RIFF', 0)
  wav.writeUInt32LE(wav.length - 8, 4)
  wav.write('WAVEfmt ', 8)
  wav.writeUInt32LE(16, 16)
  wav.writeUInt16LE(1, 20)
  wav.writeUInt16LE(1, 22)
  wav.writeUInt32LE(8000, 24)
  wav.writeUInt32LE(8000, 28)
  wav.writeUInt16LE(1, 32)
  wav.writeUInt16LE(8, 34)
  wav.write('data', 36)
  wav.writeUInt32LE(seconds * 8000, 40)
  return wav.fill(128, 44)
}

function paper(): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]>>',
  ]
  let text = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const place = text.length
    text += `${index + 1} 0 obj${object}endobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 5\n0000000000 65535 f \n${places.join('')}trailer<</Size 5/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text + table)
}

const TABLE = [
  '题型,题干,选项A,选项B,选项C,正确答案,分类',
  '单选题,支部书记每年至少讲几次党课？,一次,五次,十次,A,履职',
  '判断题,主题党日一般每月一次。,,,,对,履职',
  '单选题,两个答案的题,甲,乙,丙,AB,履职',
  '论述题,谈谈体会,,,,略,履职',
  '填空题,党员大会一般每（　）召开一次。,,,,季度|三个月,履职',
].join('\n')

/** Whole courses and banks are made by hand, on machines that do other things besides. */
const LONG = 240_000

const saved = (page: Page) => page.getByText(/^已保存/).waitFor()
const choose = (page: Page, label: string, file: { name: string; mimeType: string; buffer: Buffer }) =>
  Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: label }).click()]).then(([chooser]) =>
    chooser.setFiles(file),
  )

describe.each(databaseKinds)('a trainer (%s)', (kind) => {
  const product = useProduct(kind)

  const open = async (username: string, path: string): Promise<Page> => {
    const page = await openPage(product, { door: 'school', path })
    await signInAs(page, username)
    return page
  }

  it(
    'fills a bank from a table: errors by row, nothing before it is confirmed, nothing twice',
    async () => {
      const page = await open('trainer', '/studio/banks')
      await page.getByRole('button', { name: '新建题库' }).click()
      await page.getByLabel('题库名称').fill('履职知识')
      await page.getByRole('button', { name: '新建', exact: true }).click()
      await page.getByRole('heading', { level: 1, name: '履职知识' }).waitFor()
      await axe(page)
      await page.getByRole('link', { name: '导入试题' }).click()
      const file = { name: '履职.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE) }
      await choose(page, '选择文件: 题库文件', file)
      await page.getByText('3 道新题，0 道相似，2 道有误').waitFor()
      expect(await page.getByText('这一题型只能有一个正确答案，现在有 2 个').count()).toBe(1)
      expect(await page.getByText('不认识题型“论述题”').count()).toBe(1)
      await axeInBothSchemes(page)
      await page.getByRole('button', { name: '导入 3 道题' }).click()
      await page.getByText('已导入 3 道题').waitFor()
      await page.getByRole('button', { name: '换一个文件' }).click()
      await choose(page, '选择文件: 题库文件', file)
      await page.getByText('0 道新题，3 道相似，2 道有误').waitFor()
      await page.getByRole('link', { name: '履职知识' }).click()

      // A question by hand: what is wrong stands beside its field, and nothing typed is lost.
      await page.getByRole('button', { name: '录入试题' }).click()
      await page.getByRole('textbox', { name: '题干' }).fill('支部书记的职责包括：')
      await page.getByRole('textbox', { name: '选项 A' }).fill('主持支部工作')
      await page.getByRole('textbox', { name: '选项 B' }).fill('主持支部工作')
      await page.getByRole('button', { name: '存入题库' }).click()
      await page.getByRole('button', { name: '没有正确答案，请填写。' }).waitFor()
      expect(await page.getByText('选项 B 与选项 A 内容相同，请修改。').count()).toBeGreaterThan(0)
      await page.getByRole('textbox', { name: '选项 B' }).fill('收缴会费')
      await page.getByRole('button', { name: '删去选项 D' }).click()
      await page.getByRole('button', { name: '删去选项 C' }).click()
      await page.getByRole('radio', { name: '选项 A 是正确答案' }).check()
      await page.getByRole('button', { name: '存入题库' }).click()
      await page.getByRole('button', { name: '支部书记的职责包括：' }).click()
      await page.getByRole('radiogroup').getByText('学员看到的样子').click()
      await page.getByRole('radio', { name: /主持支部工作/ }).waitFor()
      await axe(page)
    },
    LONG,
  )

  it(
    'makes a course of every kind of lesson, is told what is missing, looks at it on a phone, and publishes',
    async () => {
      const page = await open('trainer', '/studio')
      await axeInBothSchemes(page)
      await page.getByRole('button', { name: '新建课程' }).click()
      await page.getByLabel('课程名称').fill('支部书记履职入门')
      await page.getByRole('button', { name: '开始制作' }).click()
      await page.getByRole('heading', { level: 1, name: '支部书记履职入门' }).waitFor()

      await page.getByRole('button', { name: '添加一章' }).click()
      await page.getByLabel('章标题').fill('第一章')
      const add = async (lesson: string, title: string) => {
        await page.getByRole('button', { name: /^添加课时/ }).click()
        await page.getByRole('menuitem', { name: lesson }).click()
        await page.getByLabel('课时标题').fill(title)
      }
      await add('图文', '书记做什么')
      await page.getByRole('textbox', { name: '正文' }).fill('书记主持支部的日常工作。')
      await choose(page, '插入图片', { name: '示意.png', mimeType: 'image/png', buffer: PICTURE })
      // Its file's name is no caption: what it shows is asked for.
      await page.getByLabel('图里有什么').fill('支部分工示意图')
      await page.getByRole('dialog').getByRole('button', { name: '插入图片' }).click()
      await page.getByRole('img', { name: '支部分工示意图' }).waitFor()
      expect(await page.getByLabel('第 1 张图片的说明').inputValue()).toBe('支部分工示意图')
      await add('音频', '听一听')
      await choose(page, '选择文件: 音频文件', { name: '讲话.wav', mimeType: 'audio/wav', buffer: recording(3) })
      await page.getByText('时长 0:03').waitFor()
      await add('PDF 文档', '手册')
      await choose(page, '选择文件: PDF 文件', { name: '手册.pdf', mimeType: 'application/pdf', buffer: paper() })
      await page.getByText(/^手册\.pdf .* 共 2 页$/).waitFor()
      await add('测验', '结业测验')
      await saved(page)
      await axe(page)

      // What is missing leads to its place.
      await page.getByRole('button', { name: '发布', exact: true }).click()
      await page.getByText('还有 2 处没有完成：').first().waitFor()
      await page.getByRole('button', { name: /去填写: “结业测验”还没有试题/ }).click()
      await page.getByRole('button', { name: '随机抽题' }).click()
      await page.getByLabel('抽题数').fill('3')
      await page.getByRole('button', { name: '添加', exact: true }).click()
      await page.getByRole('button', { name: '课程信息' }).click()
      await page.getByLabel('学时').fill('1.5')
      await saved(page)

      await page.getByRole('button', { name: '书记做什么' }).click()
      await page.getByRole('button', { name: '手机预览' }).click()
      const phone = page.getByRole('region', { name: '学员在手机上看到的样子' })
      await phone.getByText('书记主持支部的日常工作。').waitFor()
      await axeInBothSchemes(page)

      await page.getByRole('button', { name: '发布', exact: true }).click()
      await page.getByText('内容齐全，可以发布。').waitFor()
      await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
      await page.getByText('已发布第 1 版').waitFor()
      await page.getByRole('button', { name: '发布新版本', disabled: true }).waitFor()

      // The next version says what it changes for learners before it is published.
      await page.getByLabel('课时标题').fill('支部书记做什么')
      await saved(page)
      await page.getByText('有未发布的修改').waitFor()
      await page.getByRole('button', { name: '发布新版本' }).click()
      await page.getByText('课时“书记做什么”改名为“支部书记做什么”').waitFor()
      await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
      await page.getByText('已发布第 2 版').waitFor()
    },
    LONG,
  )

  it(
    'is told who saved the same course meanwhile, and loses nothing',
    async () => {
      const [trainer, dean] = await Promise.all([open('trainer', '/studio'), open('dean', '/studio')])
      for (const page of [trainer, dean]) {
        await page.getByRole('link', { name: '学会党建信息报送怎么写' }).click()
        await page.getByLabel('课程简介').waitFor()
      }
      await dean.getByLabel('课程简介').fill('教务补充的简介')
      await saved(dean)
      await trainer.getByLabel('面向对象').fill('全体党务干部')
      await trainer.getByText(/^陆明川 在 .* 保存了这门课程$/).waitFor()
      expect(await trainer.getByLabel('面向对象').inputValue()).toBe('全体党务干部')
      await axe(trainer)
      await trainer.getByRole('button', { name: '查看对方的版本' }).click()
      await expect.poll(() => trainer.getByLabel('课程简介').inputValue()).toBe('教务补充的简介')
      await trainer.getByRole('button', { name: '换回我的修改' }).click()
      expect(await trainer.getByLabel('面向对象').inputValue()).toBe('全体党务干部')
      await saved(trainer)
      // Both can be gone back to.
      await trainer.getByRole('button', { name: '历史' }).click()
      await trainer
        .getByRole('button', { name: /^回到这里/ })
        .first()
        .waitFor()
      await axe(trainer)
    },
    LONG,
  )

  it(
    'works in the studio on a phone as well, and learners download nothing of it',
    async () => {
      const phone = await openPage(product, { door: 'school', width: 'phone', path: '/studio' })
      await signInAs(phone, 'trainer')
      await axe(phone)
      await phone.getByRole('link', { name: '认识学会三层组织体系' }).click()
      await phone.getByRole('button', { name: '目录', exact: true }).click()
      await phone.getByRole('button', { name: '三层各在哪里' }).click()
      await phone.getByRole('textbox', { name: '正文' }).waitFor()
      await axe(phone)

      const learner = await openPage(product, { door: 'school', width: 'phone' })
      const asked: string[] = []
      learner.on('request', (request) => asked.push(request.url()))
      await signInAs(learner, 'learner')
      await learner.goto('/courses')
      await learner.getByRole('heading', { level: 1 }).waitFor()
      expect(asked.filter((url) => /studio|bank-|rich-text-surface/.test(url))).toEqual([])
      await learner.goto('/studio')
      await learner.getByText('您当前的身份不能做这件事').waitFor()
    },
    LONG,
  )
})

import type { SocietyCategory } from '@dangjian/domain/organisation'

/**
 * Invented names. The numbers of societies in each category are those of real life; the societies and people are not.
 */
const words = (text: string): readonly string[] => text.trim().split(/\s+/)

export const categoryLetters: Readonly<Record<SocietyCategory, string>> = {
  science: 'A',
  engineering: 'B',
  agriculture: 'C',
  medicine: 'D',
  interdisciplinary: 'E',
}

export const societyFields: Readonly<Record<SocietyCategory, readonly string[]>> = {
  science: words(`
    天象 星尘 数论 拓扑 组合优化 湍流 光子 量子信息 超导 凝聚态 声波 光谱 晶体生长 表面化学 催化 有机合成 同位素 古气候
    冰川 冻土 季风 潮汐 深海 珊瑚 海冰 岩浆 地幔 断层 地磁 洞穴 湿地 草原生态 物候 昆虫行为 鸟类迁徙 地衣 藻类 基因调控
    神经认知 演化生物 生物节律 遥感制图 时空基准 流域 随机过程 行星
  `),
  engineering: words(`
    智能系统 云网 边缘计算 数字孪生 机器视觉 语音交互 信息安全 开源软件 芯片设计 传感网络 光通信 卫星导航 无人机 机器人
    精密制造 增材制造 焊接工艺 铸锻 轴承 齿轮 液压 阀门 泵机 压缩机 内燃动力 电驱动 储能 氢能 光伏 风力发电 水电 输变电
    智能电网 核安全 热能 制冷工程 锅炉 煤矿安全 油气储运 冶炼 轧钢 稀土材料 纤维材料 高分子 陶瓷材料 玻璃 涂层 腐蚀防护
    纺织装备 印染 造纸装备 包装工程 食品装备 制糖 酿造 桥梁 隧道 岩土 抗震 建筑节能 供水 排水 环卫 大坝 航道 港口 船机
    轨道车辆 道路 物流装备 停车 仪表 量值传递 无损检测 可靠性 质量控制 人因 消防装备
  `),
  agriculture: words(`
    稻作 麦作 薯类 果树 茶园 食用菌 牧草 蚕桑 蜂业 淡水养殖 农机装备 节水灌溉 土壤改良 种质资源 农产加工 林木育种
  `),
  medicine: words(`
    心血管健康 呼吸健康 消化健康 儿童健康 老年健康 妇幼保健 康复治疗 运动健康 营养膳食 作息健康 口腔保健 眼健康 听力 皮肤健康
    急救 重症监护 麻醉技术 影像诊断 检验技术 病理技术 疫苗 流行病 护理实践 药物合成 药事 针灸推拿 本草 心理健康
  `),
  interdisciplinary: words(`
    科学传播 科技史话 科学教育 科技政策 科技金融 科技伦理 科技情报 专利实务 创新方法 技术转移 标准研究 科普场馆 科学影像
    科学写作 青少年科技 女科技工作者服务 科技期刊 科技翻译 数字人文 街区科技 乡村科技 生态文明 碳中和 灾害防御 应急管理
    公共安全 系统工程应用 决策分析 管理科学应用 统计应用 未来研究 循环经济 环境教育 能源经济 海洋经济 空间规划 遗产保护
    设计科学 体育科技 艺术科技 旅游科技 智库研究
  `),
}

/** Branch institutions (分支机构) that a society may have: what its working groups are named after. */
export const branchInstitutions: readonly string[] = words(`
  青年工作委员会 科普工作委员会 学术交流专业委员会 国际合作工作委员会 标准化工作委员会 期刊工作委员会 教育专业委员会
  产业应用专业委员会 基础理论专业委员会 数据专业委员会 女科技工作者工作委员会 会员服务工作委员会 奖励工作委员会
  发展战略专业委员会 仪器专业委员会 安全专业委员会 决策咨询专业委员会 志愿服务工作委员会 测试方法专业委员会 人才专业委员会
`)

const surnames = words(`
  赵 钱 孙 李 周 吴 郑 王 冯 陈 褚 卫 蒋 沈 韩 杨 朱 秦 许 何 吕 施 张 孔 曹 严 华 金 魏 陶 姜 戚 谢 邹 喻 柏 苏 潘
  葛 范 彭 鲁 韦 昌 马 苗 方 俞 任 袁 柳 唐 罗 薛 雷 贺 倪 汤 殷 毕 郝 安 常 于 傅 卞 康 伍 余 顾 孟 黄 穆 萧 尹
`)
const firstSyllables = words(
  '云 晓 子 文 思 嘉 海 明 志 雨 宏 若 清 景 书 立 永 亦 可 欣 承 怀 致 维 振 新 玉 春 秋 远 安 宁 博 知 向 学 国 建 庆 正',
)
const secondSyllables = words(
  '舟 帆 岚 川 林 溪 岩 松 竹 梅 兰 泽 涛 峰 宇 辰 曦 晗 彤 琪 瑶 颖 洁 敏 慧 军 勇 强 杰 磊 超 伟 刚 平 华 丽 娟 芳 霞 遥 宁 白',
)

/** A person's name out of invented parts. */
export function inventedName(random: { pick<T>(list: readonly T[]): T; chance(share: number): boolean }): string {
  const given = random.chance(0.15) ? '' : random.pick(firstSyllables)
  return `${random.pick(surnames)}${given}${random.pick(secondSyllables)}`
}

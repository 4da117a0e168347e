import type { InvestorKind } from '../../../model/investor-kind.ts'

/**
 * Houses known by their own name, whatever follows it: 小米, 小米集团 and 小米产投 are one kind of money. Firms of the state
 * that make or carry things count as industry, as their money comes with their trade.
 */
const HOUSES: Readonly<Partial<Record<InvestorKind, string>>> = {
  'cvc-internet':
    '腾讯 阿里巴巴 阿里云 阿里健康 蚂蚁集团 蚂蚁金服 字节跳动 百度 美团 京东 小米 快手 网易 拼多多 滴滴 三六零 哔哩哔哩 小红书 知乎 携程 58同城 58产业基金 搜狐 微博 爱奇艺 唯品会 满帮 贝壳找房 陌陌 菜鸟网络 Tencent Alibaba ByteDance Baidu Meituan JD.com Xiaomi Kuaishou NetEase Bilibili',
  'cvc-industrial':
    '华为 哈勃投资 哈勃科技 联想集团 联想创投 比亚迪 宁德时代 晨道资本 上汽 广汽 北汽 一汽 东风汽车 东风资产 长安汽车 长城汽车 吉利 蔚来 理想汽车 小鹏 海尔 美的 TCL 海信 京东方 中芯聚源 韦豪创芯 立讯 歌尔 蓝思科技 舜宇 大疆 商汤 科大讯飞 讯飞 顺丰 复星 三一 中联重科 徐工 药明康德 迈瑞 恒瑞 阳光电源 隆基 通威 晶科 天合光能 中国移动 中移 中国电信 中国联通 中国石油 中国石化 中石油 中石化 国家电网 南方电网 国家电投 华能 大唐集团 华电 中广核 中核 航天科工 航天科技集团 中车 中国电子 中国电科 宝武 中集 中远海运 碧桂园 万科 龙湖 新希望 温氏 伊利 蒙牛 海底捞 安踏 名创优品 完美世界 三七互娱 世纪华通 吉比特 莉莉丝 米哈游 汇川 九号公司 长江存储 智元机器人 宇树科技 欣旺达 亿纬锂能 国轩高科 赣锋 天齐锂业 Huawei BYD CATL SAIC NIO Geely Lenovo Haier Fosun',
  foreign:
    '软银 淡马锡 沙特阿美 阿布扎比 穆巴达拉 高通 英特尔 英伟达 三星电子 三星风投 三星风险 博世 大众汽车 丰田 本田 宝马 奔驰 戴姆勒 现代汽车 欧莱雅 雀巢 联合利华 辉瑞 阿斯利康 拜耳 强生 诺华 罗氏 默沙东 赛诺菲 巴斯夫 壳牌 挪威 卡塔尔 科威特 老虎环球 黑石集团 凯雷 华平 高盛 摩根士丹利 摩根大通 瑞银 花旗 富达 贝莱德 柏基 SoftBank Temasek GIC Mubadala Prosperity7 Qualcomm Intel Nvidia Samsung Bosch Toyota Honda Volkswagen BMW Mercedes Hyundai Microsoft Google GV Amazon Salesforce Andreessen a16z Accel Bessemer Khosla Greylock Coatue KKR Carlyle Warburg Goldman JPMorgan BlackRock Fidelity Ontario CPPIB QIA',
}

/** The longest first: 京东方 is not 京东. */
const BY_LENGTH = Object.entries(HOUSES)
  .flatMap(([kind, names]) =>
    names.split(' ').map((name) => ({ kind: kind as InvestorKind, name: name.toLowerCase() })),
  )
  .sort((a, b) => b.name.length - a.name.length)

const GOES_ON_IN_LATIN = /^[a-z0-9]/

/** The kind of the house whose name a text begins with. */
export function houseAt(text: string): InvestorKind | undefined {
  const plain = text.toLowerCase()
  return BY_LENGTH.find(
    ({ name }) =>
      plain.startsWith(name) &&
      !(/[a-z0-9]$/.test(name) && GOES_ON_IN_LATIN.test(plain.slice(name.length))),
  )?.kind
}
